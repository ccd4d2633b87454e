/* Reading without network, where the site is served securely: what was read is kept, and all of it where the reader
   asks. */

import { one } from "../common/page.js";

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

/** Ask the service worker for `what`; each of its answers is `told`.
    @param {any} what
    @param {(data: any) => void} [told] */
async function ask(what, told) {
  const { active } = await navigator.serviceWorker.ready;
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }) => told?.(data);
  active?.postMessage(what, [channel.port2]);
}

function offer(panel) {
  const button = one(panel, "button", HTMLButtonElement);
  const status = one(panel, "[role=status]", HTMLElement);
  panel.hidden = false;
  ask("size", ({ files, bytes }) => {
    const size = `${files} tệp, ${megabytes(bytes)}`;
    status.textContent = `Toàn bộ trang thông tin gồm ${size}, chưa kể các phiếu PDF, Word, Excel.`;
  });
  button.addEventListener("click", () => {
    button.disabled = true;
    ask("keep", ({ failed, done, kept, files }) => {
      button.disabled = !failed;
      if (failed) status.textContent = "Chưa lưu được hết. Hãy kiểm tra mạng rồi bấm lại.";
      else if (done) status.textContent = "Đã lưu toàn bộ. Từ nay mở được khi không có mạng.";
      else status.textContent = `Đang lưu: ${kept}/${files} tệp.`;
    });
  });
}

async function begin(worker) {
  const first = !navigator.serviceWorker.controller; // then this page came before there was anybody to keep it
  await navigator.serviceWorker.register(worker);
  if (first) ask({ page: location.href.split("#")[0] });
  const panel = document.querySelector("[data-keep]");
  if (panel) offer(panel);
}

if ("serviceWorker" in navigator && location.protocol !== "file:") {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const worker = new URL("../../../sw.js", own.src);
  window.addEventListener("load", () => begin(worker).catch(() => {})); // without it one reads as on any site
}
