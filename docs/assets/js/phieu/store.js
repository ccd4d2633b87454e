/* Drafts on this machine: one for each regulation, body and year, in localStorage. Nothing leaves the machine.
   Every write is read back. The revision, not the clock, decides which draft is newer, so a clock moved back loses nothing;
   a tab that did not see the latest revision cannot overwrite it. */
(function (root) {
  "use strict";
  const Phieu = (root.Phieu = root.Phieu || {});
  const PREFIX = "quyche:";
  const UNREADABLE = Number.MAX_SAFE_INTEGER;

  function key(regulation, body, year) {
    return `${PREFIX}${regulation}:${body}:${year}`;
  }

  /** Whether this browser keeps anything: a sentence that says why not, or "". */
  function trouble() {
    const probe = `${PREFIX}probe`;
    try {
      root.localStorage.setItem(probe, "1");
      const kept = root.localStorage.getItem(probe) === "1";
      root.localStorage.removeItem(probe);
      return kept ? "" : Phieu.words.say("store.forgets");
    } catch (error) {
      return reason(error);
    }
  }

  function reason(error) {
    const full = error && (error.name === "QuotaExceededError" || error.name === "NS_ERROR_DOM_QUOTA_REACHED");
    return Phieu.words.say(full ? "store.full" : "store.blocked");
  }

  /** The draft of a body and a year: {record}, {record: null} where there is none, or {error} where it cannot be read. */
  function load(checklist, year) {
    let text;
    try {
      text = root.localStorage.getItem(key(checklist.regulation.id, checklist.body, year));
    } catch (error) {
      return { error: reason(error) };
    }
    return text === null ? { record: null, notes: [] } : Phieu.record.read(text, checklist);
  }

  /** Write `record` if nobody wrote since `seen`, the revision this tab last saw (0: none).
      Returns {revision} of what is kept now, {error}, or {conflict: true} where another tab was first.
      A draft that was deleted elsewhere is written again: what the reader sees is not thrown away. */
  function save(record, seen) {
    const place = key(record.regulation.id, record.body, record.year);
    try {
      const kept = revisionAt(place);
      if (kept !== seen && kept !== 0) return { conflict: true };
      const revision = seen + 1;
      const text = Phieu.record.write({ ...record, revision, saved: new Date().toISOString() });
      root.localStorage.setItem(place, text);
      if (root.localStorage.getItem(place) !== text) return { error: Phieu.words.say("store.forgets") };
      return { revision };
    } catch (error) {
      return { error: reason(error) };
    }
  }

  /* 0: nothing is kept. What cannot be read counts as somebody else's: it is never written over. */
  function revisionAt(place) {
    const text = root.localStorage.getItem(place);
    if (text === null) return 0;
    try {
      const revision = JSON.parse(text).revision;
      return Number.isInteger(revision) && revision > 0 ? revision : UNREADABLE;
    } catch (error) {
      return UNREADABLE;
    }
  }

  /** The revision of the draft that is kept now; 0 where there is none or storage is closed. */
  function revision(id, body, year) {
    try {
      return revisionAt(key(id, body, year));
    } catch (error) {
      return 0;
    }
  }

  /** The draft as it stands, readable or not; null where there is none. */
  function raw(id, body, year) {
    try {
      return root.localStorage.getItem(key(id, body, year));
    } catch (error) {
      return null;
    }
  }

  /** Every draft of regulation `id` on this machine: [{body, year, unit, saved, broken}], in order of body and year. */
  function drafts(id) {
    const found = [];
    try {
      for (let place = 0; place < root.localStorage.length; place += 1) {
        const name = root.localStorage.key(place);
        if (name && name.startsWith(`${PREFIX}${id}:`)) found.push(summary(name));
      }
    } catch (error) {
      return [];
    }
    return found.sort((a, b) => a.body.localeCompare(b.body) || a.year - b.year);
  }

  function summary(name) {
    const [, , body, year] = name.split(":");
    try {
      const record = JSON.parse(root.localStorage.getItem(name));
      return { body, year: Number(year), unit: String(record.unit.name), saved: String(record.saved), final: record.final === true, broken: false };
    } catch (error) {
      return { body, year: Number(year), unit: "", saved: "", final: false, broken: true };
    }
  }

  /** Remove one draft. Called only after the reader has typed the explicit word. */
  function remove(id, body, year) {
    try {
      root.localStorage.removeItem(key(id, body, year));
    } catch (error) {
      // storage is closed: then there is nothing to remove
    }
  }

  /** Call `changed(revision)` when another tab writes the same draft. Returns a function that stops listening. */
  function watch(id, body, year, changed) {
    const place = key(id, body, year);
    const listen = (event) => {
      if (event.key === place && event.newValue !== null) changed(revisionAt(place));
    };
    root.addEventListener("storage", listen);
    return () => root.removeEventListener("storage", listen);
  }

  Phieu.store = Object.freeze({ key, trouble, load, save, revision, raw, drafts, remove, watch });
})(typeof window === "undefined" ? globalThis : window);
