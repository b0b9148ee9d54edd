// The customer's part in the video call: camera and microphone, joining, hanging up, and who else is there.
'use strict';

window.identomatCall = (post) => {
  const {say} = verdeskWords;
  const at = (id) => document.getElementById(id);
  const words = {granted: 'mediaWorks', NotAllowedError: 'mediaRefused', NotFoundError: 'mediaMissing'};
  let stream = null;
  let withPicture = true;

  const stop = () => {
    if (stream) {
      stream.getTracks().forEach((track) => track.stop());
    }
    stream = null;
    at('own-picture').hidden = true;
  };
  // Both, as a call needs them. What comes of it is told to whoever tests the page around.
  const start = async () => {
    let result = 'missing';
    if (navigator.mediaDevices) {
      try {
        stream = await navigator.mediaDevices.getUserMedia({video: withPicture, audio: true});
        at('own-picture').srcObject = stream;
        at('own-picture').hidden = !withPicture;
        result = 'granted';
      } catch (error) {
        result = error.name;
      }
    }
    verdeskTricks.report('call', result);
    at('call-media').textContent = say(words[result] || 'mediaFailed', {why: result});
  };
  at('camera-off').addEventListener('click', () => {
    withPicture = !withPicture;
    at('camera-off').textContent = say(withPicture ? 'cameraOff' : 'cameraOn');
    if (stream) {
      stream.getVideoTracks().forEach((track) => { track.enabled = withPicture; });
      at('own-picture').hidden = !withPicture;
    }
  });
  at('join').addEventListener('click', async () => {
    if (await post('/call/join', {name: at('call-name').value})) {
      start();
    }
  });
  at('leave').addEventListener('click', async () => {
    stop();
    await post('/call/leave', {});
  });
  at('end-call').addEventListener('click', async () => {
    if (await post('/call/end', {})) {
      stop();
    }
  });
  return {
    stop,
    show: (step, call) => {
      at('call-name-field').hidden = call.joined || !step.flags.nameRequired;
      at('camera-off').hidden = Boolean(step.flags.hideCameraOption);
      at('join').hidden = call.joined;
      at('leave').hidden = !call.joined;
      at('end-call').hidden = !call.mayEnd;
      at('call-state').textContent = !call.joined ? say('callReady') :
        call.operatorHere ? say('callTalks') : say('callWaits');
      at('participants').replaceChildren(...call.participants.map((name) =>
        Object.assign(document.createElement('li'), {textContent: name})));
    },
  };
};
