import type { Destination, IssueNotice, RequestStep, Status } from '../../contract/ticket.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

/** Every sentence of the pages that need no JavaScript. */
export interface Words {
  dir: 'ltr' | 'rtl';
  contactTitle: string;
  /** `time`: how long until a person has replied, written out. */
  contactIntro: string;
  topic: string;
  chooseTopic: string;
  message: string;
  messageHint: string;
  name: string;
  address: string;
  addressHint: string;
  optional: string;
  alsoSends: string;
  leaveEmpty: string;
  send: string;
  messageMissing: string;
  messageTooLong: string;
  topicMissing: string;
  /** For who wants to be told of a known issue: what happens, and what they write where they add nothing. */
  tellIntro: string;
  tellMessage: (title: string) => string;
  nameTooLong: string;
  addressWrong: string;
  /** Sentences above a form whose text was kept. */
  tooFast: string;
  tooOld: string;
  inFlight: string;
  alreadySent: string;
  tooLarge: string;
  rateLimited: (minutes: number) => string;
  unavailable: string;
  fieldsWrong: string;
  requestTitle: (reference: string) => string;
  status: Record<Status, string>;
  knownIssue: (issue: IssueNotice) => string;
  promised: (instant: string) => string;
  /** Who has it, and what brought it there. */
  isWith: (destination: Destination) => string;
  you: string;
  team: string;
  reply: string;
  replyHint: string;
  sendReply: string;
  refresh: string;
  closed: string;
  keepLink: string;
  keepLinkHint: string;
  forget: string;
  openTitle: string;
  openIntro: string;
  link: string;
  open: string;
  linkUnknown: string;
  newRequest: string;
  helpCenter: string;
  /** What became of the request; `name` of who has it, or of the request it goes on in. */
  step: Record<RequestStep['kind'], (name: string) => string>;
  replyBy: (instant: string) => string;
  solveBy: (instant: string) => string;
}

const catalogues = new Map<string, Words>([
  ['en', en],
  ['de', de],
]);

/** Language of a page, and its words. */
export interface Language {
  locale: string;
  words: Words;
}

/** The locale asked for, else the first of the browser's that there is, else the first of the help center's. */
export function chooseLanguage(asked: string | undefined, accepted: string | undefined, locales: string[]): Language {
  const offered = locales.filter((locale) => catalogues.has(baseOf(locale)));
  const wanted = [asked ?? '', ...byPreference(accepted ?? '')];
  const match = (tag: string) =>
    offered.find((locale) => locale.toLowerCase() === tag.toLowerCase()) ??
    offered.find((locale) => baseOf(locale) === baseOf(tag));
  const locale = wanted.map(match).find((found) => found !== undefined) ?? offered[0] ?? 'en';
  return { locale, words: catalogues.get(baseOf(locale)) ?? en };
}

const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** Tags of an Accept-Language header, best first (RFC 9110, section 12.5.4). */
function byPreference(header: string): string[] {
  const entries = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) || 0 };
    });
  return entries
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
