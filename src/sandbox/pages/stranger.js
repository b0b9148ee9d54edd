// A page of another origin that says what only the provider may say.
'use strict';
for (const target of new Set([window.parent, window.top])) {
  target.postMessage({messageType: 'triggerCloseWidget'}, '*');
}
