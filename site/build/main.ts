import { pipeline } from './pipeline.ts';
import { places } from './places.ts';
import { steps } from './steps.ts';

// `npm run build`: content, widget, pages, public. What has not changed is not built again.
const found = places(process.env);
const result = found.ok
  ? await pipeline({ root: found.places.root, stamps: found.places.stamps }, steps(found.places), {
      say: (line) => console.log(line),
      now: () => performance.now(),
    })
  : found;
if (!result.ok) {
  for (const error of result.errors) console.error(error);
  process.exitCode = 1;
}
