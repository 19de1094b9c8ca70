import { seeded } from './random.ts';

/** A help center above the size of one file: the same every time, in words that exist nowhere else. */

const starts = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ka',
  'le',
  'mi',
  'no',
  'pu',
  'ra',
  'se',
  'ti',
  'vo',
  'zu',
  'bro',
  'cli',
  'stra',
];
const ends = [
  'lan',
  'mer',
  'nik',
  'pol',
  'rut',
  'sab',
  'tem',
  'vig',
  'dor',
  'xen',
  'kam',
  'fel',
  'gon',
  'bix',
  'hov',
  'jut',
];

/** A word by its number. */
const wordOf = (number: number): string => {
  const start = starts[number % starts.length]!;
  const middle = starts[Math.floor(number / starts.length) % starts.length]!;
  const end = ends[Math.floor(number / (starts.length * starts.length)) % ends.length]!;
  return start + middle + end;
};
const vocabulary = starts.length * starts.length * ends.length;

export interface LargeArticle {
  id: string;
  title: string;
  description: string;
  body: string;
  category: string;
}

/** Articles of three sections in eight categories; a few words are frequent and most are rare, as in real texts. */
export function largeCorpus(count: number): LargeArticle[] {
  const random = seeded(7);
  const word = () => wordOf(Math.floor(random() ** 3 * vocabulary));
  const words = (many: number) => Array.from({ length: many }, word).join(' ');
  return Array.from({ length: count }, (_, place) => {
    const title = words(4);
    const sections = Array.from({ length: 3 }, () => `## ${words(3)}\n\n${words(20)}.`);
    return {
      id: `large-${place}`,
      title: title[0]!.toUpperCase() + title.slice(1),
      description: `${words(10)}.`,
      body: sections.join('\n\n'),
      category: `Topic ${place % 8}`,
    };
  });
}
