// Says a page in the customer's language, which the server has written into <html lang>. What all pages say is here; a
// page adds its own. {name} is filled in.
'use strict';

(() => {
  const words = {};
  const say = (name, values = {}) => words[name].replace(/\{(\w+)\}/g, (_, value) => values[value] ?? '');
  const add = (languages) => {
    Object.assign(words, languages[document.documentElement.lang] || languages.en);
    for (const element of document.querySelectorAll('[data-word]')) {
      element.textContent = words[element.dataset.word];
    }
    for (const picture of document.querySelectorAll('[data-alt]')) {
      picture.alt = words[picture.dataset.alt];
    }
  };
  window.verdeskWords = {add, say};
})();

verdeskWords.add({
  en: {
    practice: 'Practice',
    youAre: 'You are',
    decline: 'Decline',
    terms: 'terms',
    cameraWaits: 'Waiting for the camera …',
    cameraWorks: 'The camera works.',
    cameraRefused: 'The camera was refused.',
    cameraMissing: 'There is no camera.',
    cameraFailed: 'No camera: {why}.',
    failed: 'That did not work: {why}',
    noAnswer: 'There was no answer.',
  },
  de: {
    practice: 'Übung',
    youAre: 'Sie sind',
    decline: 'Ablehnen',
    terms: 'Bedingungen',
    cameraWaits: 'Die Kamera wird gesucht …',
    cameraWorks: 'Die Kamera funktioniert.',
    cameraRefused: 'Die Kamera wurde abgelehnt.',
    cameraMissing: 'Es gibt keine Kamera.',
    cameraFailed: 'Keine Kamera: {why}.',
    failed: 'Das hat nicht geklappt: {why}',
    noAnswer: 'Es kam keine Antwort.',
  },
});
