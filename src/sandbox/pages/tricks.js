// What the control API switched on for this page. Each trick reports what came of it.
'use strict';

(() => {
  const tricks = new Set((document.body.dataset.tricks || '').split(' '));
  const report = (what, result) => fetch('/tricks/report', {
    method: 'POST', body: JSON.stringify({what, result: String(result).slice(0, 200)}),
  }).catch(() => {});
  window.verdeskTricks = {has: (name) => tricks.has(name), report};

  if (tricks.has('foreignMessage')) {
    const stranger = document.createElement('iframe');
    stranger.src = document.body.dataset.stranger;
    stranger.title = 'stranger';
    stranger.width = stranger.height = 1;
    stranger.addEventListener('load', () => report('foreignMessage', 'loaded'));
    document.body.append(stranger);
  }
  if (tricks.has('download')) {
    const link = document.createElement('a');
    link.href = '/tricks/terms.pdf';
    link.download = 'terms.pdf';
    document.body.append(link);
    link.click();
    report('download', 'asked');
  }
  if (tricks.has('popup')) {
    const opened = window.open('/terms', '_blank', 'width=300,height=300');
    report('popup', opened ? 'an object' : 'nothing');
  }
  if (tricks.has('geolocation')) {
    navigator.geolocation.getCurrentPosition(() => report('geolocation', 'given'),
      (error) => report('geolocation', `refused ${error.code}`));
  }
  if (tricks.has('notification')) {
    if (window.Notification) {
      Notification.requestPermission().then((answer) => report('notification', answer));
    } else {
      report('notification', 'missing');
    }
  }

  // "granted", or the name of what went wrong: NotAllowedError, NotFoundError.
  window.verdeskTricks.camera = async () => {
    let result = 'missing';
    if (navigator.mediaDevices) {
      try {
        const stream = await navigator.mediaDevices.getUserMedia({video: true});
        stream.getTracks().forEach((track) => track.stop());
        result = 'granted';
      } catch (error) {
        result = error.name;
      }
    }
    report('camera', result);
    return result;
  };
})();
