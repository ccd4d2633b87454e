/* The theme starts its search on every page, and most pages are only read. It is given a worker that stands in: ready at once, it
   starts the true one, which loads the documents, when somebody goes to the search or a query comes. */

function begin() {
  const Native = window.Worker;
  if (!Native) { return; }
  const SETUP = 0, READY = 1, QUERY = 2;

  window.Worker = function (address) {
    const stand = new EventTarget();
    const waiting = [];
    let started = false;
    let worker = null;

    stand.postMessage = function (message) {
      if (message.type === SETUP) { tell({ type: READY }); }
      if (message.type === QUERY && message.data) { start(); }
      if (worker) { worker.postMessage(message); } else { waiting.push(message); }
    };
    stand.terminate = function () { if (worker) { worker.terminate(); } };
    document.addEventListener("focusin", function (event) {
      if (event.target.closest && event.target.closest(".md-search")) { start(); }
    });
    return stand;

    function tell(message) { stand.dispatchEvent(new MessageEvent("message", { data: message })); }

    function start() {
      if (started) { return; }
      /* An address with ?q= asks before the page's own scripts are there: search-page.js would miss the question and its answer. */
      if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start, { once: true }); return; }
      started = true;
      /* offline.js has another way: from a disk no worker starts from a file. */
      (window.openSearchWorker || function (Made, source, use) { use(new Made(source)); })(Native, address, use);
    }

    function use(made) {
      worker = made;
      worker.addEventListener("message", function (event) { if (event.data.type !== READY) { tell(event.data); } });
      waiting.splice(0).forEach(function (message) { worker.postMessage(message); });
    }
  };
  window.Worker.prototype = Native.prototype; /* whoever mends the one mends the other */
}

begin();
