import { describe, expect, it } from 'vitest';
import { guideOf } from '../../../content/compile/guide.ts';
import { selectorOfRole } from '../../../content/schema/role.ts';
import { walkthrough as schema } from '../../../content/schema/walkthrough.ts';
import { errorsOf, type Files, walkthrough } from '../../support/content/help-center.ts';

const at = 'en/walkthroughs/invite.yaml';
const head = walkthrough.slice(0, walkthrough.indexOf('steps:'));
/** Its steps begin on line 6; what is in one is on the lines after it. */
const guided = (steps: string, keys = 'start: /settings/\n'): Files => ({ [at]: `${head}${keys}steps:\n${steps}` });
const last = '  - do: Look at the list.\n';

/** What is written, and every error that follows, in order. */
const cases: Record<string, [written: Files, ...errors: string[]]> = {
  'an anchor without a page where the walkthrough begins': [
    guided(`  - do: Select Invite.\n    anchor: invite\n${last}`, ''),
    `${at}:7 steps[0].anchor  found an anchor; expected start, the path of the page where the walkthrough begins`,
  ],
  'a page where nothing is pointed at': [
    guided(`  - do: Select Invite.\n${last}`),
    `${at}:5 start  found "/settings/"; expected a step with an anchor`,
  ],
  'a first step that its own page does not have': [
    guided(`  - do: Select Invite.\n    anchor: invite\n    before: { route: /team/** }\n${last}`),
    `${at}:9 steps[0].before.route  found "/team/**"; expected a pattern that has /settings/ among its paths`,
  ],
  'steps of one name, given or by number': [
    guided(`  - do: Select Invite.\n    anchor: invite\n    id: step-2\n${last}`),
    `${at}:10 steps[1].id  found "step-2", as in step 1; expected a name of its own`,
  ],
  'a click and an input on nothing': [
    guided(
      `  - do: Select Invite.\n    advance: click\n  - do: Type.\n    advance: input\n    sample: a\n  - do: b c\n    anchor: x\n`,
    ),
    `${at}:8 steps[0].advance  found "click"; expected an anchor in the same step`,
    `${at}:10 steps[1].advance  found "input"; expected an anchor in the same step`,
    `${at}:11 steps[1].sample  found "a"; expected an anchor in the same step`,
  ],
  'an input that a check could not make': [
    guided(`  - do: Type.\n    anchor: mail\n    advance: input\n${last}`),
    `${at}:9 steps[0].advance  found no sample; expected sample, a value that a check can type or choose`,
  ],
  'a sample that its own pattern refuses, and a pattern that is none': [
    guided(
      `  - do: Type.\n    anchor: mail\n    advance: input\n    matches: \\d+\n    sample: abc\n  - do: Type.\n    anchor: b\n    advance: input\n    matches: (a\n    sample: a\n`,
    ),
    `${at}:11 steps[0].sample  found "abc"; expected a value like \\d+`,
    `${at}:15 steps[1].matches  found "(a"; expected a regular expression`,
  ],
  'a pattern where nothing is typed': [
    guided(`  - do: Select.\n    anchor: mail\n    advance: click\n    matches: a\n${last}`),
    `${at}:10 steps[0].matches  found "a"; expected advance: input in the same step`,
  ],
  'branches to nowhere, to an earlier step and from the last one': [
    guided(
      `  - do: Go on.\n    anchor: a\n    branch: [{ when: { route: /x }, to: nowhere }]\n  - do: Go on.\n    branch: [{ when: { absent: b }, to: step-1 }]\n`,
    ),
    `${at}:9 steps[0].branch[0].to  found "nowhere"; expected the id of a later step: step-2`,
    `${at}:11 steps[1].branch[0].to  found "step-1"; expected no branch in the last step`,
  ],
  'selectors that no browser knows, wherever they are': [
    guided(
      `  - do: Go on.\n    anchor: { selector: 'a[' }\n    advance: { appears: { selector: 'li:contains(a)' } }\n    before: { visible: [ok, { selector: '>>' }] }\n    after: { value: { of: { selector: 'a[b!=c]' }, is: x } }\n    branch: [{ when: { absent: { selector: ':first' } }, to: step-2 }]\n${last}`,
    ),
    `${at}:8 steps[0].anchor.selector  found "a["; expected a CSS selector that browsers know`,
    `${at}:9 steps[0].advance.appears.selector  found "li:contains(a)"; expected a CSS selector that browsers know`,
    `${at}:10 steps[0].before.visible[1].selector  found ">>"; expected a CSS selector that browsers know`,
    `${at}:11 steps[0].after.value.of.selector  found "a[b!=c]"; expected a CSS selector that browsers know`,
    `${at}:12 steps[0].branch[0].when.absent.selector  found ":first"; expected a CSS selector that browsers know`,
  ],
  'forms that are none': [
    guided(
      `  - do: Go on.\n    anchor: { role: button }\n  - do: Go on.\n    anchor: Not A Name\n    advance: fly\n  - do: Go on.\n    before: {}\n    skip: maybe\n`,
      'start: settings\napp: new\n',
    ),
    `${at}:5 start  found "settings"; expected a path such as /billing/`,
    `${at}:6 app  found "new"; expected versions such as >=2.4 <3`,
    `${at}:9 steps[0].anchor  found {"role":"button"}; expected role and label together`,
    `${at}:11 steps[1].anchor  found "Not A Name"; expected a name such as invoice.new: lower case, dots and hyphens`,
    `${at}:12 steps[1].advance  found "fly"; expected one of next, click, input or keys and values`,
    `${at}:14 steps[2].before  found {}; expected one of route, visible, absent, value`,
    `${at}:15 steps[2].skip  found "maybe"; expected true or false`,
  ],
  'a key that nobody knows, once, with its place and those there are': [
    guided(
      `  - do: Go on.\n    anchor: { nmae: x }\n    after: { seen: x }\n  - do: Go on.\n    anchor: {}\n    advance: { rout: /x }\n  - do: Go on.\n    before: { visible: [a, { nmae: b }] }\n`,
    ),
    `${at}:8 steps[0].anchor.nmae  found an unknown key; expected one of name, selector, role, label`,
    `${at}:9 steps[0].after.seen  found an unknown key; expected one of route, visible, absent, value`,
    `${at}:11 steps[1].anchor  found {}; expected a name, a selector, or a role with its label`,
    `${at}:12 steps[1].advance.rout  found an unknown key; expected one of appears, route`,
    `${at}:14 steps[2].before.visible[1].nmae  found an unknown key; expected one of name, selector, role, label`,
  ],
  'two ends of a step, where each is one': [
    guided(`  - do: Go on.\n    anchor: a\n    advance: { appears: b, route: /x }\n${last}`),
    `${at}:9 steps[0].advance.route  found more than one; expected appears or route alone`,
  ],
  'in one round what it points at, whatever it lacks': [
    {
      [at]: 'description: Two screens and one address are all it takes.\nupdated: soon\ncategory: gone\nrelated: [article:gone, No Id]\nsteps:\n  - do: Open it.\n  - do: Close it.\n',
    },
    `${at}:1 title  found nothing; expected text`,
    `${at}:2 updated  found "soon"; expected a day such as 2026-11-22`,
    `${at}:3 category  found "gone"; expected one of account`,
    `${at}:4 related[0]  found "article:gone"; expected the id of a document that is there, such as article:its-slug`,
    `${at}:4 related[1]  found "No Id"; expected a kind and a slug, such as article:embed-the-widget`,
  ],
  'in one round all that is wrong, whatever the form of some of it': [
    guided(
      `  - do: Select Invite.
    id: one
    anchor: { selector: '#1a' }
    skip: maybe
  - do: Type.
    id: one
    anchor: b
    advance: input
    matches: (a
    sample: a
    fallback: article:gone
  - do: "[a](../articles/account/gone.md)"
    advance: fly
    before: { visible: { role: knob, label: a } }
    branch: [{ when: { absent: { selector: ':input' } }, to: gone }]
`,
      'start: /settings/\napp: new\nrelated: [article:gone]\n',
    ),
    `${at}:6 app  found "new"; expected versions such as >=2.4 <3`,
    `${at}:7 related[0]  found "article:gone"; expected the id of a document that is there, such as article:its-slug`,
    `${at}:11 steps[0].anchor.selector  found "#1a"; expected a CSS selector that browsers know`,
    `${at}:12 steps[0].skip  found "maybe"; expected true or false`,
    `${at}:14 steps[1].id  found "one", as in step 1; expected a name of its own`,
    `${at}:17 steps[1].matches  found "(a"; expected a regular expression`,
    `${at}:19 steps[1].fallback  found "article:gone"; expected the id of another document that is there, such as article:its-slug`,
    `${at}:20 steps[2].do  found link "../articles/account/gone.md"; expected a file that is there`,
    `${at}:21 steps[2].advance  found "fly"; expected one of next, click, input or keys and values`,
    `${at}:22 steps[2].before.visible.role  found "knob"; expected an ARIA role such as button`,
    `${at}:23 steps[2].branch[0].to  found "gone"; expected no branch in the last step`,
    `${at}:23 steps[2].branch[0].when.absent.selector  found ":input"; expected a CSS selector that browsers know`,
  ],
  'versions that there cannot be': [
    guided(`  - do: Select Invite.\n    anchor: a\n${last}`, `start: /settings/\napp: '>3 <2'\n`),
    `${at}:6 app  found ">3 <2"; expected versions that there can be`,
  ],
  'paths that no page has, and patterns that mean more than they say': [
    guided(
      `  - do: Go on.\n    anchor: a\n    advance: { route: /foo* }\n    after: { route: '/a?x=1' }\n  - do: Go on.\n    before: { route: /über/x }\n    after: { route: /a/**/b }\n`,
    ),
    `${at}:9 steps[0].advance.route  found "/foo*"; expected * for a whole segment, ** for any rest`,
    `${at}:10 steps[0].after.route  found "/a?x=1"; expected a path without ? and #: a page is known by its path`,
    `${at}:12 steps[1].before.route  found "/über/x"; expected the path as browsers have it: /%C3%BCber/x`,
    `${at}:13 steps[1].after.route  found "/a/**/b"; expected ** at the end alone; * stands for one segment`,
  ],
  'a pattern that could take for ever': [
    guided(
      `  - do: Type.\n    anchor: mail\n    advance: input\n    matches: (a+)+b\n    sample: ${'a'.repeat(40)}\n${last}`,
    ),
    `${at}:10 steps[0].matches  found "(a+)+b"; expected a pattern that can be tried in few ways`,
  ],
  'steps that are over as soon as they begin': [
    guided(
      `  - do: Go on.\n    anchor: a\n    advance: { route: /settings/ }\n  - do: Go on.\n    anchor: { name: b, selector: '#b' }\n    advance: { appears: b }\n  - do: Go on.\n    anchor: c\n    before: { route: /a/b, visible: [d, { label: e, role: link }] }\n    advance: { appears: { role: link, label: e } }\n  - do: Go on.\n    before: { route: /a/b }\n    advance: { route: /a/** }\n`,
    ),
    `${at}:9 steps[0].advance.route  found "/settings/"; expected a path other than /settings/, where the step begins`,
    `${at}:12 steps[1].advance.appears  found "b"; expected what is not there when the step begins`,
    `${at}:16 steps[2].advance.appears  found {"role":"link","label":"e"}; expected what is not there when the step begins`,
    `${at}:19 steps[3].advance.route  found "/a/**"; expected a path other than /a/b, where the step begins`,
  ],
  'steps that can never begin, and conditions that can never hold': [
    guided(
      `  - do: Go on.\n    anchor: a\n    before: { absent: [x, { name: a }] }\n    after: { visible: b, absent: b }\n  - do: Go on.\n    after: { absent: c, value: { of: c, is: x } }\n    branch: [{ when: { visible: [d, e], absent: e }, to: step-3 }]\n${last}`,
    ),
    `${at}:9 steps[0].before.absent  found ["x",{"name":"a"}]; expected another place than what the step points at: both cannot hold`,
    `${at}:10 steps[0].after.absent  found "b"; expected another place than what is visible: both cannot hold`,
    `${at}:12 steps[1].after.absent  found "c"; expected another place than the field of value: both cannot hold`,
    `${at}:13 steps[1].branch[0].when.absent  found "e"; expected another place than what is visible: both cannot hold`,
  ],
  'a fallback that is not there, and one that leads back': [
    guided(
      `  - do: Go on.\n    anchor: a\n    fallback: article:gone\n  - do: Go on.\n    fallback: walkthrough:invite\n`,
    ),
    `${at}:9 steps[0].fallback  found "article:gone"; expected the id of another document that is there, such as article:its-slug`,
    `${at}:11 steps[1].fallback  found "walkthrough:invite"; expected the id of another document that is there, such as article:its-slug`,
  ],
  'a translation with other steps': [
    {
      ...guided(`  - do: Go on.\n    anchor: a\n${last}`),
      'settings.yaml':
        'name: Example\nlocales: [en, de]\nfirstReplyHours: 8\ntopics:\n  - id: other\n    title: { en: Else, de: Anderes }\n',
      'de/walkthroughs/invite.yaml': `${head}start: /settings/\nsteps:\n  - do: Weiter.\n    anchor: a\n    id: first\n${last}`,
    },
    `de/walkthroughs/invite.yaml:6 steps  found steps first, step-2; expected the steps of ${at}: step-1, step-2`,
  ],
};

