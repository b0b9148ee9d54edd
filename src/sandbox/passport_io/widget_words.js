'use strict';
// What the widget says, in English and German.
verdeskWords.add({
  en: {
    page: 'Passport.io (practice)',
    title: 'Verify your identity',
    asks: 'asks for your name and a picture of your identity document.',
    card: 'An invented identity card',
    camera: 'Use the camera',
    picture: 'The example picture is used.',
    send: 'Send my data',
    beforeTerms: 'By sending you accept the',
    afterTerms: '. Nothing leaves this machine.',
    sentTitle: 'Thank you',
    sentText: 'Your data was sent. You can hand the device back.',
    declinedTitle: 'You declined',
    declinedText: 'Nothing was sent.',
  },
  de: {
    page: 'Passport.io (Übung)',
    title: 'Bestätigen Sie Ihre Identität',
    asks: 'fragt nach Ihrem Namen und einem Bild Ihres Ausweises.',
    card: 'Ein erfundener Ausweis',
    camera: 'Kamera benutzen',
    picture: 'Das Beispielbild wird verwendet.',
    send: 'Meine Daten senden',
    beforeTerms: 'Mit dem Senden stimmen Sie den',
    afterTerms: ' zu. Nichts verlässt diesen Rechner.',
    sentTitle: 'Vielen Dank',
    sentText: 'Ihre Daten wurden gesendet. Sie können das Gerät zurückgeben.',
    declinedTitle: 'Sie haben abgelehnt',
    declinedText: 'Es wurde nichts gesendet.',
  },
});
