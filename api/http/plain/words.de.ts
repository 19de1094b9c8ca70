import type { Words } from './words.ts';

export const de: Words = {
  dir: 'ltr',
  contactTitle: 'Einen Menschen fragen',
  contactIntro:
    'Ein Mensch liest jede Anfrage. Wer sie hat und bis wann die erste Antwort kommt, steht da, sobald sie gesendet ist.',
  topic: 'Worum geht es?',
  chooseTopic: 'Thema wählen',
  message: 'Ihre Nachricht',
  messageHint: 'Was wollten Sie tun, was ist stattdessen passiert, und was haben Sie schon versucht?',
  name: 'Ihr Name',
  address: 'Ihre E-Mail-Adresse',
  addressHint:
    'Damit das Team Sie erreichen kann. Antworten stehen auf der Seite Ihrer Anfrage, die Sie nach dem Senden sehen.',
  optional: 'freiwillig',
  alsoSends: 'Auch die Seite mitsenden, von der ich komme:',
  leaveEmpty: 'Dieses Feld leer lassen',
  send: 'Senden',
  messageMissing: 'Schreiben Sie einige Worte dazu, was Sie brauchen.',
  messageTooLong: 'Kürzen Sie die Nachricht auf 10.000 Zeichen.',
  tellIntro:
    'Senden Sie das ab, und die Antwort kommt auf die Seite Ihrer Anfrage. Bis dahin ist keine andere Antwort zugesagt.',
  tellMessage: (title) => `Das Problem habe ich auch: ${title}`,
  topicMissing: 'Wählen Sie, worum es geht.',
  nameTooLong: 'Kürzen Sie den Namen auf 100 Zeichen.',
  addressWrong: 'Schreiben Sie eine Adresse wie ada@example.com, oder lassen Sie das Feld leer.',
  tooFast:
    'Das ging sehr schnell, deshalb fragt das Formular nach. Ihr Text ist noch da. Bitte drücken Sie noch einmal auf Senden.',
  tooOld:
    'Dieses Formular war länger als einen Tag offen. Ihr Text ist noch da. Bitte drücken Sie noch einmal auf Senden.',
  inFlight:
    'Ihre Anfrage wird schon gesendet. Ihr Text ist noch da. Warten Sie einige Sekunden und drücken Sie dann noch einmal auf Senden; sie kommt nur einmal an.',
  alreadySent:
    'Dieses Formular wurde schon mit anderem Text gesendet, und diese Anfrage ist angekommen. Um diesen Text als weitere Anfrage zu senden, drücken Sie auf Senden.',
  tooLarge: 'Der Text war zu groß und konnte nicht gelesen werden. Bitte senden Sie einen kürzeren.',
  rateLimited: (minutes) =>
    `Aus Ihrem Netz kamen viele Anfragen. Es wurde nichts gesendet, und Ihr Text ist noch da. Bitte drücken Sie in ${minutes === 1 ? 'einer Minute' : `${minutes} Minuten`} noch einmal auf Senden.`,
  unavailable:
    'Die Anfrage konnte gerade nicht gespeichert werden. Ihr Text ist noch da. Bitte drücken Sie gleich noch einmal auf Senden; sie kommt nur einmal an.',
  fieldsWrong: 'Es wurde noch nichts gesendet. Bitte sehen Sie die markierten Felder an; Ihr Text ist noch da.',
  requestTitle: (reference) => `Ihre Anfrage ${reference}`,
  status: {
    new: 'Angekommen, wartet auf einen Menschen',
    open: 'In Bearbeitung',
    pending: 'Beantwortet, wartet auf Sie',
    'on-hold': 'Wartet auf jemand anderen',
    solved: 'Gelöst',
    closed: 'Geschlossen',
  },
  isWith: ({ group, because }) => (because ? `Sie ging an ${group}, weil ${because}.` : `Sie ist bei ${group}.`),
  knownIssue: ({ state, title, text }) =>
    `Teil einer bekannten Störung: ${title}. ${text} ${state === 'solved' ? 'Das ist behoben.' : 'Daran wird gearbeitet. Die Antwort kommt hierher.'}`,
  promised: (instant) => `Erste Antwort bis ${instant}.`,
  you: 'Sie',
  team: 'Support',
  reply: 'Antwort schreiben',
  replyHint: 'Eine Antwort auf eine gelöste Anfrage öffnet sie wieder.',
  sendReply: 'Antwort senden',
  refresh: 'Nach neuen Antworten sehen',
  closed: 'Diese Anfrage ist geschlossen und nimmt keine Nachrichten mehr an.',
  keepLink: 'Diesen Link aufheben',
  keepLinkHint: 'Er öffnet diese Anfrage auf jedem Gerät. Wer ihn hat, kann hier lesen und schreiben.',
  forget: 'Diese Anfrage auf diesem Gerät vergessen',
  openTitle: 'Eine Anfrage öffnen',
  openIntro: 'Fügen Sie den Link ein, den Sie beim Senden Ihrer Anfrage aufgehoben haben.',
  link: 'Link zur Anfrage',
  open: 'Öffnen',
  linkUnknown: 'Zu diesem Link gehört keine Anfrage. Ist er vollständig? Nach dem # kommen 43 Zeichen.',
  newRequest: 'Eine neue Anfrage senden',
  helpCenter: 'Hilfe',
  step: {
    received: (group) => `Ihre Anfrage ging an ${group}.`,
    moved: (group) => `Ihre Anfrage wurde an ${group} übergeben.`,
    continued: (reference) => `Sie geht in Anfrage ${reference} weiter.`,
    solved: () => 'Ihre Anfrage wurde als gelöst markiert.',
    reopened: () => 'Ihre Anfrage wurde wieder geöffnet.',
    closed: () => 'Ihre Anfrage wurde geschlossen.',
  },
  replyBy: (instant) => `Antwort bis ${instant}.`,
  solveBy: (instant) => `Lösung bis ${instant}.`,
};
