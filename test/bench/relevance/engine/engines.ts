import type { Engine } from './engine.ts';
import { flexsearch } from './flexsearch.ts';
import { lunrEngine } from './lunr.ts';
import { minisearch, minisearchPlain } from './minisearch.ts';
import { orama } from './orama.ts';
import { tierzero } from './tierzero.ts';

/** By the name in `--engine` and `--compare`; the order of the table. */
export const engines = new Map<string, Engine>([
  ['tierzero', tierzero],
  ['minisearch', minisearch],
  ['minisearch-plain', minisearchPlain],
  ['lunr', lunrEngine],
  ['flexsearch', flexsearch],
  ['orama', orama],
]);
