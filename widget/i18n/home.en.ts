import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'panel.unread': { one: '{count} new reply', other: '{count} new replies' },
  'home.suggested': 'For this page',
  'home.featured': 'Good places to start',
  'home.categories': 'Browse',
  'home.stale': 'Newer articles could not be loaded. These are from last time.',
};
