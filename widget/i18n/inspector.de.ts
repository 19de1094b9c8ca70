import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'inspector.title': 'Inspektor für Anleitungen',
  'inspector.close': 'Inspektor schließen',
  'inspector.picking':
    'Wählen Sie eine Stelle der Seite, oder gehen Sie mit Tab hin und drücken Sie die Eingabetaste. Escape hört auf.',
  'inspector.picked': '{what} „{label}“',
  'inspector.nothing': 'Es ist nichts gewählt.',
  'inspector.pick': 'Eine Stelle wählen',
  'inspector.another': 'Eine andere Stelle wählen',
  'inspector.ways': 'Wie sie wiedergefunden wird',
  'inspector.by.name': 'Ein Name: bleibt, wenn sich die Seite ändert.',
  'inspector.by.role': 'Rolle und Beschriftung: bleibt, bis sich die Wörter ändern.',
  'inspector.by.selector': 'Ein Selektor: bricht, wenn sich der Aufbau ändert.',
  'inspector.name': 'Besser: Geben Sie ihr in Ihrer Seite einen Namen',
  'inspector.do': 'Was zu tun ist',
  'inspector.say': 'Was man wissen sollte (freiwillig)',
  'inspector.select': 'Wählen Sie **{label}**.',
  'inspector.fill': 'Füllen Sie **{label}** aus.',
  'inspector.advance': 'Der Schritt ist vorbei, wenn',
  'inspector.advance.next': 'die Person Weiter wählt',
  'inspector.advance.click': 'sie gedrückt wird',
  'inspector.advance.input': 'sie einen gültigen Wert hat',
  'inspector.sample': 'Ein Wert für die Prüfung',
  'inspector.step': 'Der Schritt, für die Datei der Anleitung',
  'inspector.copy': 'Kopieren',
  'inspector.copied': 'Kopiert.',
  'inspector.refused':
    'Diese Seite darf nicht in die Zwischenablage schreiben. Markieren Sie den Text und kopieren Sie ihn.',
  'inspector.preview': 'Schritt ansehen',
  'inspector.matches': { one: 'Jetzt {count} Stelle.', other: 'Jetzt {count} Stellen: Die erste gilt.' },
  'inspector.names': {
    one: '{count} benannte Stelle auf dieser Seite',
    other: '{count} benannte Stellen auf dieser Seite',
  },
  'inspector.look': 'Sehen Sie sich **{label}** an.',
  'inspector.elsewhere': {
    one: 'Jetzt {count} Stelle, und zwar eine andere.',
    other: 'Jetzt {count} Stellen: Eine andere gilt.',
  },
};
