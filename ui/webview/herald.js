// In the isolated world of the provider's frame: tells the listener above where this frame is, and when it was painted,
// and sees to links that lead elsewhere. The page itself neither sees nor sends what this tells.
function (settings) {
    "use strict";
    if (window === window.top || window.parent !== window.top || !location.protocol.startsWith("http")) {
        return;
    }
    const slowest = 500;  // milliseconds after the load: a frame that is not shown is never painted
    let isTold = false;

    function tell(what) {
        window.top.postMessage({[settings.secret]: what}, settings.host);
    }

    function painted() {
        if (!isTold) {
            isTold = true;
            tell("painted");
        }
    }

    // A link to elsewhere would leave nothing of this page: our policy refuses it, and the frame shows an error. Clicked
    // by a person it asks for a window instead, as most such links do, and that goes to the system's browser.
    window.addEventListener("click", (event) => {
        const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
        if (event.isTrusted && link && link.protocol === "https:" && !settings.origins.includes(link.origin)) {
            link.target = "_blank";
        }
    }, true);

    // Engines before Chromium 109 do not say with which status a page came.
    const [entry] = performance.getEntriesByType("navigation");
    const isRefused = Boolean(entry) && entry.responseStatus >= 400;

    tell(isRefused ? "refused" : "here");
    window.addEventListener("load", () => {
        tell("loaded");
        if (isRefused) {
            return;
        }
        requestAnimationFrame(() => requestAnimationFrame(painted));
        setTimeout(painted, slowest);
    });
}
