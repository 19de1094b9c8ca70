import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'search.instead': 'Stattdessen nach „{query}“ suchen',
  'search.answer': 'Antwort aus „{title}“',
  'search.partial': 'Ein Teil des Suchindex konnte nicht geladen werden. Die Ergebnisse sind vielleicht unvollständig.',
  'search.empty': 'Nichts gefunden für „{query}“.',
  'search.broader': 'Nach „{query}“ suchen',
  'search.browse': 'Vielleicht finden es andere Wörter, oder schauen Sie hier:',
  'search.untranslated': 'Noch nicht übersetzt: Diese Texte gibt es nur auf {language}.',
  'search.half-translated': 'Noch ist nicht alles übersetzt: Einige dieser Texte gibt es nur auf {language}.',
  'search.more': 'Alle {count} Ergebnisse zeigen',

  'filter.label': 'Filtern',
  'filter.kind': 'Art',
  'filter.all': 'Alle',
  'filter.article': 'Artikel',
  'filter.faq': 'Häufige Fragen',
  'filter.walkthrough': 'Anleitungen',
  'filter.category': 'Thema',
  'filter.everywhere': 'Alle Themen',
  'filter.counted': '{name} ({count})',
  'filter.empty': 'Nichts gefunden für „{query}“ mit diesem Filter.',
  'filter.without': { one: 'Ohne ihn gibt es {count} Ergebnis.', other: 'Ohne ihn gibt es {count} Ergebnisse.' },
  'filter.clear': 'Filter aufheben',
  'filter.more': '{count} weitere zeigen',
  'filter.shown': '{shown} von {count}',
};
