import type { Catalogue } from './translate.ts';

export const messages: Catalogue = {
  'article.contents': 'On this page',
  'article.updated': 'Updated {day}',
  'article.page': 'Open in help center',
  'article.untranslated': 'Not translated yet. This text is in {language}.',
  'article.related': 'Related',
  'article.table': 'Table',
  'article.picture': 'Open picture: {alt}',
  'article.missing': 'This article is not here any more.',
  'article.missing.search': 'Search for it',

  'category.more': 'Show more',

  'callout.note': 'Note',
  'callout.tip': 'Tip',
  'callout.warning': 'Warning',

  'code.label': 'Code {language}',
  'code.copy': 'Copy code',
  'code.copied': 'Copied',
  'code.selected': 'Selected. Copy it with your keyboard.',

  'helpful.ask': 'Was this helpful?',
  'helpful.yes': 'Yes',
  'helpful.no': 'No',
  'helpful.why': 'What was the problem?',
  'helpful.incomplete': 'Something is missing',
  'helpful.unclear': 'Hard to understand',
  'helpful.wrong': 'It does not work as described',
  'helpful.other': 'Something else',
  'helpful.words': 'What would have helped?',
  'helpful.words.hint': 'For the authors. Nobody can reply to this, so leave out names and addresses.',
  'helpful.send': 'Send',
  'helpful.contact': 'Contact a person',
  'helpful.thanks': 'Thank you. The authors read this.',
  'helpful.unsent': 'Your answer could not be sent. The article and your requests are not affected.',

  'walkthrough.done': '{count} of {of} steps done',
  'walkthrough.progress': 'Steps done',
  'walkthrough.do': 'Mark as done',
  'walkthrough.did': 'Done',
  'walkthrough.step': ', step {step}',
  'walkthrough.all': 'All steps done.',

  'checklist.done': '{count} of {of} done',
  'checklist.item.done': ', done',
  'walkthrough.show': 'Show me',
  'walkthrough.unproven': 'The last check found that these steps no longer fit the app. Its authors know.',
  'walkthrough.show.offline':
    'This could not be loaded. Check the connection and try again; the steps are here as a list.',
  'walkthrough.show.cannot': 'This page cannot be led through these steps. They are here as a list.',
  'walkthrough.passed': 'Checked on {date}: every step works',
  'walkthrough.passed.version': 'Works with version {version}, checked on {date}',
};
