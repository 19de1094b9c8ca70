import { answersOf, type Collection } from './collection.ts';
import type { Engine } from './engine/engine.ts';
import { type Score, scoreOf } from './score.ts';

/** So many questions, spread evenly, are asked once before any is timed. */
const warmUps = 40;

/** Asks an engine every question of a collection; a score each, in the order of the questions. */
export async function run(engine: Engine, { articles, questions }: Collection): Promise<Score[]> {
  const search = await engine.open(articles);
  const stride = Math.ceil(questions.length / warmUps);
  for (const [at, { query }] of questions.entries()) if (at % stride === 0) await search(query);
  const scores: Score[] = [];
  for (const question of questions) {
    const started = performance.now();
    const answer = search(question.query);
    // Where an engine answers at once, the time ends at once: no turn of the event loop counts.
    const found = answer instanceof Promise ? await answer : answer;
    const time = performance.now() - started;
    scores.push(scoreOf(found, answersOf(question), time));
  }
  return scores;
}
