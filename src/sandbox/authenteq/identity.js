// The identity server's page. What Authenteq documents of it is where the browser is sent afterwards.
'use strict';

(() => {
  const session = encodeURIComponent(document.body.dataset.session);
  const at = (id) => document.getElementById(id);
  const {say} = verdeskWords;
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
    const reply = await fetch(`/identity/${session}/${what}`,
      {method: 'POST', body: JSON.stringify({person: verdeskVisitor.chosen('anna')})}).catch(() => null);
    if (reply && reply.ok) {
      finish();
      return;
    }
    const value = reply ? await reply.json().catch(() => ({})) : {};
    at('problem').textContent = value.errorMessage ? say('failed', {why: value.errorMessage}) : say('noAnswer');
    at('problem').hidden = false;
    buttons().forEach((button) => { button.disabled = false; });
  };
  at('approve').addEventListener('click', () => act('approve'));
  at('decline').addEventListener('click', () => act('decline'));
  at('back').hidden = !document.body.dataset.back;

  verdeskVisitor.offerCamera('alive');
  verdeskVisitor.choose('/identity/people');

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
