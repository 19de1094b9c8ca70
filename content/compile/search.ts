import { asWritten, textsOf } from '../search/spelling.ts';
import { commandLine } from './command-line.ts';
import { openCompiled } from './compiled-index.ts';

const usage = `npm run search -- [--content DIR] [--locale en] [--limit 10] [--verbatim] [--json] "words"
  --content DIR    what npm run compile wrote; default dist/content
  --locale TAG     default the first one of the help center
  --limit N        results; default 10
  --verbatim       words stay as they were typed
  --json           one JSON object
What a reader who types the words would be shown, in that order.`;

const { values, positionals } = commandLine(usage, {
  allowPositionals: true,
  options: {
    content: { type: 'string', default: 'dist/content' },
    locale: { type: 'string' },
    limit: { type: 'string', default: '10' },
    verbatim: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const result = await run(positionals.join(' '));
if (!result.ok) {
  console.error(result.error);
  process.exitCode = 1;
} else if (values.json) {
  console.log(JSON.stringify(result.answer));
} else {
  const { results, count, corrected } = result.answer;
  if (corrected !== undefined) console.log(`Results for ${corrected}`);
  for (const { rank, id, title, score } of results) console.log(`${rank}\t${id}\t${title}\t(${score})`);
  if (count === 0) console.log('No results.');
  else if (count > results.length) console.log(`${count - results.length} more`);
}

async function run(words: string) {
  const limit = Number(values.limit);
  if (words.trim() === '') return { ok: false as const, error: 'Found no words; expected npm run search -- "words"' };
  if (!Number.isInteger(limit) || limit < 1) {
    return { ok: false as const, error: `--limit: found "${values.limit}"; expected a whole number from 1 on` };
  }
  const opened = await openCompiled(values.content, values.locale);
  if (!opened.ok) return opened;
  const { locale, engine, documentOf } = opened.index;
  const { results, corrected, ...rest } = engine.search(words, limit, {
    verbatim: values.verbatim,
    // As a page that says nothing of its reader.
    isMeant: ({ audience }) => audience.length === 0,
  });
  const documents = await Promise.all(results.map(({ record }) => documentOf(record.file)));
  const rows = results.map(({ record, score }, place) => ({
    rank: place + 1,
    id: record.id,
    title: record.title,
    score: Number(score.toPrecision(4)),
    source: documents[place]!.source,
  }));
  const texts = textsOf(documents, engine.head.records);
  const written = corrected === undefined ? {} : { corrected: asWritten(corrected, words, texts, locale) };
  return { ok: true as const, answer: { query: words, locale, ...rest, ...written, results: rows } };
}
