// The widget: who you are, a picture, send or decline. What Passport.io documents of it is the message after sending.
'use strict';

(() => {
  const session = document.body.dataset.session;
  const at = (id) => document.getElementById(id);
  const call = async (path, body) => {
    const reply = await fetch(`/widget/sessions/${encodeURIComponent(session)}${path}`,
      body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)});
    const value = await reply.json().catch(() => ({}));
    if (!reply.ok) {
      throw new Error(value.error || `The answer was ${reply.status}.`);
    }
    return value;
  };

  let over = false;
  const end = (title, text) => {
    over = true;
    at('form').hidden = true;
    at('end').hidden = false;
    at('end-title').textContent = title;
    at('end-text').textContent = text;
    at('end-title').focus();
  };
  const sent = () => {
    if (over) {
      return;
    }
    end('Thank you', 'Your data was sent. You can hand the device back.');
    if (!verdeskTricks.has('silent')) {
      window.parent.postMessage({messageType: 'triggerCloseWidget'}, '*');
    }
  };
  const declined = () => over || end('You declined', 'Nothing was sent.');

  const act = async (path, then) => {
    for (const button of document.querySelectorAll('button')) {
      button.disabled = true;
    }
    at('problem').hidden = true;
    try {
      const person = document.querySelector('input[name=person]:checked');
      await call(path, {person: person ? person.value : 'ada'});
      then();
    } catch (error) {
      at('problem').textContent = error.message;
      at('problem').hidden = false;
      for (const button of document.querySelectorAll('button')) {
        button.disabled = false;
      }
    }
  };
  at('send').addEventListener('click', () => act('/send', sent));
  at('decline').addEventListener('click', () => act('/decline', declined));

  const words = {granted: 'The camera works. The example picture is used all the same.',
    NotAllowedError: 'The camera was refused. The example picture is used.',
    NotFoundError: 'There is no camera. The example picture is used.'};
  const askCamera = async () => {
    at('camera-state').textContent = 'Waiting for the camera …';
    const result = await verdeskTricks.camera();
    at('camera-state').textContent = words[result] || `No camera: ${result}. The example picture is used.`;
  };
  at('camera').addEventListener('click', askCamera);
  if (verdeskTricks.has('askCamera')) {
    askCamera();
  }

  fetch('/widget/people').then((reply) => reply.json()).then(({people}) => {
    people.forEach((person, index) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      const note = document.createElement('small');
      input.type = 'radio';
      input.name = 'person';
      input.value = person.id;
      input.id = `person-${person.id}`;
      input.checked = index === 0;
      note.textContent = person.note;
      label.append(input, person.name, note);
      at('people').append(label);
    });
  });

  // Somebody may play the customer elsewhere: the control API.
  const watch = async () => {
    const {status} = await call('').catch(() => ({}));
    if (status === 'sent') {
      sent();
    } else if (status === 'declined') {
      declined();
    }
    if (!over) {
      setTimeout(watch, 400);
    }
  };
  setTimeout(watch, 400);
})();
