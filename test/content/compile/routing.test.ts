import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../content/compile/compile.ts';
import { formatError } from '../../../content/compile/compile-error.ts';
import { contentManifest } from '../../../content/schema/manifest.ts';
import { publicRouting, routing as schema } from '../../../content/schema/routing.ts';
import { unseal } from '../../../content/search/envelope.ts';
import { compileWith, errorsOf, type Files, helpCenter } from '../../support/content/help-center.ts';
import { routing, routingWith } from '../../support/content/routing.ts';

async function compiled(changes: Files) {
  const { root, out } = await helpCenter(changes);
  const result = await compile({ root, out });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(out, name), 'utf8'));
  const { routing: file, build } = contentManifest.parse(await json('manifest.json'));
  const opened = unseal('T', new Uint8Array(await readFile(join(out, file))));
  if (!opened.ok) throw new Error(opened.reason);
  const shown = publicRouting.parse(JSON.parse(new TextDecoder().decode(opened.payload)));
  return { result, out, build, file, table: schema.parse(await json('routing.json')), shown };
}

describe('a folder with routing', () => {
  it('becomes a table that names file and line of every rule', async () => {
    const { table, result } = await compiled(routing);
    expect(result.warnings).toEqual([]);
    expect(table.rules.map(({ id, source }) => [id, source])).toEqual([
      ['invite-blocked', 'routing/rules.yaml:2'],
      ['everything', 'routing/rules.yaml:6'],
    ]);
    expect(table.priorities.map(({ source }) => source)).toEqual(['routing/rules.yaml:8']);
    expect(table.rules[1]).toMatchObject({ when: {}, skills: [], exhausts: 0, priority: 'normal', notify: false });
    expect(table.groups.map(({ id, languages }) => [id, languages])).toEqual([
      ['front-line', []],
      ['engineers', []],
    ]);
    expect(table.calendars[0]?.holidays).toEqual([{ day: '12-25', name: 'Christmas', hours: [] }]);
  });

  it('publishes the same table under a name of its own, without the places of its rules', async () => {
    const { table, shown, file, out } = await compiled(routing);
    expect(file).toMatch(/^tz\/routing-[0-9a-f]{10}\.txt$/);
    expect((await readdir(join(out, 'tz'))).map((name) => `tz/${name}`)).toContain(file);
    expect(JSON.stringify(shown)).not.toContain('rules.yaml');
    const bare = ({ source: _, ...rule }: (typeof table.rules)[number]) => rule;
    expect(shown).toMatchObject({ groups: table.groups, policies: table.policies, calendars: table.calendars });
    expect(shown.rules).toEqual(table.rules.map(bare));
  });

  it('says what is withheld from a partner to nobody but the API', async () => {
    const line = [
      '    calendar: office',
      '    calendar: office\n    partner: true\n    withholds: [name, reads]',
    ] as const;
    const { table, shown } = await compiled(routingWith({ groups: [line] }));
    expect(table.groups[0]?.withholds).toEqual(['name', 'reads']);
    expect(JSON.stringify(shown)).not.toContain('withholds');
    expect(shown.groups[0]).toMatchObject({ id: 'front-line', partner: true });
  });

  it('changes the build and the published file when a rule changes', async () => {
    const one = await compiled(routing);
    const two = await compiled(routingWith({ rules: [['because: { en: the', 'because: { en: this']] }));
    expect(two.build).not.toBe(one.build);
    expect(two.file).not.toBe(one.file);
  });
});

describe('a folder without routing', () => {
  it('has one group for everything, and a first reply within firstReplyHours around the clock', async () => {
    const { table } = await compiled({});
    expect(table.groups).toMatchObject([{ id: 'everybody', title: { en: 'Example' }, tier: 1 }]);
    expect(table.rules).toMatchObject([{ id: 'everything', when: {}, source: 'settings.yaml' }]);
    expect(table.policies[0]?.targets.urgent).toEqual({ firstReply: '480m', aroundTheClock: true });
    expect(table.calendars[0]?.hours.sunday).toEqual(['00:00-24:00']);
  });

  it('takes hidden files in routing/ for nothing', async () => {
    const { table } = await compiled({ 'routing/.notes': 'a' });
    expect(table.groups[0]?.id).toBe('everybody');
  });
});

const groups = 'routing/groups.yaml';
const rules = 'routing/rules.yaml';
const policies = 'routing/sla-policies.yaml';
const hours = 'routing/business-hours.yaml';

