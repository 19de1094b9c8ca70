import type { MeasureId } from './measure.ts';

/** What a number is called, and how it is counted, in a sentence. */
interface Words {
  name: string;
  how: string;
}

/** The same words in the desk, in the CSV and, in longer sentences, in the help article. */
export const measureWords: { en: Record<MeasureId, Words>; de: Record<MeasureId, Words> } = {
  en: {
    received: { name: 'Received', how: 'Requests that came in, where they came in.' },
    solved: {
      name: 'Solved',
      how: 'Times a request was set to solved, or closed without that, where it was then. One merged into another is not among them.',
    },
    open: { name: 'Open at the end', how: 'Requests neither solved nor closed when the span ended, or now.' },
    'age-median': {
      name: 'Age of what is open, median',
      how: 'Half of what is open came in at most this long before.',
    },
    'age-p90': {
      name: 'Age of what is open, 90 %',
      how: 'Nine in ten of what is open came in at most this long before.',
    },
    'first-reply-kept': {
      name: 'First reply in time',
      how: 'Met ÷ (met + breached), of promises that ended in the span. One that still runs is in neither.',
    },
    'first-reply-met': { name: 'First reply: met', how: 'First replies that were sent in time.' },
    'first-reply-breached': { name: 'First reply: breached', how: 'Times that ran out before the first reply.' },
    'first-reply-running': { name: 'First reply: running', how: 'Promises that still ran when the span ended.' },
    'next-reply-kept': {
      name: 'Next reply in time',
      how: 'Met ÷ (met + breached), of promises for later messages that ended in the span.',
    },
    'next-reply-met': { name: 'Next reply: met', how: 'Replies to later messages that were sent in time.' },
    'next-reply-breached': { name: 'Next reply: breached', how: 'Times that ran out before such a reply.' },
    'next-reply-running': { name: 'Next reply: running', how: 'Promises that still ran when the span ended.' },
    'resolution-kept': {
      name: 'Solved in time',
      how: 'Met ÷ (met + breached), of promises to solve that ended in the span. Reopening takes back that one was met.',
    },
    'resolution-met': { name: 'Solving: met', how: 'Requests with such a promise that were solved in time.' },
    'resolution-breached': { name: 'Solving: breached', how: 'Times that ran out before the request was solved.' },
    'resolution-running': { name: 'Solving: running', how: 'Promises that still ran or waited when the span ended.' },
    'first-reply-clock-median': {
      name: 'First reply, median',
      how: 'By the clock, nights and weekends too: half of the first replies took at most this long.',
    },
    'first-reply-clock-p90': {
      name: 'First reply, 90 %',
      how: 'By the clock: nine in ten first replies took at most this long.',
    },
    'first-reply-business-median': {
      name: 'First reply in working hours, median',
      how: 'Only the hours of the group that replied: half took at most this long.',
    },
    'first-reply-business-p90': {
      name: 'First reply in working hours, 90 %',
      how: 'Only the hours of the group that replied: nine in ten took at most this long.',
    },
    'next-reply-clock-median': {
      name: 'Next reply, median',
      how: 'By the clock, from the first message nobody had replied to: half took at most this long.',
    },
    'next-reply-clock-p90': {
      name: 'Next reply, 90 %',
      how: 'By the clock, from the first message nobody had replied to: nine in ten took at most this long.',
    },
    'next-reply-business-median': {
      name: 'Next reply in working hours, median',
      how: 'Only the hours of the group that replied: half took at most this long.',
    },
    'next-reply-business-p90': {
      name: 'Next reply in working hours, 90 %',
      how: 'Only the hours of the group that replied: nine in ten took at most this long.',
    },
    reopened: { name: 'Reopened', how: 'Solved in the span and opened again since ÷ solved.' },
    transfers: {
      name: 'Transfers per request',
      how: 'Times that requests received in the span have gone to another tier so far ÷ received.',
    },
    'ping-pong': { name: 'Ping-pong', how: 'Received in the span and sent to another tier twice or more ÷ received.' },
    'cause-answered': { name: 'Answered by an article', how: 'Solved with this cause ÷ solved.' },
    'cause-article-missing': { name: 'Article missing', how: 'Solved with this cause ÷ solved.' },
    'cause-article-wrong': { name: 'Article wrong', how: 'Solved with this cause ÷ solved.' },
    'cause-defect': { name: 'Defect', how: 'Solved with this cause ÷ solved.' },
    'cause-request': { name: 'A request for something new', how: 'Solved with this cause ÷ solved.' },
    'cause-other': { name: 'Other', how: 'Solved with this cause ÷ solved.' },
    'cause-unsaid': { name: 'No cause given', how: 'Solved without a cause ÷ solved.' },
  },
  de: {
    received: { name: 'Eingegangen', how: 'Anfragen, die eingegangen sind, dort gezählt, wo sie eingingen.' },
    solved: {
      name: 'Gelöst',
      how: 'Wie oft eine Anfrage gelöst oder ohne das geschlossen wurde, dort gezählt, wo sie dann war. Mit einer anderen zusammengeführte zählen nicht.',
    },
    open: {
      name: 'Offen am Ende',
      how: 'Anfragen, die am Ende des Zeitraums oder jetzt weder gelöst noch geschlossen sind.',
    },
    'age-median': {
      name: 'Alter des Offenen, Median',
      how: 'Die Hälfte des Offenen ist höchstens so lange davor eingegangen.',
    },
    'age-p90': { name: 'Alter des Offenen, 90 %', how: 'Neun von zehn sind höchstens so lange davor eingegangen.' },
    'first-reply-kept': {
      name: 'Erste Antwort rechtzeitig',
      how: 'Gehalten ÷ (gehalten + gebrochen), von Zusagen, die im Zeitraum endeten. Eine laufende zählt nirgends.',
    },
    'first-reply-met': { name: 'Erste Antwort: gehalten', how: 'Erste Antworten, die rechtzeitig kamen.' },
    'first-reply-breached': {
      name: 'Erste Antwort: gebrochen',
      how: 'Zeiten, die vor der ersten Antwort abgelaufen sind.',
    },
    'first-reply-running': { name: 'Erste Antwort: laufend', how: 'Zusagen, die am Ende des Zeitraums noch liefen.' },
    'next-reply-kept': {
      name: 'Weitere Antwort rechtzeitig',
      how: 'Gehalten ÷ (gehalten + gebrochen), von Zusagen für spätere Nachrichten, die im Zeitraum endeten.',
    },
    'next-reply-met': {
      name: 'Weitere Antwort: gehalten',
      how: 'Antworten auf spätere Nachrichten, die rechtzeitig kamen.',
    },
    'next-reply-breached': {
      name: 'Weitere Antwort: gebrochen',
      how: 'Zeiten, die vor einer solchen Antwort abgelaufen sind.',
    },
    'next-reply-running': { name: 'Weitere Antwort: laufend', how: 'Zusagen, die am Ende des Zeitraums noch liefen.' },
    'resolution-kept': {
      name: 'Rechtzeitig gelöst',
      how: 'Gehalten ÷ (gehalten + gebrochen), von Lösungszusagen, die im Zeitraum endeten. Wieder geöffnet heißt: noch nicht gehalten.',
    },
    'resolution-met': {
      name: 'Lösung: gehalten',
      how: 'Anfragen mit einer solchen Zusage, die rechtzeitig gelöst wurden.',
    },
    'resolution-breached': { name: 'Lösung: gebrochen', how: 'Zeiten, die vor der Lösung abgelaufen sind.' },
    'resolution-running': {
      name: 'Lösung: laufend',
      how: 'Zusagen, die am Ende des Zeitraums noch liefen oder warteten.',
    },
    'first-reply-clock-median': {
      name: 'Erste Antwort, Median',
      how: 'Nach der Uhr, auch nachts und am Wochenende: Die Hälfte der ersten Antworten brauchte höchstens so lange.',
    },
    'first-reply-clock-p90': {
      name: 'Erste Antwort, 90 %',
      how: 'Nach der Uhr: Neun von zehn ersten Antworten brauchten höchstens so lange.',
    },
    'first-reply-business-median': {
      name: 'Erste Antwort in Arbeitszeit, Median',
      how: 'Nur Arbeitszeit der Gruppe, die geantwortet hat: Die Hälfte brauchte höchstens so lange.',
    },
    'first-reply-business-p90': {
      name: 'Erste Antwort in Arbeitszeit, 90 %',
      how: 'Nur Arbeitszeit der Gruppe, die geantwortet hat: Neun von zehn brauchten höchstens so lange.',
    },
    'next-reply-clock-median': {
      name: 'Weitere Antwort, Median',
      how: 'Nach der Uhr, ab der ersten unbeantworteten Nachricht: Die Hälfte brauchte höchstens so lange.',
    },
    'next-reply-clock-p90': {
      name: 'Weitere Antwort, 90 %',
      how: 'Nach der Uhr, ab der ersten unbeantworteten Nachricht: Neun von zehn brauchten höchstens so lange.',
    },
    'next-reply-business-median': {
      name: 'Weitere Antwort in Arbeitszeit, Median',
      how: 'Nur Arbeitszeit der Gruppe, die geantwortet hat: Die Hälfte brauchte höchstens so lange.',
    },
    'next-reply-business-p90': {
      name: 'Weitere Antwort in Arbeitszeit, 90 %',
      how: 'Nur Arbeitszeit der Gruppe, die geantwortet hat: Neun von zehn brauchten höchstens so lange.',
    },
    reopened: { name: 'Wieder geöffnet', how: 'Im Zeitraum gelöst und seitdem wieder geöffnet ÷ gelöst.' },
    transfers: {
      name: 'Übergaben je Anfrage',
      how: 'Wie oft Anfragen, die im Zeitraum eingingen, bisher zu einer anderen Stufe gingen ÷ eingegangen.',
    },
    'ping-pong': {
      name: 'Hin und Her',
      how: 'Im Zeitraum eingegangen und mindestens zweimal zu einer anderen Stufe gegangen ÷ eingegangen.',
    },
    'cause-answered': { name: 'Von einem Artikel beantwortet', how: 'Mit diesem Grund gelöst ÷ gelöst.' },
    'cause-article-missing': { name: 'Artikel fehlt', how: 'Mit diesem Grund gelöst ÷ gelöst.' },
    'cause-article-wrong': { name: 'Artikel falsch', how: 'Mit diesem Grund gelöst ÷ gelöst.' },
    'cause-defect': { name: 'Fehler im Produkt', how: 'Mit diesem Grund gelöst ÷ gelöst.' },
    'cause-request': { name: 'Wunsch nach Neuem', how: 'Mit diesem Grund gelöst ÷ gelöst.' },
    'cause-other': { name: 'Anderes', how: 'Mit diesem Grund gelöst ÷ gelöst.' },
    'cause-unsaid': { name: 'Ohne Grund', how: 'Ohne Grund gelöst ÷ gelöst.' },
  },
};
