/* The theme starts its search on every page, and most pages are only read. It is given a worker that stands in: ready
   at once, it starts the true one, which loads the documents, when somebody goes to the search or a query comes. */

const SETUP = 0;
const READY = 1;
const QUERY = 2;

const Native = window.Worker;

/* From a disk no worker starts from a file: there offline.js has another way. */
function open(address, use) {
  const { openSearchWorker } = /** @type {any} */ (window);
  if (openSearchWorker) openSearchWorker(Native, address, use);
  else use(new Native(address));
}

/* What `new Worker(address)` gives. */
function standIn(address) {
  const stand = new EventTarget();
  const waiting = [];
  let started = false;
  let worker = null;

  const tell = (message) => stand.dispatchEvent(new MessageEvent("message", { data: message }));

  function start() {
    if (started) return;
    // An address with ?q= asks before the page's own scripts are there: search-page.js would miss the question.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", start, { once: true });
      return;
    }
    started = true;
    open(address, (made) => {
      worker = made;
      worker.addEventListener("message", (event) => {
        if (event.data.type !== READY) tell(event.data);
      });
      waiting.splice(0).forEach((message) => worker.postMessage(message));
    });
  }

  function postMessage(message) {
    if (message.type === SETUP) tell({ type: READY });
    if (message.type === QUERY && message.data) start();
    if (worker) worker.postMessage(message);
    else waiting.push(message);
  }

  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof Element && target.closest(".md-search")) start();
  });
  return Object.assign(stand, { postMessage, terminate: () => worker?.terminate() });
}

if (Native) {
  standIn.prototype = Native.prototype; // whoever mends the one mends the other
  Object.assign(window, { Worker: standIn });
}
