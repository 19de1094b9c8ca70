import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'article.contents': 'Auf dieser Seite',
  'article.updated': 'Stand: {day}',
  'article.page': 'Im Hilfe-Center öffnen',
  'article.untranslated': 'Noch nicht übersetzt. Die Sprache dieses Textes: {language}.',
  'article.related': 'Verwandte Themen',
  'article.table': 'Tabelle',
  'article.picture': 'Bild öffnen: {alt}',
  'article.missing': 'Diesen Artikel gibt es nicht mehr.',
  'article.missing.search': 'Danach suchen',

  'category.more': 'Mehr anzeigen',

  'callout.note': 'Hinweis',
  'callout.tip': 'Tipp',
  'callout.warning': 'Achtung',

  'code.label': 'Code {language}',
  'code.copy': 'Code kopieren',
  'code.copied': 'Kopiert',
  'code.selected': 'Ausgewählt. Kopieren Sie es mit der Tastatur.',

  'helpful.ask': 'War das hilfreich?',
  'helpful.yes': 'Ja',
  'helpful.no': 'Nein',
  'helpful.why': 'Was war das Problem?',
  'helpful.incomplete': 'Es fehlt etwas',
  'helpful.unclear': 'Schwer zu verstehen',
  'helpful.wrong': 'Es geht nicht wie beschrieben',
  'helpful.other': 'Etwas anderes',
  'helpful.words': 'Was hätte geholfen?',
  'helpful.words.hint': 'Für die Autoren. Niemand kann darauf antworten, lassen Sie also Namen und Adressen weg.',
  'helpful.send': 'Senden',
  'helpful.contact': 'Einen Menschen fragen',
  'helpful.thanks': 'Danke. Die Autoren lesen das.',
  'helpful.unsent': 'Ihre Antwort konnte nicht gesendet werden. Artikel und Anfragen sind davon nicht betroffen.',

  'walkthrough.done': '{count} von {of} Schritten erledigt',
  'walkthrough.progress': 'Erledigte Schritte',
  'walkthrough.do': 'Als erledigt markieren',
  'walkthrough.did': 'Erledigt',
  'walkthrough.step': ', Schritt {step}',
  'walkthrough.all': 'Alle Schritte erledigt.',

  'checklist.done': '{count} von {of} erledigt',
  'checklist.item.done': ', erledigt',
  'walkthrough.show': 'Schritte zeigen',
  'walkthrough.unproven':
    'Die letzte Prüfung hat ergeben, dass diese Schritte nicht mehr zur Anwendung passen. Die Autoren wissen es.',
  'walkthrough.show.offline':
    'Das konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es erneut; die Schritte stehen hier als Liste.',
  'walkthrough.show.cannot': 'Durch diese Schritte kann die Seite nicht führen. Sie stehen hier als Liste.',
  'walkthrough.passed': 'Geprüft am {date}: Jeder Schritt funktioniert',
  'walkthrough.passed.version': 'Funktioniert mit Version {version}, geprüft am {date}',
};
