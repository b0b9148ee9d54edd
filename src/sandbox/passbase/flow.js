// The verification as the customer goes through it: consent, face and document, or the face alone of somebody known.
'use strict';

// `visit`: {id, email, country, known}. `tell`: {submitted(key), finished(key), failed(code, step)}, each at most once.
window.passbaseFlow = (visit, tell) => {
  const {say} = verdeskWords;
  const {institution} = document.body.dataset;
  const at = (id) => document.getElementById(id);
  let step = 'CONSENT';
  let over = false;

  const show = (name) => {
    for (const section of document.querySelectorAll('#flow > section')) {
      section.hidden = section.id !== name;
    }
    at('cancel').hidden = name === 'end';
    at('problem').hidden = true;
    at(name).querySelector('h1').focus();
  };
  const call = async (path, body) => {
    const reply = await fetch(`/visits/${encodeURIComponent(visit.id)}${path}`,
      body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)});
    const value = await reply.json().catch(() => ({}));
    if (!reply.ok) {
      throw new Error(value.message || value.error || say('noAnswer'));
    }
    return value;
  };
  const end = (kind) => {
    at('end-title').textContent = say(`${kind}Title`);
    at('end-text').textContent = say(`${kind}Text`, {institution});
    show('end');
  };
  // What the visit has come to, whoever brought it there.
  const follow = (now) => {
    if (over || now.status === 'open') {
      return;
    }
    over = true;
    if (now.status === 'submitted') {
      at('finish').onclick = () => {
        at('finish').disabled = true;
        tell.finished(now.key);
      };
      at('finish').disabled = false;
      end(now.authenticated ? 'known' : 'sent');
      tell.submitted(now.key);
      return;
    }
    at('finish').onclick = null;
    at('finish').disabled = true;
    end({CANCELLED_BY_USER: 'cancelled', BIOMETRIC_AUTHENTICATION_FAILED: 'unknown'}[now.code] || 'fatal');
    tell.failed(now.code, now.step);
  };
  const act = async (path, body, then) => {
    const buttons = document.querySelectorAll('#flow button');
    buttons.forEach((button) => { button.disabled = true; });
    try {
      const now = await call(path, body);
      buttons.forEach((button) => { button.disabled = false; });
      then(now);
    } catch (error) {
      buttons.forEach((button) => { button.disabled = false; });
      at('problem').textContent = error.message;
      at('problem').hidden = false;
    }
  };
  const askResource = (known) => {
    step = 'RESOURCE';
    at('resource-title').textContent = say(known ? 'faceTitle' : 'resourceTitle');
    at('resource-text').textContent = say(known ? 'faceText' : 'resourceText');
    at('pictures').hidden = known;
    at('anew').hidden = !known;
    at('anew').onclick = () => askResource(false);
    at('send').textContent = say(known ? 'look' : 'send');
    at('send').onclick = () => act(known ? '/authenticate' : '/submit', {person: verdeskVisitor.chosen('maja')}, follow);
    show('resource');
  };

  at('email').value = visit.email;
  at('email').parentElement.hidden = Boolean(visit.email);
  at('country').value = visit.country;
  at('continue').onclick = () => act('/email', {email: at('email').value}, (now) => askResource(now.known));
  at('cancel').onclick = () => act('/fail', {code: 'CANCELLED_BY_USER', step}, follow);
  if (!document.querySelector('input[name=person]')) {
    verdeskVisitor.choose('/people');
    verdeskVisitor.offerCamera('example');
  }
  at('flow').hidden = false;
  show('consent');

  // Somebody may play the customer elsewhere: the control API.
  const watch = async () => {
    follow(await call('').catch(() => ({status: 'open'})));
    if (!over) {
      setTimeout(watch, 400);
    }
  };
  setTimeout(watch, 400);
};
