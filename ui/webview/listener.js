// In the isolated world of the top frame, which pages cannot see into: hears what the provider's page says, and says
// what the launch tells us to answer. Messages that come before the channel is there wait for it.
function (QWebChannel, settings) {
    "use strict";
    const longest = 65536;
    const mostWaiting = 256;
    const mostASecond = 100;  // a page that floods us is counted, and not heard
    const noteEvery = 100;    // milliseconds
    const waiting = [];
    const own = [];  // answers that were posted on top, where they come back to us
    let bridge = null;

    function tell(name, ...values) {
        if (bridge) {
            bridge[name](...values);
        } else if (waiting.length < mostWaiting) {
            waiting.push([name, values]);
        }
    }

    const notes = {foreign: 0, malformed: 0, unmatched: 0};
    let noting = null;

    // What is only counted is told in sums.
    function note(what) {
        ++notes[what];
        noting = noting || setTimeout(() => {
            noting = null;
            tell("noted", notes.foreign, notes.malformed, notes.unmatched);
            notes.foreign = notes.malformed = notes.unmatched = 0;
        }, noteEvery);
    }

    let second = 0;
    let heard = 0;

    function isFlood() {
        const now = Math.floor(performance.now() / 1000);
        heard = now === second ? heard + 1 : 1;
        second = now;
        return heard > mostASecond;
    }

    function frame() {
        return document.querySelector("iframe");
    }

    function isHost() {
        return document.documentElement && document.documentElement.dataset.desk === settings.secret;
    }

    function isOurs(source) {
        return settings.mode === "frame" ? Boolean(frame()) && source === frame().contentWindow : source === window;
    }

    function text(value) {
        try {
            const written = JSON.stringify(value);
            return typeof written === "string" && written.length <= longest ? written : null;
        } catch (problem) {
            return null;
        }
    }

    // What our other scripts send carries the secret, as a member's name.
    function secretly(event) {
        const data = event.data;
        return typeof data === "object" && data !== null && Object.hasOwn(data, settings.secret)
            ? [data[settings.secret]] : null;
    }

    function hear(event) {
        if (!isOurs(event.source)) {
            note("foreign");
            return;
        }
        const inside = secretly(event);
        if (inside && settings.mode === "frame") {
            tell("arrived", event.origin, String(inside[0]));
            return;
        }
        if (settings.mode !== "script" && !settings.origins.includes(event.origin)) {
            note("foreign");
            return;
        }
        const written = isFlood() ? null : text(inside ? inside[0] : event.data);
        if (written === null) {
            note("malformed");
        } else if (own.length > 0 && own[0] === written) {
            own.shift();
        } else if (settings.mode === "script" && inside) {
            tell("answered", written);
        } else if (settings.mode === "script") {
            note("unmatched");
        } else {
            tell("heard", event.origin, written);
        }
    }

    function post(origin, written) {
        const message = JSON.parse(written);
        if (settings.mode === "frame") {
            frame().contentWindow.postMessage(message, origin);
        } else if (window.origin === origin) {
            own.push(text(message));
            window.postMessage(message, origin);
        }
    }

    window.addEventListener("message", hear);
    window.addEventListener("securitypolicyviolation", (event) => {
        if (event.effectiveDirective === "frame-src") {
            tell("frameRefused");
        }
    });

    new QWebChannel(qt.webChannelTransport, (channel) => {
        bridge = channel.objects.desk;
        bridge.post.connect(post);
        bridge.open.connect(() => {
            frame().addEventListener("load", () => tell("frameLoaded"));
            frame().src = settings.page;
        });
        for (const [name, values] of waiting.splice(0)) {
            bridge[name](...values);
        }
        if (settings.mode === "script" ? document.readyState === "complete" : document.readyState !== "loading") {
            begin();
        } else {
            window.addEventListener(settings.mode === "script" ? "load" : "DOMContentLoaded", begin);
        }
    });

    function begin() {
        if (isHost()) {
            count();
        }
    }

    // Cameras and microphones are counted, not opened. -1: this page cannot know, or the launch needs none.
    function count() {
        const devices = navigator.mediaDevices;
        if (!devices || !(settings.camera || settings.microphone)) {
            tell("hostReady", -1, -1);
            return;
        }
        const number = (all, kind, needed) => needed ? all.filter((one) => one.kind === kind).length : -1;
        devices.enumerateDevices().then(
            (all) => tell("hostReady", number(all, "videoinput", settings.camera),
                number(all, "audioinput", settings.microphone)),
            () => tell("hostReady", -1, -1));
    }
}
