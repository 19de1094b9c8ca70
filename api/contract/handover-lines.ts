import type { HandoverNote, NoteField } from './handover.ts';

/** Texts of a language by key: those that begin with `note.`. */
export interface NoteWords {
  t: (key: string, values?: Record<string, string | number>) => string;
  /** An instant as whoever reads it writes it, with the zone where that is not theirs. */
  moment: (at: string) => string;
}

export const noteSections = ['problem', 'when', 'trail', 'work', 'next', 'around'] as const;
export type NoteSection = (typeof noteSections)[number];

/** One thing that a note says. */
export interface NoteLine {
  section: NoteSection;
  field: NoteField;
  label: string;
  text: string;
  /** Whose words they are, or which ticket it is. */
  by: 'agent' | 'requester' | 'system';
  /** Of the ticket that it names. */
  ticket?: string;
}

type Part = Omit<NoteLine, 'section' | 'field' | 'label'>;

const agent = (value: string | undefined): Part[] => (value === undefined ? [] : [{ by: 'agent', text: value }]);
const requester = (value: string | undefined): Part[] =>
  value === undefined ? [] : [{ by: 'requester', text: value }];
const system = (value: string | undefined): Part[] => (value === undefined ? [] : [{ by: 'system', text: value }]);

type Teller = (note: HandoverNote, words: NoteWords) => Part[];

/** In the order in which a note is read: each field, where it stands, and what it says. */
const tellers: readonly (readonly [NoteSection, NoteField, Teller])[] = [
  ['problem', 'problem', ({ problem }) => agent(problem)],
  ['problem', 'goal', ({ goal }) => agent(goal)],
  ['problem', 'impact', ({ impact }) => agent(impact)],
  ['problem', 'expected', ({ expected }) => agent(expected)],
  ['problem', 'actual', ({ actual }) => agent(actual)],
  ['when', 'since', ({ since }) => agent(since)],
  ['when', 'received', ({ received }, { moment }) => system(received && moment(received))],
  ['when', 'page', ({ page }) => requester(page && `${page.title} · ${page.url}`)],
  ['when', 'browser', ({ browser }) => requester(browser)],
  ['when', 'language', ({ language }) => system(language)],
  ['when', 'details', ({ details = [] }) => details.flatMap(({ name, value }) => requester(`${name}: ${value}`))],
  [
    'trail',
    'searches',
    ({ searches = [] }, { t }) =>
      searches.flatMap(({ query, results }) =>
        requester(t(results === 0 ? 'note.search.none' : 'note.search', { query, count: results })),
      ),
  ],
  ['trail', 'read', ({ read = [] }, words) => read.flatMap((one) => requester(readText(one, words)))],
  ['trail', 'steps', ({ steps = [] }, words) => steps.flatMap((one) => requester(stepText(one, words)))],
  ['work', 'tried', ({ tried = [] }) => tried.flatMap(({ what, result }) => agent(`${what} → ${result}`))],
  ['work', 'found', ({ found }) => agent(found)],
  ['work', 'blocker', ({ blocker }) => agent(blocker)],
  ['work', 'hypothesis', ({ hypothesis }) => agent(hypothesis)],
  ['next', 'nextAction', ({ nextAction }) => agent(nextAction)],
  ['next', 'owner', ({ owner }) => agent(owner)],
  ['next', 'promises', ({ promises }) => agent(promises)],
  ['next', 'replyBy', ({ replyBy }, { moment }) => system(replyBy && moment(replyBy))],
  ['next', 'solveBy', ({ solveBy }, { moment }) => system(solveBy && moment(solveBy))],
  ['next', 'priority', ({ priority }, { t }) => system(priority && t(`note.priority.${priority}`))],
  [
    'around',
    'related',
    ({ related = [] }, { t, moment }) =>
      related.map(({ id, reference, createdAt, why }) => ({
        by: 'system',
        ticket: id,
        text: t(`note.related.${why}`, { reference, time: moment(createdAt) }),
      })),
  ],
  ['around', 'shared', ({ shared }, { t }) => system(shared && sharedText(shared, t))],
  ['around', 'address', ({ address }, { t }) => system(address && t(`note.address.${address}`))],
];

function readText(one: NonNullable<HandoverNote['read']>[number], { t }: NoteWords): string {
  const { title, seconds, helpful, reason } = one;
  const time = t('note.seconds', { count: seconds });
  if (helpful === undefined) return t('note.read.brief', { title, time });
  if (helpful) return t('note.read.helped', { title, time });
  return reason ? t('note.read.reason', { title, time, reason }) : t('note.read.failed', { title, time });
}

function stepText(one: NonNullable<HandoverNote['steps']>[number], { t }: NoteWords): string {
  const { title, step, of, seconds = 0, blocked } = one;
  const told = blocked === undefined ? 'note.step.done' : blocked ? 'note.step.reason' : 'note.step.failed';
  const text = t(told, { title, step, of, blocked: blocked ? blockedText(blocked, t) : '' });
  return seconds > 0 ? t('note.step.time', { text, time: t('note.seconds', { count: seconds }) }) : text;
}

/** A closed reason has words; what somebody wrote is shown as it is. */
export function blockedText(blocked: string, t: NoteWords['t']): string {
  const text = t(`note.blocked.${blocked}`);
  return text === `note.blocked.${blocked}` ? blocked : text;
}

const sharedText = (shared: NonNullable<HandoverNote['shared']>, t: NoteWords['t']): string =>
  shared.length === 0
    ? t('note.shared.none')
    : t('note.shared.list', { list: shared.map((kind) => t(`note.shared.${kind}`)).join(', ') });

/** What a note says, line by line: the one rendering of it, whether on a page or as plain text. */
export const linesOf = (note: HandoverNote, words: NoteWords): NoteLine[] =>
  tellers.flatMap(([section, field, tell]) =>
    tell(note, words).map((part) => ({ section, field, label: words.t(`note.${field}`), ...part })),
  );
