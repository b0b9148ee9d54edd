// A page of another origin that says what only the provider may say: /control/<double>/stranger.
'use strict';

const said = JSON.parse(document.body.dataset.said);
for (const target of new Set([window.parent, window.top])) {
  target.postMessage(said, '*');
}
