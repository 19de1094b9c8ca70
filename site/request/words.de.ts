import type { Catalogue } from '../../widget/i18n/translate.ts';
import type { en } from './words.en.ts';

export const de = {
  'page.help': 'Help Center',
  'page.contact': 'Einen Menschen fragen',
  'page.title': '{title} · {company}',
  'page.retry': 'Noch einmal versuchen',

  'request.title': 'Ihre Anfrage',
  'request.title.reference': 'Ihre Anfrage {reference}',
  'request.loading': 'Ihre Anfrage wird geladen',
  'request.reference': 'Kennzeichen',
  'request.sent': 'Gesendet {time}',
  'request.promise': 'Erste Antwort bis {time}.',
  'request.promise.late':
    'Die erste Antwort war bis {time} zugesagt. Sie verspätet sich; vergessen ist Ihre Anfrage nicht.',
  'request.with': 'Sie ist bei {group}.',
  'request.with.because': 'Sie ging an {group}, weil {because}.',
  'request.new': 'Das Team hat sie. Geantwortet hat noch niemand.',
  'request.open': 'Ein Mensch arbeitet daran.',
  'request.pending': 'Ein Mensch hat geantwortet und wartet auf Sie.',
  'request.on-hold': 'Das Team wartet auf jemand anderen, bevor es weitergeht.',
  'request.solved': 'Das Team hält sie für gelöst. Wenn nicht, schreiben Sie noch einmal.',
  'request.closed': 'Sie nimmt keine Nachrichten mehr an.',
  'request.send': 'Senden',
  'request.sent.said': 'Gesendet.',
  'request.offline': 'Sie sind offline. Das ist der letzte Stand Ihrer Anfrage; er wird von selbst aktuell.',
  'request.stale': 'Der Server antwortet gerade nicht. Das ist der letzte Stand Ihrer Anfrage.',
  'request.failed': 'Ihre Anfrage konnte nicht geladen werden',
  'request.failed.text':
    'Die Anfrage selbst ist sicher: Diese Seite zeigt sie nur. Der Versuch wird von selbst wiederholt.',
  'request.failed.offline': 'Es gibt keine Verbindung. Sobald es eine gibt, erscheint die Seite von selbst.',

  'keep.title': 'Diesen Link behalten',
  'keep.text':
    'Er öffnet diese Anfrage auf jedem Gerät. Wer ihn hat, kann hier lesen und schreiben. Per E-Mail wird nichts geschickt.',
  'keep.link': 'Link zu dieser Anfrage',

  'unknown.title': 'Zu diesem Link gehört keine Anfrage',
  'unknown.text':
    'Vielleicht wurde er beim Kopieren abgeschnitten: Ein ganzer Link endet mit 43 Zeichen nach dem #. Ihrer Anfrage ist nichts geschehen.',
  'none.title': 'Eine Anfrage öffnen',
  'none.text':
    'Beim Senden Ihrer Anfrage haben Sie einen Link bekommen. Fügen Sie ihn hier ein oder öffnen Sie ihn direkt.',
  'open.label': 'Link zur Anfrage',
  'open.open': 'Öffnen',
  'open.wrong':
    'Das ist kein ganzer Link. Er endet mit 43 Buchstaben, Ziffern, Bindestrichen oder Unterstrichen nach dem #.',
  'open.new':
    'Den Link gibt es nicht mehr? Stellen Sie eine neue Anfrage und schreiben Sie, worum es in der ersten ging.',

  'request.issue': 'Teil einer bekannten Störung: {title}',
  'request.issue.working': 'Daran wird gearbeitet. Die Antwort kommt hierher.',
  'request.issue.solved': 'Das ist behoben.',
} satisfies Record<keyof typeof en, Catalogue[string]>;
