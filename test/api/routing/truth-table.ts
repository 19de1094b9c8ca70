import type { ContextItem } from '../../../api/contract/page-context.ts';
import type { Subject } from '../../../api/routing/facts.ts';
import { blockedReason } from '../../../content/schema/guide.ts';
import type { Priority, Tier } from '../../../content/schema/tier.ts';

/** What must come of a subject with the fixture's routing. What a subject leaves out is as in `plain`. */
export interface TruthCase {
  name: string;
  subject: Partial<Subject>;
  /** Groups where nobody works now. */
  closed?: readonly string[];
  tier: Tier;
  group: string;
  priority: Priority;
  rule: string;
  notify: boolean;
}

/** Asks for nothing in particular. */
export const plain: Subject = {
  topic: 'other',
  language: 'en',
  verified: false,
  message: 'How do I change the logo?',
  context: [],
  exhausted: 0,
};

const read = (document: string, helpful?: boolean): ContextItem => ({
  kind: 'read',
  id: `read ${document}`,
  document,
  title: document,
  seconds: 30,
  ...(helpful === undefined ? {} : { helpful }),
});
const step = (walkthrough: string, at: number, blocked?: string): ContextItem => ({
  kind: 'step',
  id: `${walkthrough} ${at} ${blocked === undefined}`,
  walkthrough,
  title: walkthrough,
  step: at,
  of: 4,
  ...(blocked === undefined ? {} : { blocked }),
});
const host = (name: string, value: string): ContextItem => ({ kind: 'host', id: `host ${name}`, name, value });

type Row = [
  name: string,
  subject: Partial<Subject>,
  tier: Tier,
  group: string,
  priority: Priority,
  rule: string,
  more?: { notify?: boolean; closed?: readonly string[] },
];
const says = (message: string, more: Partial<Subject> = {}): Partial<Subject> => ({ message, ...more });
const notify = { notify: true };

