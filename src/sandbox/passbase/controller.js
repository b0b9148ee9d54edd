// The button in the institution's page, and the messages between the two as the vendor's package @passbase/button 4 has
// them: {type, data}, to and from the window around, whoever that is.
'use strict';

(() => {
  const verify = document.getElementById('verify');
  const flow = document.getElementById('flow');
  let given = null;    // what iframeInitialize brought
  let running = false;

  document.body.classList.add('button');
  const post = (type, data) => {
    if (type === 'iframeLoaded' || !verdeskTricks.has('silent')) {
      window.parent.postMessage({type, data}, '*');
    }
  };
  const stop = () => {
    running = false;
    flow.hidden = true;
    document.body.classList.add('button');
    verify.hidden = Boolean(given.hidden);
  };
  const failed = (code, step) => {
    stop();
    post('iframeError', [code, {step}]);
  };
  const style = ({accentColor, darkMode} = {}) => {
    document.documentElement.classList.toggle('dark', Boolean(darkMode));
    if (accentColor && CSS.supports('color', accentColor)) {
      document.documentElement.style.setProperty('--primary', accentColor);
    }
  };
  const start = async () => {
    if (running || !given) {
      return;
    }
    running = true;
    const reply = await fetch('/visits', {method: 'POST', body: JSON.stringify({
      apiKey: given.apiKey, prefillAttributes: given.prefillAttributes, metaData: given.metaData,
    })}).catch(() => null);
    if (!reply || !reply.ok) {
      failed('FATAL_ERROR', 'START');
      return;
    }
    verify.hidden = true;
    document.body.classList.remove('button');
    post('iframeStart');
    passbaseFlow(await reply.json(), {
      submitted: (key) => post('iframeSubmitted', [key]),
      finished: (key) => {
        stop();
        post('iframeFinish', [key]);
      },
      failed,
    });
  };

  verify.addEventListener('click', start);
  window.addEventListener('message', ({source, data}) => {
    if (source !== window.parent || !data || data.type !== 'iframeInitialize') {
      return;
    }
    // Without data it is start().
    if (!data.data) {
      start();
      return;
    }
    given = data.data;
    style(given.theme);
    verify.hidden = Boolean(given.hidden) || running;
  });
  post('iframeLoaded');
})();
