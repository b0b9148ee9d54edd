// The identity server's page. What Authenteq documents of it is where the browser is sent afterwards.
'use strict';

(() => {
  const session = encodeURIComponent(document.body.dataset.session);
  const at = (id) => document.getElementById(id);
  const buttons = () => document.querySelectorAll('button');

  let over = false;
  const finish = () => {
    if (over || verdeskTricks.has('silent')) {
      return;
    }
    over = true;
    window.location.assign(`/identity/${session}/finish`);
  };
  const act = async (what) => {
    buttons().forEach((button) => { button.disabled = true; });
    at('problem').hidden = true;
    const person = document.querySelector('input[name=person]:checked');
    const reply = await fetch(`/identity/${session}/${what}`,
      {method: 'POST', body: JSON.stringify({person: person ? person.value : 'anna'})}).catch(() => null);
    if (reply && reply.ok) {
      finish();
      return;
    }
    const value = reply ? await reply.json().catch(() => ({})) : {};
    at('problem').textContent = value.errorMessage || 'There was no answer.';
    at('problem').hidden = false;
    buttons().forEach((button) => { button.disabled = false; });
  };
  at('approve').addEventListener('click', () => act('approve'));
  at('decline').addEventListener('click', () => act('decline'));
  at('back').hidden = !document.body.dataset.back;

  const words = {granted: 'The camera works. The practice person is alive.',
    NotAllowedError: 'The camera was refused. The practice person is alive.',
    NotFoundError: 'There is no camera. The practice person is alive.'};
  const askCamera = async () => {
    at('camera-state').textContent = 'Waiting for the camera …';
    const result = await verdeskTricks.camera();
    at('camera-state').textContent = words[result] || `No camera: ${result}.`;
  };
  at('camera').addEventListener('click', askCamera);
  if (verdeskTricks.has('askCamera')) {
    askCamera();
  }

  fetch('/identity/people').then((reply) => reply.json()).then(({people}) => {
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
    const reply = await fetch(`/identity/${session}`).catch(() => null);
    const {status} = reply && reply.ok ? await reply.json() : {};
    if (status === 'approved' || status === 'declined') {
      finish();
    } else if (!over) {
      setTimeout(watch, 400);
    }
  };
  setTimeout(watch, 400);
})();
