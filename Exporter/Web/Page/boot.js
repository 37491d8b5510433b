(function () {
    "use strict";
    window.latentWalkFailed = function (text) {
        if (document.body.className === "stopped") return;          // the first reason is the cause
        document.getElementById("loading").hidden = true;
        document.getElementById("stopped").hidden = false;
        document.getElementById("stopped-text").textContent = text;
        document.body.className = "stopped";
    };
    window.addEventListener("error", function (event) {
        if (event.target && event.target.tagName === "SCRIPT") {
            window.latentWalkFailed("A file of this page is missing: something in app/ could not be loaded. Upload the whole folder again, then reload.");
        }
    }, true);
    if (location.protocol === "file:") {
        window.latentWalkFailed("This page was opened as a file, and browsers load generators only from a web server. In the folder of Latent Walk, run:  lw serve FOLDER  (any other web server does as well), then open the address that it prints.");
    } else if (typeof WebAssembly !== "object") {
        window.latentWalkFailed("This browser has no WebAssembly, which the generator runs on. Try another browser, or allow it: some block it in their strictest mode.");
    } else if (typeof DecompressionStream !== "function" || !("noModule" in document.createElement("script"))) {
        window.latentWalkFailed("This browser is too old for this page. Chrome 103, Firefox 114, Safari 16.4 and anything newer run it.");
    }
})();
