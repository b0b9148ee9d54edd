// The two kinds of questionnaire, as begin/ brought them: which questions are shown after which answers, what has to be
// answered, what may not be changed.
'use strict';

(() => {
  // A title is a text, or an object of languages.
  const titleIn = (title, language) => {
    if (!title || typeof title === 'string') {
      return title || '';
    }
    return title[language] || title[language.slice(0, 2)] || title.en || Object.values(title)[0] || '';
  };
  const languagesOf = (title) => (title && typeof title === 'object' ? Object.keys(title) : []);
  const conditionsOf = ({showConditions}) => [].concat(showConditions || []);
  const holds = ({questionKey, answer}, answers) => {
    const given = answers[questionKey];
    return Array.isArray(given) ? given.includes(answer) : given === answer;
  };
  // Questions that hang on each other in a circle are shown never.
  const isShown = (step, question, answers, seen = []) => !seen.includes(question.key) &&
    conditionsOf(question).every((condition) => {
      const other = step.questions.find(({key}) => key === condition.questionKey);
      return other && holds(condition, answers) && isShown(step, other, answers, [...seen, question.key]);
    });
  const isEmpty = (answer) => answer === undefined || answer === null || answer.length === 0;
  // Those that are shown and hold something.
  const counting = (step, answers) => Object.fromEntries(step.questions
    .filter((question) => isShown(step, question, answers) && !isEmpty(answers[question.key]))
    .map(({key}) => [key, answers[key]]));
  const isComplete = (step, answers) => step.questions.every((question) =>
    !question.mandatory || question.readOnly || !isShown(step, question, answers) || !isEmpty(answers[question.key]));

  const made = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const textField = (question, title, answer) => made('label', {className: 'field'},
    made('span', {textContent: title, className: question.mandatory ? 'mandatory' : ''}),
    made('input', {id: `q-${question.key}`, value: answer || '', disabled: Boolean(question.readOnly),
      required: Boolean(question.mandatory), autocomplete: 'off'}));
  const choice = (question, title, answer, language) => {
    const type = question.type === 'options' ? 'radio' : 'checkbox';
    const chosen = [].concat(answer || []);
    return made('fieldset', {}, made('legend', {textContent: title, className: question.mandatory ? 'mandatory' : ''}),
      ...question.options.map((option) => made('label', {}, made('input', {
        type, name: `q-${question.key}`, id: `q-${question.key}-${option.key}`, value: option.key,
        checked: chosen.includes(option.key), disabled: Boolean(question.readOnly),
      }), titleIn(option.title, language))));
  };
  const read = (question, field) => {
    if (question.type === 'string') {
      return field.querySelector('input').value;
    }
    const chosen = [...field.querySelectorAll('input:checked')].map(({value}) => value);
    return question.type === 'options' ? chosen[0] : chosen;
  };

  // Puts the questions into `parent`. `changed` is told whether all that has to be answered is. Gives a function that
  // gives the answers.
  const show = (parent, step, language, given, changed) => {
    const fields = step.questions.map((question) => {
      const title = titleIn(question.title, language);
      const answer = given[question.key] === undefined ? question.answer : given[question.key];
      return question.type === 'string' ? textField(question, title, answer) : choice(question, title, answer, language);
    });
    const answers = () => Object.fromEntries(step.questions.map((question, index) =>
      [question.key, read(question, fields[index])]));
    const update = () => {
      const now = answers();
      step.questions.forEach((question, index) => { fields[index].hidden = !isShown(step, question, now); });
      changed(isComplete(step, now));
    };
    parent.replaceChildren(...fields);
    parent.oninput = update;
    update();
    return () => counting(step, answers());
  };
  window.identomatForms = {show, titleIn, languagesOf, isShown, isComplete, counting};
})();
