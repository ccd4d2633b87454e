/* From a disk (file://) a browser starts no worker from a file: this one is made of the same source, which the offline
   copy carries as a script. Only the pages of that copy load this file. */

if (location.protocol === "file:") {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const source = new URL("../../../assets/js/search-worker-source.js", own.src);

  const openSearchWorker = (Native, address, use) => {
    const script = document.createElement("script");
    script.src = source.href;
    script.onload = () => {
      const { __searchWorker: text } = /** @type {any} */ (window);
      use(new Native(URL.createObjectURL(new Blob([text], { type: "text/javascript" }))));
    };
    document.head.append(script);
  };
  Object.assign(window, { openSearchWorker });
}
