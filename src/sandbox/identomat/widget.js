// The widget: consent, the steps one after another, and the end, which the window around is told by the text "DONE" or
// which leads to return_url.
'use strict';

(() => {
  const {session, titles, institution} = document.body.dataset;
  const {say} = verdeskWords;
  const at = (id) => document.getElementById(id);
  let shown = '';  // which screen, so that what is typed into it stays
  let over = false;
  let acts = 0;  // what was asked for before is no news any more

  // The same browser comes back as the same, also where cookies of frames are refused.
  const browser = (() => {
    const mine = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
    try {
      const kept = localStorage.getItem('identomat-browser') || mine();
      localStorage.setItem('identomat-browser', kept);
      return kept;
    } catch {
      return mine();
    }
  })();

  const problem = (why, question) => {
    at('problem').textContent = why ? say(why, {question: question || ''}) : '';
    at('problem').hidden = !why;
  };
  const call = async (path, body) => {
    const reply = await fetch(`/widget/${session}${path}?browser=${browser}`,
      body === undefined ? {} : {method: 'POST', body: JSON.stringify(body)}).catch(() => null);
    const value = reply ? await reply.json().catch(() => ({})) : {};
    return reply && reply.ok ? {now: value} : {why: value.why || 'noAnswer', question: value.question};
  };
  const screen = (name) => {
    for (const section of document.querySelectorAll('main > section')) {
      section.hidden = section.id !== name;
    }
    problem('');
    at(name).querySelector('h1').focus();
  };
  const signal = ({flags}) => {
    if (over || verdeskTricks.has('silent')) {
      return;
    }
    over = true;
    if (flags.return_url) {
      window.location.assign(flags.return_url);
    } else {
      window.parent.postMessage('DONE', '*');
    }
  };
  const end = (now) => {
    const finished = now.status === 'finished';
    at('end-title').textContent = finished ? say('endTitle') : say('disagreedTitle');
    at('end-text').textContent = finished ? say('endText', {institution}) : say('disagreedText');
    at('other-device').hidden = at('device').hidden = true;
    screen('end');
    signal(now);
  };
  const showLink = ({link}) => {
    at('device-link').href = at('device-link').textContent = link;
    at('device').hidden = !link;
  };
  const showDevices = (now) => {
    at('other-device').hidden = !now.flags.optional_continue_on_another_device || !now.link;
    at('other-device').onclick = () => showLink(now);
  };

  const act = async (path, body) => {
    acts += 1;
    const buttons = [...document.querySelectorAll('button:not(:disabled)')];
    buttons.forEach((button) => { button.disabled = true; });
    const {now, why, question} = await call(path, body);
    buttons.forEach((button) => { button.disabled = false; });
    if (now) {
      problem('');
      render(now);
    } else {
      problem(why, question);
    }
    return Boolean(now);
  };
  const steps = identomatSteps({
    post: act,
    send: (key, body) => act(`/steps/${encodeURIComponent(key)}`, body),
    sendCode: (key, to) => act(`/codes/${encodeURIComponent(key)}`, {to}),
  });
  const languages = (now) => {
    const own = now.steps.flatMap(({title, questions = []}) =>
      [title, ...questions.map((question) => question.title)].flatMap(identomatForms.languagesOf));
    const all = [...new Set(['en', 'de', titles, ...own])];
    at('language').replaceChildren(...all.map((each) =>
      Object.assign(document.createElement('option'), {value: each, textContent: each, selected: each === titles})));
  };
  const render = (now) => {
    const step = now.steps.find(({key}) => key === now.next);
    const wanted = now.status === 'finished' || now.status === 'disagreed' ? 'end' :
      now.phonesOnly ? 'phone' : now.status === 'open' ? 'start' : `step ${now.next}`;
    if (wanted !== shown) {
      shown = wanted;
      languages(now);
      showDevices(now);
      if (wanted === 'end') {
        steps.stop();
        end(now);
        return;
      }
      if (wanted === 'phone') {
        showLink(now);
      }
      at('agreement').hidden = Boolean(now.flags.skip_agreement);
      screen(wanted.split(' ')[0]);
      if (step && now.status === 'started') {
        const done = now.steps.filter((each) => each.done).length;
        at('progress').textContent = say('progress', {number: done + 1, count: now.steps.length});
        steps.show(step);
      }
    }
    if (step && now.status === 'started') {
      steps.update(step, now);
    }
  };

  at('agree').addEventListener('click', () => act('/start', {person: verdeskVisitor.chosen('nino')}));
  at('disagree').addEventListener('click', () => act('/disagree', {}));
  at('language').addEventListener('change', () => {
    const address = new URL(window.location.href);
    address.searchParams.set('language', at('language').value);
    window.location.replace(address);
  });
  verdeskVisitor.choose(`/people?language=${document.documentElement.lang}`);
  // Where the camera does not work, the customer may go on elsewhere.
  const ask = verdeskTricks.camera;
  verdeskTricks.camera = async () => {
    const result = await ask();
    const {now} = result === 'granted' ? {} : await call('');
    if (now) {
      showLink(now);
    }
    return result;
  };
  verdeskVisitor.offerCamera('example');

  // Somebody may play the customer or the operator elsewhere.
  const watch = async () => {
    const before = acts;
    const {now, why} = await call('');
    if (now && before === acts) {
      render(now);
    } else if (why && why !== 'noAnswer') {
      problem(why);
    }
    if (!over) {
      setTimeout(watch, 400);
    }
  };
  watch();
})();
