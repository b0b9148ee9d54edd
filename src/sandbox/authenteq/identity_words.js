'use strict';
// What the identity server's page says, in English and German.
verdeskWords.add({
  en: {
    page: 'Authenteq (practice)',
    title: 'Verify who you are',
    asks: 'asks for what is on your identity document, and for its pictures.',
    liveness: 'Liveness',
    camera: 'Look into the camera',
    alive: 'The practice person is alive.',
    document: 'Document',
    front: 'Front of an invented identity card',
    behind: 'Its back',
    approve: 'Share my details',
    backTo: 'Back to',
    termsAlone: 'Terms',
  },
  de: {
    page: 'Authenteq (Übung)',
    title: 'Bestätigen Sie, wer Sie sind',
    asks: 'fragt nach den Angaben auf Ihrem Ausweis und nach seinen Bildern.',
    liveness: 'Lebenderkennung',
    camera: 'In die Kamera schauen',
    alive: 'Die Übungsperson lebt.',
    document: 'Ausweis',
    front: 'Vorderseite eines erfundenen Ausweises',
    behind: 'Seine Rückseite',
    approve: 'Meine Angaben teilen',
    backTo: 'Zurück zu',
    termsAlone: 'Bedingungen',
  },
});
