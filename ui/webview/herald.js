// In the isolated world of the provider's frame: tells the listener above where this frame is, and when it was painted.
// The page itself neither sees nor sends these.
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

    tell("here");
    window.addEventListener("load", () => {
        requestAnimationFrame(() => requestAnimationFrame(painted));
        setTimeout(painted, slowest);
    });
}
