'use strict';
const words = WORDS[document.documentElement.lang] || WORDS.en;
const byId = (id) => document.getElementById(id);
const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');

let people = [];
let person = null;    // whom the customer plays
let current = null;   // the request on screen: {view, deadline, total}
let ticking = null;   // the timer of the screen that counts down
let watching = null;

// --- talking to the wallet ---------------------------------------------------------------------------------------

async function call(method, path, body) {
  let response;
  try {
    response = await fetch('/phone/api' + path, {
      method,
      headers: body ? {'Content-Type': 'application/json'} : {},
      body: body ? JSON.stringify(body) : undefined,
    });
    return {status: response.status, body: await response.json()};
  } catch {
    return {status: response?.status ?? 0, body: {}};
  }
}

// --- screens -----------------------------------------------------------------------------------------------------

function show(name) {
  clearInterval(ticking);
  clearInterval(watching);
  for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== name;
  byId('back').hidden = name === 'home' || name === 'end';
  byId('brand').hidden = !byId('back').hidden;
  window.scrollTo(0, 0);
  const heading = byId(name).querySelector('h1');
  heading.focus({preventScroll: true});
  document.title = `${heading.textContent} · ${words.title}`;
}

function showProblem(id, text) {
  byId(id).textContent = text;
  byId(id).hidden = !text;
}

function clockText(milliseconds) {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function home() {
  current = null;
  byId('code').value = '';
  showProblem('codeProblem', '');
  show('home');
}

function end(kind, title, text, shared = []) {
  current = null;
  byId('endBadge').className = `badge ${kind}`;
  byId('endTitle').textContent = title;
  byId('endText').textContent = text;
  byId('endList').replaceChildren(...shared.map((name) => {
    const item = document.createElement('li');
    item.textContent = words.permissions[name]?.[0] ?? name;
    return item;
  }));
  byId('endList').hidden = shared.length === 0;
  show('end');
}

function ended(status) {
  if (status === 'expired') end('late', words.expiredTitle, words.expiredText);
  else end('plain', words.endedTitle, words.endedText);
}

// --- people ------------------------------------------------------------------------------------------------------

function personNote(one) {
  if (one.sanctioned) return words.sanctioned;
  return one.identityVerified ? one.corridor.replace('→', ' → ') : words.identityOpen;
}

function fillPeople(fieldset, group) {
  for (const one of people) {
    const label = document.createElement('label');
    label.className = 'person' + (one.sanctioned ? ' bad' : one.identityVerified ? '' : ' warn');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = group;
    radio.value = one.id;
    radio.addEventListener('change', () => choose(one));
    const avatar = document.createElement('span');
    avatar.className = 'avatar';
    avatar.setAttribute('aria-hidden', 'true');
    avatar.textContent = one.name.split(' ').map((part) => part[0]).join('');
    const text = document.createElement('span');
    const name = document.createElement('strong');
    const [first, ...rest] = one.name.split(' ');
    const surname = document.createElement('span');
    surname.className = 'surname';
    surname.textContent = ` ${rest.join(' ')}`;
    name.append(first, surname);
    const tier = document.createElement('small');
    tier.textContent = say(words.tier, one);
    const note = document.createElement('small');
    note.className = 'note';
    note.textContent = personNote(one);
    text.append(name, tier, note);
    label.append(radio, avatar, text);
    fieldset.append(label);
  }
}

function choose(one) {
  person = one;
  for (const radio of document.querySelectorAll('.person input')) {
    radio.checked = radio.value === one.id;
    radio.parentElement.classList.toggle('chosen', radio.checked);
  }
}

// --- a request ---------------------------------------------------------------------------------------------------

function normalCode(text) {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, 8);
}

function formatCode() {
  const field = byId('code');
  const link = /[?&]r=([\w%-]+)/.exec(field.value);
  if (link) {
    open(decodeURIComponent(link[1]));
    return;
  }
  const atEnd = field.selectionStart === field.value.length;
  const code = normalCode(field.value);
  const text = code.length > 4 ? `${code.slice(0, 4)}-${code.slice(4)}` : code;
  if (text !== field.value) {
    const at = field.selectionStart;
    field.value = text;
    if (!atEnd) field.setSelectionRange(at, at);
  }
  showProblem('codeProblem', '');
}

async function open(id) {
  const {status, body} = await call('GET', `/requests/${encodeURIComponent(id)}`);
  if (status === 410) return ended(body.status);
  if (status !== 200) {
    if (byId('home').hidden) home();
    byId('code').value = id.startsWith('req_') ? '' : id;
    showProblem('codeProblem', status === 404 ? words.codeUnknown : words.network);
    byId('code').focus();
    return;
  }
  current = {view: body, deadline: performance.now() + body.expiresInMs, total: Math.max(body.expiresInMs, 1)};
  byId('institution').textContent = body.institutionName;
  byId('permissions').querySelectorAll('label').forEach((label) => label.remove());
  byId('permissions').append(...body.permissions.map(permissionRow));
  showProblem('requestProblem', '');
  busy(false);
  show('request');
  tick();
  ticking = setInterval(tick, 250);
  watching = setInterval(watch, 2500);
}

