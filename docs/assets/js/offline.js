/* From a disk (file://) a browser starts no worker from a file. The theme asks for one by its address: give it a worker made
   of the same source, which the offline copy carries as a script. Only the pages of that copy load this file. */
(function () {
  "use strict";
  if (location.protocol !== "file:" || !window.Worker) { return; }
  var Native = window.Worker;
  var root = new URL("../../", document.currentScript.src);

  window.Worker = function () {
    var waiting = [];
    var stand = new EventTarget();
    var worker = null;
    var script = document.createElement("script");
    script.src = new URL("assets/js/search-worker-source.js", root);
    script.onload = function () {
      worker = new Native(URL.createObjectURL(new Blob([window.__searchWorker], { type: "text/javascript" })));
      worker.onmessage = function (event) { stand.dispatchEvent(new MessageEvent("message", { data: event.data })); };
      waiting.forEach(function (message) { worker.postMessage(message); });
    };
    document.head.appendChild(script);
    stand.postMessage = function (message) { if (worker) { worker.postMessage(message); } else { waiting.push(message); } };
    stand.terminate = function () { if (worker) { worker.terminate(); } };
    return stand;
  };
  window.Worker.prototype = Native.prototype; /* whoever mends the one mends the other */
})();
