/* From a disk (file://) a browser starts no worker from a file: this one is made of the same source, which the offline copy
   carries as a script. Only the pages of that copy load this file. */

function begin() {
  if (location.protocol !== "file:") { return; }
  const root = new URL("../../../", document.currentScript.src);

  window.openSearchWorker = function (Native, address, use) {
    const script = document.createElement("script");
    script.src = new URL("assets/js/search-worker-source.js", root);
    script.onload = function () {
      use(new Native(URL.createObjectURL(new Blob([window.__searchWorker], { type: "text/javascript" }))));
    };
    document.head.appendChild(script);
  };
}

begin();
