import { answersOf, type Collection } from './collection.ts';
import type { Engine } from './engine/engine.ts';
import { percentile, type Score, scoreOf } from './score.ts';

/** So many questions, spread evenly, are asked once before any is timed. */
const warmUps = 40;
/** Rounds over all questions; the middle time of a question counts, so that what else the machine does hardly shows. */
const rounds = 3;

/** Asks an engine every question of a collection; a score each, in the order of the questions. */
export async function run(engine: Engine, { articles, locale, questions }: Collection): Promise<Score[]> {
  const search = await engine.open(articles, locale);
  const stride = Math.ceil(questions.length / warmUps);
  for (const [at, { query }] of questions.entries()) if (at % stride === 0) await search(query);
  const found: (readonly string[])[] = [];
  const times = questions.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { query }] of questions.entries()) {
      const started = performance.now();
      const answer = search(query);
      // Where an engine answers at once, the time ends at once: no turn of the event loop counts.
      found[at] = answer instanceof Promise ? await answer : answer;
      times[at]!.push(performance.now() - started);
    }
  }
  return questions.map((question, at) => scoreOf(found[at]!, answersOf(question), percentile(times[at]!, 0.5)));
}
