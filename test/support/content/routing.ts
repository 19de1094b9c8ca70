import type { Files } from './help-center.ts';

const fixed = (lines: string): string => lines.replace(/^\n/, '');

/** A `routing/` that holds, for the small help center: two groups, two rules, a priority, two policies, two calendars. */
export const routing = {
  'routing/groups.yaml': fixed(`
groups:
  - id: front-line
    title: { en: Support }
    tier: 1
    calendar: office
  - id: engineers
    title: { en: Engineers }
    tier: 3
    skills: [code]
    access: [database]
    calendar: always
`),
  'routing/rules.yaml': fixed(`
rules:
  - id: invite-blocked
    when: { blocked: [walkthrough:invite] }
    skills: [code]
    because: { en: the walkthrough could not go on }
  - id: everything
priorities:
  - id: large-plan
    when: { plan: [large] }
    priority: high
`),
  'routing/sla-policies.yaml': fixed(`
policies:
  - id: engineers
    when: { tier: [3] }
    targets:
      urgent: { firstReply: 30m, aroundTheClock: true }
      high: { firstReply: 4h, aroundTheClock: true }
      normal: { firstReply: 8h }
      low: { firstReply: 16h }
  - id: rest
    targets:
      urgent: { firstReply: 30m, resolution: 8h }
      high: { firstReply: 4h }
      normal: { firstReply: 8h }
      low: { firstReply: 16h }
`),
  'routing/business-hours.yaml': fixed(`
calendars:
  - id: office
    timeZone: Europe/Berlin
    hours:
      monday: ["09:00-17:00"]
      tuesday: ["09:00-17:00"]
      wednesday: ["09:00-17:00"]
      thursday: ["09:00-17:00"]
      friday: ["09:00-17:00"]
    holidays:
      - { day: 12-25, name: Christmas }
  - id: always
    timeZone: UTC
    hours:
      monday: ["00:00-24:00"]
      tuesday: ["00:00-24:00"]
      wednesday: ["00:00-24:00"]
      thursday: ["00:00-24:00"]
      friday: ["00:00-24:00"]
      saturday: ["00:00-24:00"]
      sunday: ["00:00-24:00"]
`),
} satisfies Files;

type Name = 'groups' | 'rules' | 'sla-policies' | 'business-hours';

/** The same with a text replaced in its files; a text that is not there is a mistake of the test. */
export function routingWith(changes: Partial<Record<Name, readonly (readonly [from: string, to: string])[]>>): Files {
  const files: Record<string, string> = { ...routing };
  for (const [name, replaced] of Object.entries(changes)) {
    for (const [from, to] of replaced) {
      const file = `routing/${name}.yaml`;
      const text = files[file] ?? '';
      if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
      files[file] = text.replace(from, () => to);
    }
  }
  return files;
}
