import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'launcher.label': 'Help',
  'launcher.unread': { one: '{label}, {count} new reply', other: '{label}, {count} new replies' },

  'panel.title': '{name} help',
  'panel.back': 'Back',
  'panel.close': 'Close',
  'panel.widen': 'Make wider',
  'panel.loading': 'Loading',
  'panel.contact': 'Contact a person',
  'panel.requests': 'Your requests',

  'kind.article': 'Article',
  'kind.faq': 'FAQ',
  'kind.walkthrough': 'Walkthrough',

  'search.label': 'Search for an answer',
  'search.placeholder': 'What do you need help with?',
  'search.clear': 'Clear the search',
  'search.results': 'Results',
  'search.count': { one: '{count} result', other: '{count} results' },
  'search.corrected': 'Showing results for “{query}”.',

  'problem.title': 'This could not be loaded.',
  'problem.text': 'Nothing you wrote is lost. Try again, or open the help center.',
  'problem.offline': 'You are offline.',
  'problem.retry': 'Try again',
  'problem.site': 'Open help center',
};