cases['a translation that leads another way, but for words of the page'] = [
  {
    ...guided(
      `  - do: Go on.\n    anchor: a\n  - do: Go on.\n    anchor: { role: button, label: Send }\n    advance: click\n`,
    ),
    'settings.yaml':
      'name: Example\nlocales: [en, de]\nfirstReplyHours: 8\ntopics:\n  - id: other\n    title: { en: Else, de: Anderes }\n',
    'de/walkthroughs/invite.yaml': `${head}start: /de/settings/\nsteps:\n  - do: Weiter.\n    anchor: b\n    advance: click\n  - do: Weiter.\n    anchor: { role: button, label: Senden }\n    advance: click\n`,
  },
  `de/walkthroughs/invite.yaml:8 steps[0].anchor  found "b"; expected "a", as in ${at}`,
  `de/walkthroughs/invite.yaml:9 steps[0].advance  found click; expected next, as in ${at}`,
];

describe('compile refuses in a walkthrough', () => {
  it.each(Object.entries(cases))('%s', async (_, [written, ...errors]) => {
    expect(await errorsOf(written)).toEqual(errors);
  });
});

describe('the page where a walkthrough begins', () => {
  const begun = (start: string, route = '/**') =>
    errorsOf(
      guided(`  - do: Select Invite.\n    anchor: a\n    before: { route: ${route} }\n${last}`, `start: '${start}'\n`),
    );

  it.each([
    ['/a"b', 'a path as the address bar has it, with %22 in the place of "\\""'],
    ["/a''b", 'a path as the address bar has it, with %27 in the place of "\'"'],
    ['/a<b', 'a path as the address bar has it, with %3C in the place of "<"'],
    ['/a>b', 'a path as the address bar has it, with %3E in the place of ">"'],
    ['/a b', 'a path as the address bar has it, with %20 in the place of " "'],
    ['/\\evil.example', '/ in the place of \\'],
    ['/a#x', 'a path without #: a page is known by its path'],
    ['//evil.example/x', 'a path of your application: what begins with // is another site'],
    ['/a/*', 'the path of one page, without *'],
  ])('is not %s', async (start, expected) => {
    const found = JSON.stringify(start.replace("''", "'"));
    expect(await begun(start)).toEqual([`${at}:5 start  found ${found}; expected ${expected}`]);
  });

  it('may have a query, which its route does not have', async () => {
    expect(await begun('/a?tab=1', '/a')).toEqual([]);
    expect(await begun('/b?tab=1', '/a')).toEqual([
      `${at}:9 steps[0].before.route  found "/a"; expected a pattern that has /b among its paths`,
    ]);
  });
});