function permissionRow(name) {
  const [title, detail] = words.permissions[name] ?? [name, ''];
  const label = document.createElement('label');
  label.className = 'permission';
  const text = document.createElement('span');
  const strong = document.createElement('strong');
  strong.textContent = title;
  const small = document.createElement('small');
  small.textContent = detail;
  text.append(strong, small);
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.className = 'switch';
  box.value = name;
  box.checked = true;
  box.addEventListener('change', () => showProblem('requestProblem', ''));
  label.append(text, box);
  return label;
}

function tick() {
  if (!current) return;
  const left = current.deadline - performance.now();
  if (left <= 0) {
    watch();  // the service decides, not this page's clock
    byId('countdown').textContent = '0:00';
    return;
  }
  byId('countdown').textContent = clockText(left);
  byId('timeLeft').style.setProperty('width', `${100 * left / current.total}%`);
  byId('time').classList.toggle('short', left < 60000);
  const seconds = Math.ceil(left / 1000);
  if ([60, 30, 10].includes(seconds)) byId('timeSpoken').textContent = say(words.spoken, {count: seconds});
}

async function watch() {
  const watched = current;
  if (!watched || watched.asking || byId('share').disabled) return;
  watched.asking = true;
  const {status, body} = await call('GET', `/requests/${encodeURIComponent(watched.view.requestId)}`);
  watched.asking = false;
  if (current !== watched || byId('share').disabled) return;
  if (status === 410) ended(body.status);
  if (status === 200) watched.deadline = performance.now() + body.expiresInMs;
}

function busy(yes) {
  for (const id of ['share', 'decline']) byId(id).disabled = yes;
  byId('share').textContent = yes ? words.sharing : words.share;
}

async function share() {
  const permissions = [...document.querySelectorAll('#permissions input:checked')].map((box) => box.value);
  if (permissions.length === 0) return showProblem('requestProblem', words.chooseOne);
  const {view} = current;
  busy(true);
  const {status, body} = await call('POST', `/requests/${view.requestId}/share`, {person: person.id, permissions});
  busy(false);
  if (status === 410 || status === 409) return ended(body.status);
  if (status !== 200) return showProblem('requestProblem', words.network);
  if (body.data.status === 'completed') {
    end('good', words.sharedTitle, say(words.sharedText, {name: view.institutionName}), permissions);
  } else {
    end('plain', words.blockedTitle, words.blockedText);
  }
}

async function decline() {
  const {view} = current;
  busy(true);
  const {status, body} = await call('POST', `/requests/${view.requestId}/decline`, {});
  busy(false);
  if (status === 410 || status === 409) return ended(body.status);
  if (status !== 200) return showProblem('requestProblem', words.network);
  end('plain', words.declinedTitle, say(words.declinedText, {name: view.institutionName}));
}

// --- a token -----------------------------------------------------------------------------------------------------

async function token() {
  const {status, body} = await call('POST', '/tokens', {
    person: person.id, permissions: Object.keys(WORDS.en.permissions)});
  if (status !== 201) {
    home();
    return showProblem('codeProblem', words.network);
  }
  const {token: text, expiresInMs} = body.data;
  const deadline = performance.now() + expiresInMs;
  byId('tokenOf').textContent = say(words.tokenOf, {name: person.name});
  byId('tokenText').dataset.token = text;
  byId('tokenText').replaceChildren(...text.split('-').map((group) => {
    const span = document.createElement('span');
    span.textContent = group;
    return span;
  }));
  byId('tokenText').setAttribute('aria-label', text.replace(/-/g, ', '));
  byId('copied').textContent = '';
  byId('copy').textContent = words.copy;
  show('token');
  const count = () => {
    const left = deadline - performance.now();
    byId('tokenTime').textContent = left > 0 ? clockText(left) : words.tokenOver;
  };
  count();
  ticking = setInterval(count, 250);
}

async function copy() {
  try {
    await navigator.clipboard.writeText(byId('tokenText').dataset.token);
    byId('copy').textContent = words.copied;
    byId('copied').textContent = words.copied;
  } catch {
    window.getSelection().selectAllChildren(byId('tokenText'));
  }
}

// --- start -------------------------------------------------------------------------------------------------------

async function start() {
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
  people = (await call('GET', '/people')).body.people ?? [];
  fillPeople(byId('people'), 'person');
  fillPeople(byId('requestPeople'), 'requestPerson');
  const asked = new URLSearchParams(location.search);
  choose(people.find((one) => one.id === asked.get('person')) ?? people[0]);

  byId('code').addEventListener('input', formatCode);
  byId('codeForm').addEventListener('submit', (event) => {
    event.preventDefault();
    const code = normalCode(byId('code').value);
    if (code.length < 8) return showProblem('codeProblem', say(words.codeShort, {count: code.length}));
    open(code);
  });
  byId('back').addEventListener('click', home);
  byId('done').addEventListener('click', home);
  byId('share').addEventListener('click', share);
  byId('decline').addEventListener('click', decline);
  byId('getToken').addEventListener('click', token);
  byId('anotherToken').addEventListener('click', token);
  byId('copy').addEventListener('click', copy);

  home();
  const wanted = asked.get('r') ?? asked.get('code');
  if (wanted) open(asked.get('r') ?? normalCode(wanted));
}

start();
