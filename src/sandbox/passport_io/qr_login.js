// passportIo.renderButton, as Passport.io documents it. Pressed again it does what the customer's phone would do.
'use strict';

window.passportIo = {
  renderButton(options) {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = 'passport-io-login';
    button.textContent = 'Log in with Passport.io';
    button.style.cssText = 'min-height:44px;padding:0 20px;border:0;border-radius:10px;background:#3c4fe0;color:#fff;font:600 16px system-ui';
    const login = async () => {
      button.disabled = true;
      let answer = null;
      try {
        const reply = await fetch(`${options.baseUrl}/qr-login/token`, {
          method: 'POST',
          body: new URLSearchParams({client_id: options.clientId, client_secret: options.clientSecret}),
        });
        answer = await reply.json();
      } catch (error) {
        answer = {error: 'no answer'};
      }
      button.disabled = false;
      button.textContent = answer && answer.access_token ? 'Logged in' : 'Log in with Passport.io';
      options.tokenCallback(answer);
    };
    let shown = false;
    button.addEventListener('click', async () => {
      if (shown) {
        await login();
      } else {
        button.textContent = 'I have scanned the code with my phone';
      }
      shown = !shown;
    });
    options.container.replaceChildren(button);
  },
};
