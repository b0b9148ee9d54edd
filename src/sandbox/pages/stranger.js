// A page of another origin that says what only the provider may say: /control/<double>/stranger.
'use strict';

const said = {identomat: 'DONE'}[window.location.pathname.split('/')[2]] || {messageType: 'triggerCloseWidget'};
for (const target of new Set([window.parent, window.top])) {
  target.postMessage(said, '*');
}