/** What is changed, and every error that follows, in order. */
const cases: Record<string, [changes: Files, ...errors: string[]]> = {
  'files of routing that are missing': [
    { [groups]: routing[groups] },
    `${hours}:1 file  found no such file; expected calendars`,
    `${rules}:1 file  found no such file; expected rules and priorities`,
    `${policies}:1 file  found no such file; expected policies`,
  ],
  'what is withheld from own people': [
    routingWith({ groups: [['    calendar: office', '    calendar: office\n    withholds: [address]']] }),
    `${groups}:6 groups[0].withholds  found withholds, of a group that is no partner; expected partner: true beside it`,
  ],
  'other files in routing': [
    { ...routing, 'routing/teams.yaml': 'a', 'routing/old/rules.yaml': 'a', 'routing/rules.yml': 'a' },
    `routing/old/rules.yaml:1 path  found file routing/old/rules.yaml; expected ${groups}, ${rules}, ${policies}, ${hours}`,
    `routing/rules.yml:1 path  found file routing/rules.yml; expected ${groups}, ${rules}, ${policies}, ${hours}`,
    `routing/teams.yaml:1 path  found file routing/teams.yaml; expected ${groups}, ${rules}, ${policies}, ${hours}`,
  ],
  'a short name of several zones': [
    routingWith({ 'business-hours': [['Europe/Berlin', 'PST']] }),
    `${hours}:3 calendars[0].timeZone  found "PST"; expected an IANA time zone such as Europe/Berlin`,
  ],
  'values of the wrong kind, in all files at once': [
    routingWith({
      groups: [['tier: 1', 'tier: 4']],
      rules: [
        ['skills: [code]', 'skills: [1]'],
        ['when: { blocked: [walkthrough:invite] }', 'when: { blocked: [invite], words: ["a  b", "+"], colour: [red] }'],
      ],
      'sla-policies': [['firstReply: 30m', 'firstReply: 0.5h']],
      'business-hours': [
        ['Europe/Berlin', '+01:00'],
        ['"09:00-17:00"', '"17:00-09:00"'],
      ],
    }),
    `${hours}:3 calendars[0].timeZone  found "+01:00"; expected an IANA time zone such as Europe/Berlin`,
    `${hours}:5 calendars[0].hours.monday[0]  found "17:00-09:00"; expected an end after the start`,
    `${groups}:4 groups[0].tier  found 4; expected one of 1, 2, 3`,
    `${rules}:3 rules[0].when.blocked[0]  found "invite"; expected a kind and a slug, such as article:embed-the-widget`,
    `${rules}:3 rules[0].when.colour  found an unknown key; expected one of topic, language, verified, area, unhelpful, blocked, finished, errorCode, words, exhausted`,
    `${rules}:3 rules[0].when.words[0]  found "a  b"; expected words such as "charged twice"`,
    `${rules}:3 rules[0].when.words[1]  found "+"; expected words such as "charged twice"`,
    `${rules}:4 rules[0].skills[0]  found 1; expected text`,
    `${policies}:5 policies[0].targets.urgent.firstReply  found "0.5h"; expected a span such as 30m or 8h`,
  ],
  'a key that stands twice': [
    routingWith({ groups: [['    tier: 1', '    tier: 1\n    tier: 2']] }),
    `${groups}:5 yaml  found Map keys must be unique; expected valid YAML`,
  ],
  'names of what is not there': [
    routingWith({
      groups: [['calendar: office', 'calendar: offices\n    languages: [fr]']],
      rules: [
        [
          '{ blocked: [walkthrough:invite] }',
          '{ blocked: [walkthrough:gone, article:reset-password], unhelpful: [faq:gone], topic: [others], language: [de] }',
        ],
        ['plan: [large]', 'plan: [large], topic: [others]'],
      ],
      'sla-policies': [['tier: [3]', 'tier: [2, 3], group: [engineer, engineers], topic: [others, other]']],
    }),
    `${groups}:5 groups[0].calendar  found "offices"; expected one of office, always`,
    `${groups}:6 groups[0].languages[0]  found "fr"; expected one of en`,
    `${rules}:3 rules[0].when.blocked[0]  found "walkthrough:gone"; expected a walkthrough that is there, such as walkthrough:its-slug`,
    `${rules}:3 rules[0].when.blocked[1]  found "article:reset-password"; expected a walkthrough that is there, such as walkthrough:its-slug`,
    `${rules}:3 rules[0].when.language[0]  found "de"; expected one of en`,
    `${rules}:3 rules[0].when.topic[0]  found "others"; expected one of other`,
    `${rules}:3 rules[0].when.unhelpful[0]  found "faq:gone"; expected the id of a document that is there, such as article:its-slug`,
    `${rules}:9 priorities[0].when.topic[0]  found "others"; expected one of other`,
    `${policies}:3 policies[0].when.group[0]  found "engineer"; expected one of front-line, engineers`,
    `${policies}:3 policies[0].when.tier[0]  found tier 2, where nobody is; expected a tier that a group has`,
    `${policies}:3 policies[0].when.topic[0]  found "others"; expected one of other`,
  ],
  'ids that stand twice, and texts that the default locale lacks': [
    routingWith({
      groups: [
        ['id: engineers', 'id: front-line'],
        ['en: Engineers', 'de: Technik'],
      ],
      rules: [
        ['id: everything', 'id: invite-blocked'],
        ['en: the', 'de: the'],
      ],
      'sla-policies': [['id: rest', 'id: engineers']],
      'business-hours': [
        ['    holidays', '  - id: office\n    timeZone: UTC\n    hours: { monday: ["09:00-10:00"] }\n    holidays'],
      ],
    }),
    `${hours}:10 calendars[1].id  found "office" again; expected an id of its own`,
    `${groups}:6 groups[1].id  found "front-line" again; expected an id of its own`,
    `${groups}:7 groups[1].title  found no en; expected a title in the default locale`,
    `${rules}:5 rules[0].because  found no en; expected a reason in the default locale`,
    `${rules}:6 rules[1].id  found "invite-blocked" again; expected an id of its own`,
    `${policies}:9 policies[1].id  found "engineers" again; expected an id of its own`,
  ],
  'a rule that an earlier one covers': [
    routingWith({
      rules: [
        [
          '  - id: everything',
          '  - id: again\n    when: { blocked: [walkthrough:invite], topic: [other] }\n  - id: everything',
        ],
      ],
    }),
    `${rules}:6 rules[1]  found rule again, whose tickets are all taken by invite-blocked (${rules}:2); expected a ticket that it is the first to match`,
  ],
  'a rule that two earlier ones cover together': [
    routingWith({
      rules: [
        [
          '  - id: everything',
          `  - { id: known, when: { verified: true, words: [refund*] } }
  - { id: unknown, when: { verified: false, words: [refund, refunds] } }
  - { id: refund, when: { words: [Refunds] } }
  - { id: refunding, when: { words: [refunding] } }
  - id: everything`,
        ],
      ],
    }),
    `${rules}:8 rules[3]  found rule refund, whose tickets are all taken by known (${rules}:6) and unknown (${rules}:7); expected a ticket that it is the first to match`,
  ],
  'a rule behind one that takes everything, once for each': [
    routingWith({ rules: [['priorities', '  - { id: late, when: { errorCode: any } }\n  - id: later\npriorities']] }),
    `${rules}:7 rules[2]  found rule late, whose tickets are all taken by everything (${rules}:6); expected a ticket that it is the first to match`,
    `${rules}:8 rules[3]  found rule later, whose tickets are all taken by everything (${rules}:6); expected a ticket that it is the first to match`,
  ],
  'a priority that one as high before it covers, or a higher one behind it': [
    routingWith({
      rules: [
        [
          '    priority: high',
          `    priority: high
  - { id: large-too, when: { plan: [large], words: [urgent] }, priority: high }
  - { id: broken, when: { errorCode: [E-42] }, priority: high }
  - { id: all-codes, when: { errorCode: ["E*", e-42] }, priority: urgent }`,
        ],
      ],
    }),
    `${rules}:11 priorities[1]  found priority large-too, whose tickets are all raised at least as high by large-plan (${rules}:8); expected a ticket that it raises`,
    `${rules}:12 priorities[2]  found priority broken, whose tickets are all raised at least as high by all-codes (${rules}:13); expected a ticket that it raises`,
  ],
  'a priority that no rule is below': [
    routingWith({
      rules: [
        ['    priority: high', '    priority: high\n  - { id: calm, when: { words: [calm] }, priority: normal }'],
      ],
    }),
    `${rules}:11 priorities[1].priority  found normal, while no rule leaves a ticket lower; expected a priority that raises some ticket`,
  ],
  'tickets that match nothing': [
    routingWith({ rules: [['  - id: everything', '  - id: everything\n    when: { topic: [other] }']] }),
    `${rules}:6 rules[1]  found no rule for a plain ticket of a requester who is not verified; expected a last rule that matches every ticket`,
  ],
  'tickets of half of the requesters that match nothing': [
    routingWith({ rules: [['  - id: everything', '  - id: everything\n    when: { verified: false }']] }),
    `${rules}:6 rules[1]  found no rule for a plain ticket of a requester who is verified; expected a last rule that matches every ticket`,
  ],
  'a group that another one covers': [
    routingWith({
      groups: [
        [
          '  - id: engineers',
          '  - { id: second-line, title: { en: Second }, tier: 1, skills: [mail], calendar: office }\n  - id: engineers',
        ],
      ],
    }),
    `${groups}:6 groups[1]  found group second-line, which no rule reaches; expected a ticket that goes to it`,
  ],
  'skills that nobody has': [
    routingWith({ rules: [['skills: [code]', 'skills: [code, mail]\n    access: [database]']] }),
    `${rules}:4 rules[0].skills  found no group with code, mail and database; expected a group that has all of it`,
  ],
  'skills that only a group has that the rule passes over': [
    routingWith({
      groups: [['tier: 3', 'tier: 2']],
      rules: [['skills: [code]', 'skills: [code]\n    exhausts: 2']],
      'sla-policies': [['tier: [3]', 'tier: [2]']],
    }),
    `${rules}:5 rules[0].exhausts  found 2, which passes over everybody who can solve it: engineers (${groups}:6); expected a group above tier 2 that can`,
  ],
  'policies that leave a group out, or that never hold': [
    routingWith({
      'sla-policies': [
        ['  - id: rest', '  - id: rest\n    when: { group: [front-line], plan: [large] }'],
        ['tier: [3]', 'tier: [3], group: [front-line]'],
      ],
    }),
    `${policies}:2 policies[0]  found policy engineers, for groups that are not there; expected a ticket that it is the first to hold for`,
    `${policies}:9 policies[1]  found no policy for tickets of front-line and engineers; expected a last policy that holds everywhere`,
  ],
  'a policy that an earlier one covers': [
    routingWith({
      'sla-policies': [['  - id: rest', '  - id: rest\n    when: { group: [engineers], topic: [other] }']],
    }),
    `${policies}:9 policies[1]  found no policy for tickets of front-line; expected a last policy that holds everywhere`,
    `${policies}:9 policies[1]  found policy rest, whose tickets all have engineers (${policies}:2); expected a ticket that it is the first to hold for`,
  ],
  'a promise around the clock of people who sleep': [
    routingWith({
      'sla-policies': [
        [
          '      urgent: { firstReply: 30m, resolution: 8h }',
          '      urgent: { firstReply: 30m, nextReply: 100h, aroundTheClock: true }',
        ],
      ],
      'business-hours': [['12-25', '2026-12-25']],
    }),
    // From Thursday evening, over Christmas Day and the weekend, to Monday morning.
    `${policies}:11 policies[1].targets.urgent.firstReply  found 30m around the clock, while front-line is away for 88 h around 2026-12-25 (${hours}:2); expected a time that its calendar can keep`,
  ],
  'a calendar that never opens, and holidays that are no days or stand twice': [
    routingWith({
      'business-hours': [
        [
          '      - { day: 12-25, name: Christmas }',
          '      - { day: 12-25, name: Christmas }\n      - { day: 12-25 }\n      - { day: 2026-02-29 }\n      - { day: 02-29 }\n      - { day: 13-01 }',
        ],
        ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map(
          (day) => [`      ${day}: ["09:00-17:00"]\n`, `      ${day}: []\n`] as const,
        ),
      ],
    }),
    `${hours}:4 calendars[0].hours  found no hours in the whole week; expected hours on one weekday at least`,
    `${hours}:12 calendars[0].holidays[1].day  found "12-25" again; expected each day once`,
    `${hours}:13 calendars[0].holidays[2].day  found "2026-02-29"; expected a day of the calendar`,
    `${hours}:15 calendars[0].holidays[4].day  found "13-01"; expected a day of the calendar`,
  ],
  'promises in an order that makes no sense': [
    routingWith({
      'sla-policies': [
        ['urgent: { firstReply: 30m, resolution: 8h }', 'urgent: { firstReply: 5h, nextReply: 6h, resolution: 330m }'],
        [
          'high: { firstReply: 4h, aroundTheClock: true }',
          'high: { firstReply: 4h, resolution: 2h, aroundTheClock: true }',
        ],
      ],
    }),
    `${policies}:6 policies[0].targets.high.resolution  found 2h; expected at least 4h, as firstReply is`,
    `${policies}:11 policies[1].targets.urgent.firstReply  found 5h, later than high with 4h; expected a first reply that is not later than that of high`,
    `${policies}:11 policies[1].targets.urgent.resolution  found 330m; expected at least 6h, as nextReply is`,
  ],
};

describe('compile refuses, of routing', () => {
  it.each(Object.entries(cases))('%s', async (_, [changes, ...errors]) => {
    expect(await errorsOf(changes)).toEqual(errors);
  });

  it('a mistake with a hint that says how to mend it', async () => {
    const result = await compileWith(cases['a group that another one covers']![0]);
    expect(result.ok ? [] : result.errors.map((error) => formatError(error, 'content'))).toEqual([
      `content/${groups}:6 groups[1]  found group second-line, which no rule reaches; expected a ticket that goes to it; hint: all that it could solve goes to front-line (${groups}:2); give a rule skills or access that only it has`,
    ]);
  });
});
