import type { Hours } from '../../../api/contract/hours.ts';
import { routing } from '../../../content/schema/routing.ts';
import { noon } from './ticket.ts';

const targets = {
  low: { firstReply: '24h' },
  normal: { firstReply: '8h', resolution: '24h' },
  high: { firstReply: '2h', resolution: '8h' },
  urgent: { firstReply: '30m', aroundTheClock: true },
};

/** Two groups that work on Monday, and one around the clock. */
export const table = routing.parse({
  groups: [
    { id: 'front-line', title: { en: 'Support', de: 'Kundendienst' }, tier: 1, languages: ['en'], calendar: 'office' },
    { id: 'integrations', title: { en: 'Integrations' }, tier: 2, skills: ['product'], calendar: 'office' },
    { id: 'on-call', title: { en: 'On call' }, tier: 3, access: ['outages'], calendar: 'always', partner: true },
  ],
  rules: [
    {
      id: 'outage',
      when: { words: ['is down'] },
      access: ['outages'],
      priority: 'urgent',
      notify: true,
      because: { en: 'something is down', de: 'etwas ausgefallen ist' },
      source: 'routing/rules.yaml:2',
    },
    {
      id: 'guide',
      when: { unhelpful: ['article:embed-the-widget'] },
      skills: ['product'],
      exhausts: 1,
      because: { en: 'the guide did not help' },
      source: 'routing/rules.yaml:8',
    },
    { id: 'everything', source: 'routing/rules.yaml:12' },
  ],
  priorities: [{ id: 'large-plan', when: { plan: ['enterprise'] }, priority: 'high', source: 'routing/rules.yaml:14' }],
  policies: [{ id: 'standard', targets }],
  calendars: ['office', 'always'].map((id) => ({ id, timeZone: 'UTC', hours: {} })),
});

const hour = 3_600_000;
/** Sunday noon is when the desk is opened. */
export const tableHours: Hours = {
  calendars: {
    office: [
      [noon + 21 * hour, noon + 29 * hour],
      [noon + 45 * hour, noon + 53 * hour],
    ],
    always: [[noon, noon + 45 * 24 * hour]],
  },
};
