/* The XML inside office files: read, searched, written. What XML cannot hold never gets into it. */

import * as zip from "./zip.js";

const SPACE = "http://www.w3.org/XML/1998/namespace";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The document in `bytes`. An office file has no document type; one that has is refused, so that nothing expands.
    @param {Uint8Array} bytes */
export function parse(bytes) {
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw zip.fault("office.corrupt");
  }
  if (text.includes("<!DOCTYPE")) throw zip.fault("office.corrupt");
  const found = new DOMParser().parseFromString(text, "application/xml");
  if (found.getElementsByTagName("parsererror").length) throw zip.fault("office.corrupt");
  return found;
}

/** @param {Document} document */
export function serialize(document) {
  const text = new XMLSerializer().serializeToString(document.documentElement);
  return new TextEncoder().encode(HEAD + text);
}

/** Every element inside `node` with this local name, whatever its prefix.
    @param {Document | Element} node @param {string} name */
export function all(node, name) {
  return Array.from(node.getElementsByTagNameNS("*", name));
}

/** The children with this local name; none of nothing. @param {Element | null | undefined} node @param {string} name */
export function children(node, name) {
  return Array.from(node?.children ?? []).filter((one) => one.localName === name);
}

/** The first child with this local name, or null. @param {Element | null | undefined} node @param {string} name */
export function child(node, name) {
  return children(node, name)[0] ?? null;
}

/** The first child with this local name, without which the file is no good.
    @param {Element | null} node @param {string} name */
export function need(node, name) {
  const found = child(node, name);
  if (!found) throw zip.fault("office.corrupt");
  return found;
}

/** The attribute with this local name, whatever its prefix, or null.
    @param {Element | null} node @param {string} name */
export function attribute(node, name) {
  const attributes = node ? Array.from(node.attributes) : [];
  return attributes.find((one) => one.localName === name && one.namespaceURI) || null;
}

/** A new element beside `node`, in its namespace and with its prefix. @param {Element} node @param {string} name
    @param {Record<string, string>} attributes @param {string | null} words */
export function make(node, name, attributes = {}, words = null) {
  const made = node.ownerDocument.createElementNS(node.namespaceURI, node.prefix ? `${node.prefix}:${name}` : name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (words !== null) {
    made.textContent = words;
    made.setAttributeNS(SPACE, "xml:space", "preserve");
  }
  return made;
}
