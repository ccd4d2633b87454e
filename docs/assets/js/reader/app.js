/* Reading without network, where the site is served securely: what was read is kept, and all of it where the reader asks. */

function begin() {
  if (!("serviceWorker" in navigator) || location.protocol === "file:") { return; }
  const root = new URL("../../../", document.currentScript.src);
  window.addEventListener("load", function () {
    const first = !navigator.serviceWorker.controller; /* then this page came before there was anybody to keep it */
    navigator.serviceWorker.register(new URL("sw.js", root)).then(function () {
      if (first) { ask({ page: location.href.split("#")[0] }); }
      offer();
    }).catch(function () {});
  });

  function offer() {
    const panel = document.querySelector("[data-keep]");
    if (!panel) { return; }
    const button = panel.querySelector("button");
    const status = panel.querySelector("[role=status]");
    panel.hidden = false;
    ask("size", function (found) { say("Cả trang gồm " + found.files + " tệp, " + megabytes(found.bytes) + ", chưa kể các phiếu PDF, Word, Excel."); });
    button.addEventListener("click", function () {
      button.disabled = true;
      ask("keep", function (told) {
        if (told.failed) { button.disabled = false; say("Chưa giữ được hết. Hãy kiểm tra mạng rồi bấm lại."); }
        else { say(told.done ? "Đã giữ cả trang. Từ nay mở được khi không có mạng." : "Đang giữ: " + told.kept + "/" + told.files + " tệp."); }
      });
    });
    function say(words) { status.textContent = words; }
  }

  function ask(what, told) {
    navigator.serviceWorker.ready.then(function (registration) {
      const channel = new MessageChannel();
      if (told) { channel.port1.onmessage = function (event) { told(event.data); }; }
      registration.active.postMessage(what, [channel.port2]);
    });
  }

  function megabytes(bytes) { return (bytes / 1e6).toFixed(1).replace(".", ",") + " MB"; }
}

begin();
