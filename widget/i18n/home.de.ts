import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'panel.unread': { one: '{count} neue Antwort', other: '{count} neue Antworten' },
  'home.suggested': 'Zu dieser Seite',
  'home.featured': 'Gute Einstiege',
  'home.categories': 'Stöbern',
  'home.stale': 'Die neuesten Artikel konnten nicht geladen werden. Sie lesen die letzten, die dieses Gerät hatte.',
};