const rows: Row[] = [
  // What nothing is known of.
  ['a question comes to tier 1', {}, 1, 'support', 'normal', 'everything'],
  ['a German question comes to who speaks it', { language: 'de' }, 1, 'support-de', 'normal', 'everything'],
  ['a language that a group of all languages answers in', { language: 'fr' }, 1, 'billing', 'normal', 'everything'],
  ['an empty message', says(' '), 1, 'support', 'normal', 'everything'],

  // Topic, language, verified.
  ['billing needs its skill', { topic: 'billing' }, 1, 'billing', 'normal', 'billing'],
  ['billing in German stays with billing', { topic: 'billing', language: 'de' }, 1, 'billing', 'normal', 'billing'],
  ['feedback can wait', { topic: 'feedback' }, 1, 'support', 'low', 'feedback'],
  [
    'German feedback has a rule of its own',
    { topic: 'feedback', language: 'de' },
    1,
    'support-de',
    'low',
    'feedback-de',
  ],
  ['a topic that nobody names', { topic: 'weather' }, 1, 'support', 'normal', 'everything'],
  ['privacy of who is verified', { topic: 'privacy', verified: true }, 3, 'security', 'normal', 'personal-data'],
  ['privacy of who is not', { topic: 'privacy' }, 1, 'support', 'normal', 'everything'],
  ['an account of who is not verified', { topic: 'account' }, 1, 'support', 'normal', 'unverified-account'],
  ['an account of who is', { topic: 'account', verified: true }, 1, 'support', 'normal', 'everything'],
  ['a skill that nobody has', { topic: 'legal' }, 3, 'engineering', 'normal', 'legal', notify],
  ['a skill that nobody has, in German', { topic: 'legal', language: 'de' }, 3, 'security', 'normal', 'legal', notify],

  // Words.
  ['a word', says('I was hacked!'), 3, 'security', 'urgent', 'security', notify],
  ['a word in capital letters between marks', says('**HACKED** again'), 3, 'security', 'urgent', 'security', notify],
  ['a word inside another one is none', says('the unhacked shop'), 1, 'support', 'normal', 'everything'],
  ['a word that goes on is another one', says('hackedemia'), 1, 'support', 'normal', 'everything'],
  ['the beginning of a word', says('a phishing mail'), 3, 'security', 'urgent', 'security', notify],
  ['a beginning that is inside a word', says('it is cyberphishing'), 1, 'support', 'normal', 'everything'],
  ['a phrase with an open word inside', says('unauthorised access?'), 3, 'security', 'urgent', 'security', notify],
  ['the same in American', says('Unauthorized access'), 3, 'security', 'urgent', 'security', notify],
  ['its words in another order', says('access unauthorized'), 1, 'support', 'normal', 'everything'],
  ['its words with one between', says('unauthorized user access'), 1, 'support', 'normal', 'everything'],
  ['a phrase over two lines', says('the shop is\n down'), 3, 'engineering', 'urgent', 'outage', notify],
  ['half a phrase', says('the shop is slow'), 1, 'support', 'normal', 'everything'],
  ['German', says('Mein Konto wurde gehackt', { language: 'de' }), 3, 'security', 'urgent', 'security', notify],
  ['German compounds by a star', says('Störungsmeldung'), 3, 'engineering', 'urgent', 'outage', notify],
  ['accents typed without', says('Die Ruckerstattung fehlt'), 1, 'billing', 'normal', 'refund'],
  ['accents as two signs', says('Ru\u0308ckerstattung'), 1, 'billing', 'normal', 'refund'],
  ['languages mixed', says('Hallo, the API is down seit heute'), 3, 'engineering', 'urgent', 'outage', notify],
  ['an apostrophe of any kind', says("Chez nous c'est coupe"), 3, 'engineering', 'urgent', 'outage', notify],
  ['Japanese without spaces', says('昨日から障害が続いています'), 3, 'engineering', 'urgent', 'outage', notify],
  ['Cyrillic', says('Взломали аккаунт'), 3, 'security', 'urgent', 'security', notify],
  ['a refund', says('Where are my refunds?'), 1, 'billing', 'normal', 'refund'],
  ['the first rule wins', says('hacked, and charged twice'), 3, 'security', 'urgent', 'security', notify],

  // Error codes.
  ['a named code', says('It says E-42.'), 2, 'technical', 'normal', 'api-code'],
  ['a named code in small letters', says('error e-42'), 2, 'technical', 'normal', 'api-code'],
  ['a named number', says('I get 502 all day'), 2, 'technical', 'normal', 'api-code'],
  ['a longer code is another one', says('It says E-421.'), 2, 'technical', 'normal', 'any-code'],
  ['a beginning of codes', says('err_timeout_3'), 2, 'technical', 'normal', 'api-code'],
  ['a code by the page', { context: [host('error', 'PAY-7')] }, 1, 'billing', 'high', 'payment-code'],
  [
    'a code in a sentence by the page',
    { context: [host('Error', 'card_declined: no funds')] },
    1,
    'billing',
    'high',
    'payment-code',
  ],
  ['a code in words is none', says('my pay-check'), 1, 'support', 'normal', 'everything'],
  ['any code', says('It says XK_12'), 2, 'technical', 'normal', 'any-code'],
  ['any code by the page', { context: [host('error', 'out of cheese')] }, 2, 'technical', 'normal', 'any-code'],
  ['an empty code by the page is none', { context: [host('error', ' ')] }, 1, 'support', 'normal', 'everything'],
  ['a plain number is no code', says('I have 12 users'), 1, 'support', 'normal', 'everything'],
  ['keys and paper are no codes', says('F5 does not print A4, MP3 neither'), 1, 'support', 'normal', 'everything'],
  ['a reference is no code', says('about TZ-123456'), 1, 'support', 'normal', 'everything'],

  // What was read and tried.
  [
    'a guide that did not help',
    { context: [read('article:connect-a-shop', false)] },
    2,
    'integrations',
    'normal',
    'connector-unhelpful',
  ],
  [
    'an answer that did not help',
    { context: [read('faq:webhooks', false)] },
    2,
    'integrations',
    'normal',
    'connector-unhelpful',
  ],
  ['a guide that did help', { context: [read('article:connect-a-shop', true)] }, 1, 'support', 'normal', 'everything'],
  ['a guide that was only read', { context: [read('article:connect-a-shop')] }, 1, 'support', 'normal', 'everything'],
  [
    'another article that did not help',
    { context: [read('article:logo', false)] },
    2,
    'technical',
    'normal',
    'unhelpful',
  ],
  [
    'a walkthrough that stopped',
    { context: [step('walkthrough:print', 2, 'no button')] },
    2,
    'technical',
    'normal',
    'walkthrough-blocked',
  ],
  [
    'one that stopped without a word',
    { context: [step('walkthrough:print', 4, '')] },
    2,
    'technical',
    'normal',
    'walkthrough-blocked',
  ],
  ...blockedReason.options.map(
    (reason): Row => [
      `one that stopped: ${reason}`,
      { context: [step('walkthrough:print', 2, reason)] },
      2,
      'technical',
      'normal',
      'walkthrough-blocked',
    ],
  ),
  [
    'one that stopped at a step and went on',
    { context: [step('walkthrough:print', 2, 'covered'), step('walkthrough:print', 4)] },
    2,
    'technical',
    'normal',
    'walkthrough-blocked',
  ],
  [
    'one that was finished',
    { context: [step('walkthrough:connect-a-till', 4)] },
    2,
    'tills',
    'normal',
    'till-finished',
  ],
  [
    'one that is not at its end',
    { context: [step('walkthrough:connect-a-till', 3)] },
    1,
    'support',
    'normal',
    'everything',
  ],
  ['another one that was finished', { context: [step('walkthrough:print', 4)] }, 1, 'support', 'normal', 'everything'],

  // What the page gives.
  ['an area', { context: [host('area', 'point-of-sale')] }, 2, 'tills', 'normal', 'tills'],
  ['an area as people write it', { context: [host('AREA', ' Point of Sale')] }, 2, 'tills', 'normal', 'tills'],
  [
    'the last value of an area holds',
    { context: [host('area', 'point-of-sale'), host('area', 'shop')] },
    1,
    'support',
    'normal',
    'everything',
  ],
  ['another name is no area', { context: [host('region', 'point-of-sale')] }, 1, 'support', 'normal', 'everything'],

  // Plans and priorities.
  [
    'a plan raises the priority and not the tier',
    { context: [host('plan', 'enterprise')] },
    1,
    'support',
    'high',
    'everything',
  ],
  ['a plan as people write it', { context: [host('plan', 'Pro Plus')] }, 1, 'support', 'high', 'everything'],
  ['a plan lowers nothing', { context: [host('plan', 'trial')] }, 1, 'support', 'normal', 'everything'],
  [
    'a plan raises what is low',
    { topic: 'feedback', context: [host('plan', 'enterprise')] },
    1,
    'support',
    'high',
    'feedback',
  ],
  [
    'a plan does not lower what the rule says',
    says('hacked', { context: [host('plan', 'enterprise')] }),
    3,
    'security',
    'urgent',
    'security',
    notify,
  ],
  ['words raise the priority', says('all users wait'), 1, 'support', 'urgent', 'everything'],
  [
    'the highest counts, not the first',
    says('nobody can work', { context: [host('plan', 'enterprise')] }),
    1,
    'support',
    'urgent',
    'everything',
  ],
  [
    'all that a priority names must hold',
    { topic: 'account', context: [host('area', 'payroll')] },
    1,
    'support',
    'high',
    'unverified-account',
  ],
  ['half of it does not raise', { context: [host('area', 'payroll')] }, 1, 'support', 'normal', 'everything'],

  // What is exhausted.
  ['tier 1 is exhausted', { exhausted: 1 }, 2, 'technical', 'normal', 'everything'],
  ['tier 2 is exhausted', { exhausted: 2 }, 3, 'engineering', 'high', 'persistent', notify],
  ['all are exhausted', { exhausted: 3 }, 3, 'engineering', 'high', 'persistent', notify],
  ['an exhausted tier takes the rule for it', { topic: 'billing', exhausted: 1 }, 2, 'ledger', 'normal', 'ledger'],
  [
    'who could has already: the highest of them',
    { topic: 'billing', exhausted: 2 },
    2,
    'ledger',
    'normal',
    'ledger',
    notify,
  ],
  ['the same when all are exhausted', { topic: 'billing', exhausted: 3 }, 2, 'ledger', 'normal', 'ledger', notify],
  [
    'what a rule exhausts and what happened: the higher',
    { exhausted: 2, context: [read('article:connect-a-shop', false)] },
    3,
    'engineering',
    'normal',
    'connector-unhelpful',
  ],
  ['a rule that exhausts two tiers', says('we lost data'), 3, 'engineering', 'urgent', 'data-loss'],
  [
    'the same when tier 3 is exhausted',
    says('we lost data', { exhausted: 3 }),
    3,
    'engineering',
    'urgent',
    'data-loss',
    notify,
  ],

  // Who works now.
  [
    'who works before who sleeps',
    { exhausted: 1 },
    2,
    'integrations',
    'normal',
    'everything',
    { closed: ['technical'] },
  ],
  [
    'who speaks it before who works',
    { language: 'de' },
    1,
    'support-de',
    'normal',
    'everything',
    { closed: ['support-de', 'billing'] },
  ],
  ['of who speaks it, who works', {}, 1, 'billing', 'normal', 'everything', { closed: ['support'] }],
  [
    'everybody sleeps: the order of the file',
    {},
    1,
    'support',
    'normal',
    'everything',
    { closed: ['support', 'support-de', 'billing'] },
  ],
  [
    'a closed tier is not passed over',
    { topic: 'billing' },
    1,
    'billing',
    'normal',
    'billing',
    { closed: ['billing'] },
  ],
  [
    'who can before who speaks it and works',
    { language: 'fr', topic: 'privacy', verified: true },
    3,
    'security',
    'normal',
    'personal-data',
    { closed: ['engineering'] },
  ],
  [
    'nobody speaks it and nobody can: who works',
    { language: 'fr', topic: 'legal' },
    3,
    'security',
    'normal',
    'legal',
    { notify: true, closed: ['engineering'] },
  ],

  // What is meant to harm.
  ['__proto__ as topic', { topic: '__proto__' }, 1, 'support', 'normal', 'everything'],
  [
    'constructor as area and plan',
    { context: [host('area', 'constructor'), host('plan', 'constructor')] },
    1,
    'support',
    'normal',
    'everything',
  ],
  [
    '__proto__ as area, plan and error',
    { context: ['area', 'plan', 'error'].map((name) => host(name, '__proto__')) },
    2,
    'technical',
    'normal',
    'any-code',
  ],
  ['toString as name', { context: [host('toString', 'enterprise')] }, 1, 'support', 'normal', 'everything'],
  ['constructor as language', { language: 'constructor' }, 1, 'billing', 'normal', 'everything'],
  ['10,000 letters', says('A'.repeat(10_000)), 1, 'support', 'normal', 'everything'],
  ['10,000 signs of codes', says('A_-'.repeat(3_333)), 1, 'support', 'normal', 'everything'],
  [
    '10,000 characters with the word at their end',
    says(`${'ha '.repeat(3_330)}hacked`),
    3,
    'security',
    'urgent',
    'security',
    notify,
  ],
  ['halves of signs', says('\ud800 hacked \udc00'), 3, 'security', 'urgent', 'security', notify],
  ['halves of signs only', says('\udfff\ud800'), 1, 'support', 'normal', 'everything'],
  ['right to left', says('\u202eשלום, I was hacked\u202c'), 3, 'security', 'urgent', 'security', notify],
  ['signs that nobody sees inside a word', says('hac\u200bk\u00aded'), 3, 'security', 'urgent', 'security', notify],
  ['signs of a pattern', says('.*+?^{}$()|[]\\ (?:'), 1, 'support', 'normal', 'everything'],
];

export const truthTable: readonly TruthCase[] = rows.map(([name, subject, tier, group, priority, rule, more = {}]) => ({
  name,
  subject,
  ...(more.closed ? { closed: more.closed } : {}),
  tier,
  group,
  priority,
  rule,
  notify: more.notify ?? false,
}));
