import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'search.instead': 'Search instead for “{query}”',
  'search.answer': 'Answer from {title}',
  'search.partial': 'Part of the search index could not be loaded. These results may be incomplete.',
  'search.empty': 'Nothing found for “{query}”.',
  'search.broader': 'Search for “{query}”',
  'search.browse': 'Other words may find it, or look in here:',
  'search.untranslated': 'Not translated yet: these texts are in {language}.',
  'search.half-translated': 'Not everything is translated yet: some of these texts are in {language}.',
  'search.more': 'Show all {count} results',

  'filter.label': 'Filter',
  'filter.kind': 'Kind',
  'filter.all': 'All',
  'filter.article': 'Articles',
  'filter.faq': 'FAQs',
  'filter.walkthrough': 'Walkthroughs',
  'filter.category': 'Topic',
  'filter.everywhere': 'All topics',
  'filter.counted': '{name} ({count})',
  'filter.empty': 'Nothing found for “{query}” under this filter.',
  'filter.without': { one: 'Without it there is {count} result.', other: 'Without it there are {count} results.' },
  'filter.clear': 'Clear the filter',
  'filter.more': 'Show {count} more',
  'filter.shown': '{shown} of {count}',
};