describe('the text of a step', () => {
  it('may be given once and named again', async () => {
    const steps =
      '  - do: Look.\n    say: &gear "See [a](../articles/account/gone.md)."\n  - do: &do Close it.\n    say: *gear\n  - do: *do\n';
    expect(await errorsOf({ [at]: `${head}steps:\n${steps}` })).toEqual([
      `${at}:7 steps[0].say  found link "../articles/account/gone.md"; expected a file that is there`,
      `${at}:7 steps[1].say  found link "../articles/account/gone.md"; expected a file that is there`,
    ]);
  });
});

describe('the guide of a walkthrough', () => {
  const about = {
    title: 'Invite a colleague',
    description: 'Two screens and one address are all it takes.',
    updated: '2026-11-22',
    category: 'account',
  };
  const guideFrom = (rest: object) => guideOf(schema.parse({ ...about, ...rest }));

  it('is not there where no step has a place in a page', () => {
    expect(guideFrom({ steps: [{ do: 'Open it.' }, { do: 'Close it.' }] })).toBeUndefined();
  });

  it('has every anchor written out, and a name for every step', () => {
    const invite = { role: 'button', label: 'Invite' };
    expect(
      guideFrom({
        start: '/team/',
        app: '>=2.4 <3',
        steps: [
          { do: 'Select it.', anchor: 'team.invite', advance: { appears: 'team.form' }, before: { visible: invite } },
          {
            id: 'address',
            do: 'Type it.',
            anchor: { name: 'team.mail', selector: '#mail' },
            advance: 'input',
            matches: '.+@.+',
            sample: 'a@example.com',
            after: { absent: ['team.error'], value: { of: 'team.mail', is: 'a@example.com' } },
            branch: [{ when: { route: '/team/full/**' }, to: 'step-3' }],
            skip: true,
          },
          { do: 'Done.', advance: { route: '/team/*' }, fallback: 'article:team' },
        ],
      }),
    ).toEqual({
      start: '/team/',
      app: '>=2.4 <3',
      steps: [
        {
          id: 'step-1',
          anchor: { name: 'team.invite' },
          advance: { by: 'appears', anchor: { name: 'team.form' } },
          before: { visible: [{ ...invite, among: selectorOfRole('button') }] },
          skip: false,
        },
        {
          id: 'address',
          anchor: { name: 'team.mail', selector: '#mail' },
          advance: { by: 'input', matches: '.+@.+' },
          sample: 'a@example.com',
          after: { absent: [{ name: 'team.error' }], value: { of: { name: 'team.mail' }, is: 'a@example.com' } },
          branch: [{ when: { route: '/team/full/**' }, to: 'step-3' }],
          skip: true,
        },
        { id: 'step-3', advance: { by: 'route', route: '/team/*' }, fallback: 'article:team', skip: false },
      ],
    });
  });
});
