import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { messages as de } from '../../../widget/i18n/de.ts';
import { messages as en } from '../../../widget/i18n/en.ts';
import { messages as guideDe } from '../../../widget/i18n/guide.de.ts';
import { messages as guideEn } from '../../../widget/i18n/guide.en.ts';
import { messages as homeDe } from '../../../widget/i18n/home.de.ts';
import { messages as homeEn } from '../../../widget/i18n/home.en.ts';
import { messages as inspectorDe } from '../../../widget/i18n/inspector.de.ts';
import { messages as inspectorEn } from '../../../widget/i18n/inspector.en.ts';
import { messages as readingDe } from '../../../widget/i18n/reading.de.ts';
import { messages as readingEn } from '../../../widget/i18n/reading.en.ts';
import { messages as searchDe } from '../../../widget/i18n/search.de.ts';
import { messages as searchEn } from '../../../widget/i18n/search.en.ts';
import type { Catalogue, MessageText } from '../../../widget/i18n/translate.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const sources = readdirSync(join(root, 'widget'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('i18n'))
  .map((name) => readFileSync(join(root, 'widget', name), 'utf8'))
  .concat(readFileSync(join(root, 'vite.config.ts'), 'utf8'))
  .join('\n');

/** Keys made of a prefix and something known at run time: `kind.${kind}`. */
const madeKeys = [...sources.matchAll(/`([a-z.]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
const isUsed = (key: string): boolean =>
  sources.includes(`'${key}'`) ||
  madeKeys.some((prefix) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.'));

const textsOf = (entry: MessageText | undefined): string[] =>
  typeof entry === 'string' ? [entry] : Object.values(entry ?? {}).filter((text) => text !== undefined);
const valuesOf = (entry: MessageText | undefined): string[] =>
  [...new Set(textsOf(entry).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

const pairs: [string, Catalogue, Catalogue][] = [
  ['core', en, de],
  ['guide', guideEn, guideDe],
  ['home', homeEn, homeDe],
  ['inspector', inspectorEn, inspectorDe],
  ['reading', readingEn, readingDe],
  ['search', searchEn, searchDe],
];

describe.each(pairs)('catalogue %s', (_, english, german) => {
  it('has the same keys in every language', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });
  it('asks for the same values in every language', () => {
    for (const key of Object.keys(english)) expect([key, valuesOf(german[key])]).toEqual([key, valuesOf(english[key])]);
  });
  it('has no message nobody shows', () => {
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([]);
  });
  it('neither shouts nor begs', () => {
    for (const text of Object.values(english).flatMap(textsOf)) expect(text).not.toMatch(/!|Oops|Sorry|Please/i);
  });
});

describe('catalogues', () => {
  it('share no key, so that a later one changes nothing', () => {
    const keys = pairs.flatMap(([, english]) => Object.keys(english));
    expect(keys.filter((key, place) => keys.indexOf(key) < place)).toEqual([]);
  });
});
