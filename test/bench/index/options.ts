import { parseArgs } from 'node:util';
import { complaintOf } from '../../../content/compile/command-line.ts';
import { type ContenderName, contenders, isContender } from './contenders.ts';

export interface Options {
  corpora: string[];
  /** Articles whose id it matches are left out. */
  without: RegExp | undefined;
  queries: string | undefined;
  /** Articles of the synthetic mix; 0 is none. */
  scale: number;
  /** Articles are cut at headings down to this level; 0 is not at all. */
  sections: number;
  engines: ContenderName[];
  pagefind: boolean;
  json: boolean;
}

export const usage = `npm run bench:index -- --corpus FILE.jsonl [--corpus FILE.jsonl …]
  --without PATTERN     leave out articles whose id the regular expression matches
  --queries FILE.jsonl  questions to type (key "query"); default: titles of 200 articles
  --scale N             measure a synthetic mix of the corpora with N articles
  --sections LEVEL      cut every article at its headings down to this level, 2 to 6, into articles of their own
  --engine NAME         ${Object.keys(contenders).join(', ')}; may be repeated; default all
  --pagefind            Pagefind too, in Chromium; slow
  --json                one JSON object instead of lines`;

/** Above this, peers take minutes and gigabytes: they are measured only when they are named. */
const mostForPeers = 20_000;
/** What a mix of so many articles takes does not fit into the memory that a measurement is given. */
const mostArticles = 200_000;

/** What the command line asks for, or what is wrong with it. */
export function readOptions(args: readonly string[]): { ok: true; options: Options } | { ok: false; reason: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        corpus: { type: 'string', multiple: true, default: [] },
        queries: { type: 'string' },
        without: { type: 'string' },
        scale: { type: 'string', default: '0' },
        sections: { type: 'string', default: '0' },
        engine: { type: 'string', multiple: true, default: [] },
        pagefind: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { corpus, queries, without, scale, sections, engine, ...flags } = values;
    const unknown = engine.find((name) => !isContender(name));
    if (unknown)
      return { ok: false, reason: `--engine: found ${unknown}; expected ${Object.keys(contenders).join(', ')}` };
    if (!/^\d+$/.test(scale) || Number(scale) > mostArticles)
      return { ok: false, reason: `--scale: found ${scale}; expected a number of articles up to ${mostArticles}` };
    if (!/^[02-6]$/.test(sections))
      return { ok: false, reason: `--sections: found ${sections}; expected a level of headings from 2 to 6` };
    if (corpus.length === 0) return { ok: false, reason: '--corpus: found none; expected a file' };
    const all = Number(scale) > mostForPeers ? ['tierzero'] : Object.keys(contenders);
    const engines = (engine.length > 0 ? engine : all).filter(isContender);
    const pattern = without === undefined ? undefined : new RegExp(without);
    return {
      ok: true,
      options: {
        corpora: corpus,
        queries,
        without: pattern,
        scale: Number(scale),
        sections: Number(sections),
        engines,
        ...flags,
      },
    };
  } catch (error) {
    return { ok: false, reason: complaintOf(error) };
  }
}
