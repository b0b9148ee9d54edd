// What every double's page has of the customer: who it is, and the camera.
'use strict';

window.verdeskVisitor = {
  // Fills #people with a choice of who the customer is.
  choose: async (address) => {
    const {people} = await (await fetch(address)).json();
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
      document.getElementById('people').append(label);
    });
  },
  // The one who was chosen, by name in the double.
  chosen: (otherwise) => {
    const person = document.querySelector('input[name=person]:checked');
    return person ? person.value : otherwise;
  },
  // #camera asks for it; #camera-state says what came of that, and what goes on then, by the name of its words.
  offerCamera: (instead) => {
    const state = document.getElementById('camera-state');
    const {say} = verdeskWords;
    const words = {granted: 'cameraWorks', NotAllowedError: 'cameraRefused', NotFoundError: 'cameraMissing'};
    const ask = async () => {
      state.textContent = say('cameraWaits');
      const result = await verdeskTricks.camera();
      state.textContent = `${say(words[result] || 'cameraFailed', {why: result})} ${say(instead)}`;
    };
    document.getElementById('camera').addEventListener('click', ask);
    if (verdeskTricks.has('askCamera')) {
      ask();
    }
  },
};
