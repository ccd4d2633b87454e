/* ZIP archives, which office files are: opened within limits, written again. Nothing is trusted: sizes are checked
   before and while unpacking, every part against its checksum. */

import { say } from "../words/form.js";

export const MOST_BYTES = 20 * 1024 * 1024; // of the file, and of all its parts unpacked
const MOST_PARTS = 2000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const OLE = 0xd0cf11e0; // .xls, and any office file under a password
const STORED = 0;
const DEFLATED = 8;
const UTF8 = 0x0800;
const ENCRYPTED = 0x0001;
const FIRST_DAY = 0x21; // 1 January 1980: archives hold no clock

/** A part of an archive.
    @typedef {{ name: string, method: number, crc: number, size: number, packed: Uint8Array<ArrayBuffer> }} Entry
    @typedef {Uint8Array<ArrayBuffer>} Bytes */

/** What is told to the reader instead of a file. */
export class Fault extends Error {}

/** @type {(key: Parameters<typeof say>[0], values?: Record<string, unknown>) => Fault} */
export function fault(key, values) {
  return new Fault(say(key, values));
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum that ZIP uses. @param {Bytes} bytes */
export function crc32(bytes) {
  let value = 0xffffffff;
  for (let place = 0; place < bytes.length; place += 1) value = TABLE[(value ^ bytes[place]) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Whether `bytes` begin as an archive does, whatever the name of the file. @param {Uint8Array} bytes */
export const isArchive = (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Open `bytes`: name -> entry, in the order of the archive. Unpacks nothing. Throws Fault. @param {Bytes} bytes */
export function open(bytes) {
  if (bytes.length > MOST_BYTES) throw fault("office.tooLarge");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 8 && view.getUint32(0, false) === OLE) throw fault("office.oldExcel");
  if (bytes.length < 22 || view.getUint32(0, true) !== LOCAL) throw fault("office.notOffice");
  try {
    return directory(bytes, view);
  } catch (error) {
    if (error instanceof RangeError) throw fault("office.corrupt"); // a place beyond the end
    throw error;
  }
}

/** @param {Bytes} bytes @param {DataView} view */
function directory(bytes, view) {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let place = view.getUint32(end + 16, true);
  if (count > MOST_PARTS) throw fault("office.tooLarge");
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  let unpacked = 0;
  for (let number = 0; number < count; number += 1) {
    const { entry, length } = entryAt(bytes, view, place);
    if (entries.has(entry.name) || ![STORED, DEFLATED].includes(entry.method)) throw fault("office.corrupt");
    unpacked += entry.size;
    if (unpacked > MOST_BYTES) throw fault("office.tooLarge");
    entries.set(entry.name, entry);
    place += length;
  }
  return entries;
}

/** @type {(bytes: Bytes, view: DataView, place: number) => { entry: Entry, length: number }} */
function entryAt(bytes, view, place) {
  if (view.getUint32(place, true) !== ENTRY) throw fault("office.corrupt");
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(place + offset, true));
  const entry = {
    name: new TextDecoder().decode(bytes.subarray(place + 46, place + 46 + nameLength)),
    method: view.getUint16(place + 10, true),
    crc: view.getUint32(place + 16, true),
    size: view.getUint32(place + 24, true),
    packed: packedPart(bytes, view, view.getUint32(place + 42, true), view.getUint32(place + 20, true)),
  };
  if (view.getUint16(place + 8, true) & ENCRYPTED) throw fault("office.locked");
  return { entry, length: 46 + nameLength + extra + comment };
}

/** The end record stands last, before a comment of at most 64 KB. @param {DataView} view */
function endOf(view) {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let place = view.byteLength - 22; place >= first; place -= 1) {
    if (view.getUint32(place, true) === END) return place;
  }
  throw fault("office.corrupt");
}

/** @type {(bytes: Bytes, view: DataView, place: number, length: number) => Bytes} */
function packedPart(bytes, view, place, length) {
  if (view.getUint32(place, true) !== LOCAL) throw fault("office.corrupt");
  const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
  if (start + length > bytes.length) throw fault("office.corrupt");
  return bytes.subarray(start, start + length);
}

/** Unpack one entry. Stops as soon as it grows beyond the size that it claims. Throws Fault.
    @param {Entry | undefined} entry */
export async function unpack(entry) {
  if (!entry) throw fault("office.corrupt");
  const bytes = entry.method === STORED ? entry.packed : await inflated(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw fault("office.corrupt");
  return bytes;
}

/** @param {Entry} entry */
async function inflated(entry) {
  let left = entry.size;
  const limit = new TransformStream({
    transform(piece, unpacked) {
      left -= piece.length;
      if (left < 0) unpacked.error(new RangeError());
      else unpacked.enqueue(piece);
    },
  });
  const stream = through(entry.packed, "DecompressionStream").pipeThrough(limit);
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw fault("office.corrupt");
  }
}

/** Browsers before 2023 cannot unpack: told in a sentence, not in a crash.
    @param {Bytes} bytes @param {"CompressionStream" | "DecompressionStream"} stream */
function through(bytes, stream) {
  let change;
  try {
    change = new globalThis[stream]("deflate-raw");
  } catch {
    throw fault("office.oldBrowser");
  }
  return new Blob([bytes]).stream().pipeThrough(change);
}

/** An entry called `name` that holds `bytes`, packed where that makes it smaller.
    @type {(name: string, bytes: Bytes) => Promise<Entry>} */
export async function pack(name, bytes) {
  const deflated = new Uint8Array(await new Response(through(bytes, "CompressionStream")).arrayBuffer());
  const [method, packed] = deflated.length < bytes.length ? [DEFLATED, deflated] : [STORED, bytes];
  return { name, method, crc: crc32(bytes), size: bytes.length, packed };
}

/** The archive of `entries` in this order. @param {Iterable<Entry>} entries */
export async function write(entries) {
  const parts = [];
  const heads = [];
  let place = 0;
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const head = headOf(entry, name.length);
    parts.push(fields([[4, LOCAL], ...head]), name, entry.packed);
    heads.push(fields([[4, ENTRY], [2, 20], ...head, [6, 0], [4, 0], [4, place]]), name);
    place += 30 + name.length + entry.packed.length;
  }
  const length = heads.reduce((sum, one) => sum + one.length, 0);
  const count = heads.length / 2;
  const end = fields([[4, END], [4, 0], [2, count], [2, count], [4, length], [4, place], [2, 0]]);
  const whole = new Blob([...parts, ...heads, end]);
  return new Uint8Array(await whole.arrayBuffer());
}

/** What stands in the local head of an entry and in the directory alike.
    @type {(entry: Entry, nameLength: number) => Array<[number, number]>} */
function headOf({ method, crc, packed, size }, nameLength) {
  const about = [20, UTF8, method, 0, FIRST_DAY].map((value) => /** @type {[number, number]} */ ([2, value]));
  return [...about, [4, crc], [4, packed.length], [4, size], [2, nameLength], [2, 0]];
}

/** Numbers one after the other, each in as many bytes as it says. @param {Array<[number, number]>} numbers */
function fields(numbers) {
  return Uint8Array.from(numbers.flatMap(([size, value]) =>
    Array.from({ length: size }, (_, byte) => (value >>> (8 * byte)) & 0xff)));
}
