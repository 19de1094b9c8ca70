import type { Catalogue } from '../../widget/i18n/translate.ts';
import type { en } from './words.en.ts';

export const de = {
  'reply.failed': 'Nicht gesendet. Ihr Text ist noch da.',
  'reply.sending': 'Wird gesendet …',
  'reply.too-long': {
    one: 'Ein Zeichen zu viel. Bitte kürzen oder in zwei Teilen senden.',
    other: '{count} Zeichen zu viel. Bitte kürzen oder in zwei Teilen senden.',
  },
  'failure.offline': 'Es gibt keine Verbindung. Senden Sie noch einmal, sobald Sie wieder online sind.',
  'failure.timeout':
    'Es kam keine Antwort; ob der Text angekommen ist, ist nicht bekannt. Noch einmal senden schadet nicht: Er wird nur einmal aufbewahrt.',
  'failure.invalid-response':
    'Statt des Servers hat etwas dazwischen geantwortet, etwa die Anmeldeseite eines Netzes. Öffnen Sie zur Probe eine andere Seite und senden Sie dann noch einmal.',
  'failure.problem': 'Der Server konnte den Text nicht annehmen. Versuchen Sie es in einer Minute noch einmal.',
  'failure.unavailable': 'Der Server ist gerade nicht bereit. Versuchen Sie es in einer Minute noch einmal.',
  'failure.rate-limited': 'Zu viele Nachrichten in kurzer Zeit. Versuchen Sie es in einigen Minuten noch einmal.',
  'failure.conflict': 'Die Anfrage wurde inzwischen geschlossen und nimmt keine Nachrichten mehr an.',
  'failure.idempotency-key-in-flight':
    'Derselbe Text wird gerade angenommen. Sehen Sie in einigen Sekunden wieder nach.',
  'failure.idempotency-key-reused':
    'Eine frühere Fassung dieses Textes war doch angekommen: Sie steht oben im Gespräch. Wenn Sie jetzt senden, kommt diese hinzu.',
} satisfies Record<keyof typeof en, Catalogue[string]>;
