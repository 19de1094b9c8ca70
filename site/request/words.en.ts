import type { Catalogue } from '../../widget/i18n/translate.ts';

/** What the request page says besides the words of the widget's conversation, in English. */
export const en = {
  'page.help': 'Help center',
  'page.contact': 'Contact a person',
  'page.title': '{title} · {company}',
  'page.retry': 'Try again',

  'request.title': 'Your request',
  'request.title.reference': 'Your request {reference}',
  'request.loading': 'Loading your request',
  'request.reference': 'Reference',
  'request.sent': 'Sent {time}',
  'request.promise': 'First reply by {time}.',
  'request.promise.late': 'The first reply was promised by {time}. It is late, and your request is not forgotten.',
  'request.with': 'It is with {group}.',
  'request.with.because': 'It went to {group}, because {because}.',
  'request.new': 'The team has it. Nobody has replied yet.',
  'request.open': 'A person is working on it.',
  'request.pending': 'A person has replied and waits for your answer.',
  'request.on-hold': 'The team waits for somebody else before it can go on.',
  'request.solved': 'The team thinks it is solved. If it is not, write again.',
  'request.closed': 'It takes no more messages.',
  'request.send': 'Send',
  'request.sent.said': 'Sent.',
  'request.offline': 'You are offline. This is your request as it was; it comes up to date by itself.',
  'request.stale': 'The server does not answer right now. This is your request as it was.',
  'request.failed': 'Your request could not be loaded',
  'request.failed.text': 'The request itself is safe: this page only shows it. It is tried again by itself.',
  'request.failed.offline': 'There is no connection. The page comes up by itself once there is one.',

  'keep.title': 'Keep this link',
  'keep.text':
    'It opens this request on any device. Whoever has it can read and write here. Nothing is sent by e-mail.',
  'keep.link': 'Link to this request',

  'unknown.title': 'No request belongs to this link',
  'unknown.text':
    'It may have been cut off when it was copied: a whole link ends in 43 characters after the #. Your request itself is not affected.',
  'none.title': 'Open a request',
  'none.text': 'You got a link when you sent your request. Paste it here, or open it directly.',
  'open.label': 'Link to the request',
  'open.open': 'Open',
  'open.wrong': 'This is not a whole link. It ends in 43 letters, digits, hyphens or underscores after the #.',
  'open.new': 'No link any more? Send a new request and say what the first one was about.',

  'request.issue': 'Part of a known issue: {title}',
  'request.issue.working': 'It is being worked on. The answer comes here.',
  'request.issue.solved': 'It is solved.',
} satisfies Catalogue;
