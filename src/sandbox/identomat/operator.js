// The operator's page: who is in the call, the operator's questionnaires, and the decision.
'use strict';

(() => {
  const {session} = document.body.dataset;
  const language = document.documentElement.lang;
  const {say} = verdeskWords;
  const {titleIn} = identomatForms;
  const at = (id) => document.getElementById(id);
  let asked = false;

  // A `quiet` one leaves what was said before.
  const call = async (path, body, quiet) => {
    const reply = await fetch(`/manage/${session}${path}`,
      body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)}).catch(() => null);
    const value = reply ? await reply.json().catch(() => ({})) : {};
    const why = reply && reply.ok ? '' : value.why || value.error || 'noAnswer';
    if (quiet && !why) {
      return value;
    }
    at('problem').textContent = !why ? '' : value.error || say(why, {question: value.question || ''});
    at('problem').hidden = !why;
    return why ? null : value;
  };
  const section = (step) => {
    const made = document.createElement('section');
    const title = Object.assign(document.createElement('h2'), {textContent: titleIn(step.title, language)});
    const text = Object.assign(document.createElement('p'), {className: 'second',
      textContent: titleIn(step.description, language)});
    const form = Object.assign(document.createElement('form'), {className: 'stack'});
    const save = Object.assign(document.createElement('button'), {type: 'submit', className: 'primary',
      id: `save-${step.key}`, textContent: say('save')});
    const fields = document.createElement('div');
    fields.className = 'stack';
    const answers = identomatForms.show(fields, step, language, step.answers,
      (complete) => { save.disabled = !complete; });
    form.append(fields, save);
    form.onsubmit = (event) => {
      event.preventDefault();
      act(`/answers/${encodeURIComponent(step.key)}`, {answers: answers()});
    };
    made.append(title, ...(text.textContent ? [text] : []), form);
    return made;
  };
  const show = (now) => {
    at('customer').textContent = now.customer;
    at('state').textContent = now.ended ? say('callOver', {result: now.result}) :
      now.joined ? say('customerWaits') : say('customerAway', {result: now.result});
    at('participants').replaceChildren(...now.participants.map((name) =>
      Object.assign(document.createElement('li'), {textContent: name})));
    at('attend').disabled = at('end-call').disabled = !now.joined || now.ended;
    for (const id of ['approve', 'reject', 'manual']) {
      at(id).disabled = now.status !== 'finished';
    }
    if (!asked) {
      asked = true;
      at('questionnaires').replaceChildren(...now.questionnaires.map(section));
    }
  };
  const act = async (path, body, quiet) => {
    const now = await call(path, body, quiet);
    if (now) {
      show(now);
    }
  };
  const decide = (result) => act('/decide', {result, comment: at('comment').value,
    ...(result === 'rejected' ? {reason: at('reason').value} : {})});

  at('attend').addEventListener('click', () => act('/attend', {}));
  at('end-call').addEventListener('click', () => act('/end', {}));
  at('share').addEventListener('click', () => act('/share',
    {[at('to').value.includes('@') ? 'email' : 'phoneNumber']: at('to').value}));
  at('approve').addEventListener('click', () => decide('approved'));
  at('reject').addEventListener('click', () => decide('rejected'));
  at('manual').addEventListener('click', () => decide('manual_check'));
  const watch = async () => {
    await act('/session', undefined, true);
    setTimeout(watch, 800);
  };
  watch();
})();
