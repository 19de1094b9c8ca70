import { type Routing, routing } from '../../../content/schema/routing.ts';
import { frozen } from './frozen.ts';

const target = (hours: number) => ({ firstReply: `${hours}h`, resolution: `${hours * 8}h` });
const targets = {
  low: target(24),
  normal: target(8),
  high: target(4),
  urgent: { firstReply: '30m', aroundTheClock: true },
};
const workday = ['09:00-17:00'];
const week = { monday: workday, tuesday: workday, wednesday: workday, thursday: workday, friday: workday };
const allDay = ['00:00-24:00'];

const groups = [
  {
    id: 'support',
    title: { en: 'Support', de: 'Kundendienst' },
    tier: 1,
    skills: ['account', 'how-to'],
    languages: ['en'],
  },
  { id: 'support-de', title: { en: 'Support, German' }, tier: 1, skills: ['account', 'how-to'], languages: ['de'] },
  { id: 'billing', title: { en: 'Billing' }, tier: 1, skills: ['account', 'billing'], access: ['payments'] },
  { id: 'technical', title: { en: 'Technical support' }, tier: 2, skills: ['technical', 'api'], access: ['logs'] },
  {
    id: 'integrations',
    title: { en: 'Integrations' },
    tier: 2,
    skills: ['api', 'integrations'],
    languages: ['en', 'de'],
  },
  { id: 'ledger', title: { en: 'Accounts' }, tier: 2, skills: ['account', 'billing'], access: ['payments', 'ledger'] },
  { id: 'tills', title: { en: 'Till partners' }, tier: 2, skills: ['point-of-sale'], languages: ['en'], partner: true },
  {
    id: 'engineering',
    title: { en: 'Engineering' },
    tier: 3,
    skills: ['technical', 'api', 'integrations', 'point-of-sale'],
    access: ['logs', 'code', 'infrastructure'],
    languages: ['en'],
  },
  {
    id: 'security',
    title: { en: 'Security' },
    tier: 3,
    skills: ['account', 'security'],
    access: ['logs', 'incident', 'personal-data'],
    languages: ['en', 'de'],
    calendar: 'always',
  },
];

const rules = [
  {
    id: 'security',
    when: { words: ['hacked', 'phish*', 'unauthori* access', 'gehackt', 'Datenleck', 'взлом*'] },
    access: ['incident'],
    priority: 'urgent',
    notify: true,
    because: { en: 'it may concern security', de: 'es die Sicherheit betreffen kann' },
  },
  {
    id: 'outage',
    when: { words: ['is down', 'outage', 'Störung*', 'nichts geht', '障害', 'c’est coupé'] },
    access: ['infrastructure'],
    priority: 'urgent',
    notify: true,
  },
  {
    id: 'data-loss',
    when: { words: ['lost data', 'records disappeared'] },
    access: ['code'],
    exhausts: 2,
    priority: 'urgent',
  },
  { id: 'legal', when: { topic: ['legal'] }, skills: ['law'] },
  { id: 'personal-data', when: { topic: ['privacy'], verified: true }, skills: ['account'], access: ['personal-data'] },
  {
    id: 'payment-code',
    when: { errorCode: ['PAY-*', 'card_declined'] },
    skills: ['billing'],
    access: ['payments'],
    priority: 'high',
  },
  { id: 'api-code', when: { errorCode: ['E-42', '502', 'ERR_TIMEOUT*'] }, skills: ['api'] },
  {
    id: 'connector-unhelpful',
    when: { unhelpful: ['article:connect-a-shop', 'faq:webhooks'] },
    skills: ['integrations'],
    exhausts: 1,
    because: { en: 'the connector guide did not help', de: 'die Anleitung zum Connector nicht geholfen hat' },
  },
  { id: 'till-finished', when: { finished: ['walkthrough:connect-a-till'] }, skills: ['point-of-sale'], exhausts: 1 },
  { id: 'walkthrough-blocked', when: { blocked: 'any' }, skills: ['technical'], exhausts: 1 },
  { id: 'tills', when: { area: ['point-of-sale'] }, skills: ['point-of-sale'] },
  { id: 'any-code', when: { errorCode: 'any' }, skills: ['technical'], access: ['logs'] },
  {
    id: 'refund',
    when: { words: ['charged twice', 'refund*', 'Rückerstattung', 'zuviel abgebucht'] },
    skills: ['billing'],
    access: ['payments'],
  },
  { id: 'ledger', when: { topic: ['billing'], exhausted: 1 }, skills: ['billing'], access: ['ledger'] },
  { id: 'billing', when: { topic: ['billing'] }, skills: ['billing'] },
  { id: 'persistent', when: { exhausted: 2 }, priority: 'high', notify: true },
  { id: 'unhelpful', when: { unhelpful: 'any' }, exhausts: 1 },
  { id: 'feedback-de', when: { topic: ['feedback'], language: ['de'] }, priority: 'low' },
  { id: 'feedback', when: { topic: ['feedback'] }, priority: 'low' },
  { id: 'unverified-account', when: { topic: ['account'], verified: false }, skills: ['account'] },
  { id: 'everything' },
];

const priorities = [
  { id: 'enterprise', when: { plan: ['enterprise', 'pro-plus'] }, priority: 'high' },
  { id: 'nobody-can-work', when: { words: ['nobody can work', 'all users'] }, priority: 'urgent' },
  { id: 'payroll', when: { area: ['payroll'], topic: ['account', 'billing'] }, priority: 'high' },
  { id: 'trial', when: { plan: ['trial'] }, priority: 'low' },
];

/** A realistic table of its own: what the product ships may change without changing what is true of the router. */
export const fixture: Routing = frozen(
  routing.parse({
    groups: groups.map((group) => ({ calendar: 'office', ...group })),
    rules: rules.map((rule, place) => ({ ...rule, source: `routing/rules.yaml:${place * 5 + 2}` })),
    priorities: priorities.map((rule, place) => ({ ...rule, source: `routing/rules.yaml:${place * 4 + 120}` })),
    policies: [
      { id: 'engineering', when: { tier: [3] }, targets },
      { id: 'standard', targets },
    ],
    calendars: [
      { id: 'office', timeZone: 'Europe/Berlin', hours: { ...week, friday: ['09:00-15:00'] } },
      {
        id: 'always',
        timeZone: 'Europe/Berlin',
        hours: Object.fromEntries(
          ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, allDay]),
        ),
      },
    ],
  }),
);
