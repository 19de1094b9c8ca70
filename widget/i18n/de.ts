import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'launcher.label': 'Hilfe',
  'launcher.unread': { one: '{label}, {count} neue Antwort', other: '{label}, {count} neue Antworten' },

  'panel.title': '{name} Hilfe',
  'panel.back': 'Zurück',
  'panel.close': 'Schließen',
  'panel.widen': 'Breiter machen',
  'panel.loading': 'Wird geladen',
  'panel.contact': 'Einen Menschen fragen',
  'panel.requests': 'Ihre Anfragen',

  'kind.article': 'Artikel',
  'kind.faq': 'Häufige Frage',
  'kind.walkthrough': 'Anleitung',

  'search.label': 'Nach einer Antwort suchen',
  'search.placeholder': 'Wobei brauchen Sie Hilfe?',
  'search.clear': 'Suche leeren',
  'search.results': 'Ergebnisse',
  'search.count': { one: '{count} Ergebnis', other: '{count} Ergebnisse' },
  'search.corrected': 'Ergebnisse für „{query}“.',

  'problem.title': 'Das konnte nicht geladen werden.',
  'problem.text':
    'Nichts, was Sie geschrieben haben, ist verloren. Versuchen Sie es noch einmal oder öffnen Sie das Hilfe-Center.',
  'problem.offline': 'Sie sind offline.',
  'problem.retry': 'Noch einmal versuchen',
  'problem.site': 'Hilfe-Center öffnen',
};
