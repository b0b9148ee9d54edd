// One step of the session at a time: what the page shows for it, and what it sends when it is done.
'use strict';

// `send(key, body)` brings it to the server; `sendCode(key, to)` has a code sent; `post(path, body)` is any other call.
window.identomatSteps = ({send, sendCode, post}) => {
  const {say} = verdeskWords;
  const {titleIn} = identomatForms;
  const {titles: language} = document.body.dataset;
  const at = (id) => document.getElementById(id);
  const call = identomatCall(post);
  const blocks = ['accepted', 'pictures', 'portrait', 'camera-row', 'moves', 'general', 'reach', 'code-row', 'form',
    'call', 'skip', 'upload', 'next', 'step-actions'];

  const words = {
    'identity-document': 'document', liveness: 'face', 'general-document': 'general', 'face-document': 'faceDocument',
    'video-call': 'call', 'phone-number': 'phoneNumber', email: 'email', 'user-questionnaire': 'questions',
    geolocation: 'place',
  };
  const only = (...shown) => blocks.forEach((id) => { at(id).hidden = !shown.includes(id); });
  const button = (id, word, act) => {
    at(id).disabled = false;
    at(id).textContent = say(word);
    at(id).onclick = act;
  };
  // Taking a picture and uploading one, as the step allows it.
  const pictures = (step, mayCapture, mayUpload, word) => {
    at('next').hidden = !mayCapture;
    at('upload').hidden = !mayUpload;
    button('next', word, () => send(step.key, {how: 'capture'}));
    button('upload', 'upload', () => send(step.key, {how: 'upload'}));
  };
  const accepted = ({document_types: types = [], document_countries: countries = []}) => {
    at('accepted').textContent = types.length + countries.length === 0 ? '' :
      say('accepted', {what: [...types, ...countries].join(', ')});
    at('accepted').hidden = at('accepted').textContent === '';
  };
  const moves = (active) => {
    const ids = ['move-left', 'move-right', 'move-smile'];
    at('next').disabled = active;
    ids.forEach((id, index) => {
      at(id).disabled = index > 0;
      at(id).onclick = () => {
        at(id).disabled = true;
        const following = at(ids[index + 1] || 'next');
        following.disabled = false;
        following.focus();
      };
    });
  };
  const reach = (step, isPhone) => {
    const checked = Boolean(step.flags[isPhone ? 'require_phone_number_check' : 'require_email_check']);
    const required = Boolean(step.flags[isPhone ? 'require_phone_number' : 'require_email']);
    at('code-row').hidden = !checked;
    at('skip').hidden = checked || required;
    at('reach-label').textContent = isPhone ? say('yourNumber') : say('yourEmail');
    at('to').type = isPhone ? 'tel' : 'email';
    at('to').value = at('code').value = '';
    at('hint').textContent = '';
    at('send-code').onclick = () => sendCode(step.key, at('to').value);
    button('skip', 'skip', () => send(step.key, {}));
    button('next', 'goOn', () => send(step.key, {to: at('to').value, code: at('code').value}));
  };
  const questionnaire = (step) => {
    const answers = identomatForms.show(at('form'), step, language, {}, (complete) => { at('next').disabled = !complete; });
    at('next').onclick = () => send(step.key, {answers: answers()});
    at('next').textContent = titleIn(step.successButtonTitle, language) || say('confirm');
    at('form').onsubmit = (event) => {
      event.preventDefault();
      if (!at('next').disabled) {
        at('next').click();
      }
    };
  };
  const askPlace = (step) => {
    const refused = () => send(step.key, {});
    if (!navigator.geolocation) {
      refused();
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({coords}) => send(step.key, {latitude: coords.latitude, longitude: coords.longitude}), refused, {timeout: 20000});
  };
  const shows = {
    'identity-document': (step) => {
      const uploadOnly = Boolean(step.flags.disable_document_capture);
      only('pictures', 'camera-row', 'step-actions');
      accepted(step.flags);
      pictures(step, !uploadOnly, uploadOnly || Boolean(step.flags.allow_document_upload), 'scan');
    },
    liveness: (step) => {
      const active = Boolean(step.flags.liveness);
      only('portrait', 'camera-row', 'step-actions', ...(active ? ['moves'] : []));
      pictures(step, true, !active && Boolean(step.flags.allow_face_upload), 'look');
      moves(active);
    },
    'general-document': (step) => {
      const {general_document_types: types = []} = step.flags;
      only('general', 'step-actions');
      at('general-type').replaceChildren(...(types.length ? types : ['utility_bill', 'bank_statement']).map((type) =>
        Object.assign(document.createElement('option'), {value: type, textContent: type.replace(/_/g, ' ')})));
      at('next').hidden = false;
      button('next', 'upload', () => send(step.key, {documentType: at('general-type').value}));
    },
    'face-document': (step) => {
      only('portrait', 'pictures', 'camera-row', 'step-actions');
      pictures(step, true, Boolean(step.flags.allow_face_doc_upload), 'scan');
    },
    'video-call': () => only('call'),
    'phone-number': (step) => {
      only('reach', 'step-actions', 'next');
      reach(step, true);
    },
    email: (step) => {
      only('reach', 'step-actions', 'next');
      reach(step, false);
    },
    'user-questionnaire': (step) => {
      only('form', 'step-actions', 'next');
      questionnaire(step);
    },
    geolocation: (step) => {
      only('step-actions', 'next', 'skip');
      button('skip', 'skip', () => send(step.key, {}));
      button('next', 'tellPlace', () => askPlace(step));
    },
  };
  const text = (step) => {
    if (step.description) {
      return titleIn(step.description, language);
    }
    const active = step.type === 'liveness' && step.flags.liveness;
    return active ? say('faceActiveText') : say(`${words[step.type]}Text`);
  };
  return {
    stop: call.stop,
    show: (step) => {
      at('step-title').textContent = titleIn(step.title, language) || say(`${words[step.type]}Title`);
      at('step-text').textContent = text(step);
      (shows[step.type] || (() => only()))(step);
    },
    // What changes while a step is shown.
    update: (step, {call: state, sentTo, hint}) => {
      if (step.type === 'video-call') {
        call.show(step, state);
      }
      if (sentTo && !at('reach').hidden) {
        at('hint').textContent = say('codeSent', {to: sentTo}) + (hint ? ` ${say('codeHint', {code: hint})}` : '');
      }
    },
  };
};
