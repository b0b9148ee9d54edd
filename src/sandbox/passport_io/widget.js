// The widget: who you are, a picture, send or decline. What Passport.io documents of it is the message after sending.
'use strict';

(() => {
  const session = document.body.dataset.session;
  const at = (id) => document.getElementById(id);
  const {say} = verdeskWords;
  const call = async (path, body) => {
    const reply = await fetch(`/widget/sessions/${encodeURIComponent(session)}${path}`,
      body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)});
    const value = await reply.json().catch(() => ({}));
    if (!reply.ok) {
      throw new Error(value.error || reply.status);
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
    end(say('sentTitle'), say('sentText'));
    if (!verdeskTricks.has('silent')) {
      window.parent.postMessage({messageType: 'triggerCloseWidget'}, '*');
    }
  };
  const declined = () => over || end(say('declinedTitle'), say('declinedText'));

  const act = async (path, then) => {
    for (const button of document.querySelectorAll('button')) {
      button.disabled = true;
    }
    at('problem').hidden = true;
    try {
      await call(path, {person: verdeskVisitor.chosen('ada')});
      then();
    } catch (error) {
      at('problem').textContent = say('failed', {why: error.message});
      at('problem').hidden = false;
      for (const button of document.querySelectorAll('button')) {
        button.disabled = false;
      }
    }
  };
  at('send').addEventListener('click', () => act('/send', sent));
  at('decline').addEventListener('click', () => act('/decline', declined));

  verdeskVisitor.offerCamera('picture');
  verdeskVisitor.choose('/widget/people');

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
