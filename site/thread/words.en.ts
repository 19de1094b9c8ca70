import type { Catalogue } from '../../widget/i18n/translate.ts';

/** What desk and request page both say of a conversation. */
export const en = {
  'reply.failed': 'Not sent. Your text is still here.',
  'reply.sending': 'Sending …',
  'reply.too-long': {
    one: 'One character too many. Shorten it, or send it in two parts.',
    other: '{count} characters too many. Shorten it, or send it in two parts.',
  },
  'failure.offline': 'There is no connection. Send it again once you are back online.',
  'failure.timeout':
    'No answer came, so it is not known whether it arrived. Sending it again is safe: it is kept once.',
  'failure.invalid-response':
    'Something between this page and the server answered instead of it, such as the sign-in page of a network. Open another page to check, then send again.',
  'failure.problem': 'The server could not take it. Try again in a minute.',
  'failure.unavailable': 'The server is not ready right now. Try again in a minute.',
  'failure.rate-limited': 'Too many messages in a short time. Try again in a few minutes.',
  'failure.conflict': 'The request was closed meanwhile, and takes no more messages.',
  'failure.idempotency-key-in-flight': 'The same text is being kept right now. Look again in a few seconds.',
  'failure.idempotency-key-reused':
    'An earlier version of this text had arrived after all: it is in the conversation above. Sending now adds this one too.',
} satisfies Catalogue;
