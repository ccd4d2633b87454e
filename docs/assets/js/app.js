/* Keep the pages for reading without network, where the site is served securely. */
(function () {
  "use strict";
  if (!("serviceWorker" in navigator) || location.protocol === "file:") { return; }
  var root = new URL("../../", document.currentScript.src);
  window.addEventListener("load", function () { navigator.serviceWorker.register(new URL("sw.js", root)).catch(function () {}); });
})();
