// The hosted link: the same on top of a window of its own. It tells nobody but the institution's server.
'use strict';

(async () => {
  const reply = await fetch(`/visits/${encodeURIComponent(document.body.dataset.visit)}`);
  const finish = document.getElementById('finish');
  passbaseFlow(await reply.json(), {
    submitted: () => {},
    finished: () => { finish.hidden = true; },
    failed: () => { finish.hidden = true; },
  });
})();
