import { parseArgs } from 'node:util';
import { placesOf } from './other-content.ts';
import { pipeline, type StepResult } from './pipeline.ts';
import { type Places, places } from './places.ts';
import { steps } from './steps.ts';

// `npm run build`: content, widget, pages, public. What has not changed is not built again.
// `-- --content DIR --out DIR`: the public folder shows content that was compiled elsewhere.
const { values } = parseArgs({
  options: { content: { type: 'string' }, out: { type: 'string', default: 'dist/other-content' } },
});
const progress = { say: (line: string) => console.log(line), now: () => performance.now() };
const result = await build();
if (!result.ok) {
  for (const error of result.errors) console.error(error);
  process.exitCode = 1;
}

async function build(): Promise<StepResult> {
  const found = places(process.env);
  if (!found.ok) return found;
  const own = found.places;
  if (values.content === undefined) return run(own, () => true);
  const other = placesOf({ content: values.content, out: values.out }, own);
  if (!other.ok) return other;
  const shared = await run(own, (step) => step !== 'public');
  return shared.ok ? run(other.places, (step) => step === 'public') : shared;
}

function run(at: Places, isMeant: (step: string) => boolean): Promise<StepResult> {
  const chosen = steps(at).filter(({ name }) => isMeant(name));
  return pipeline({ root: at.root, stamps: at.stamps }, chosen, progress);
}
