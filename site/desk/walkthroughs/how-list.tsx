import type { WalkthroughMeasureId } from '../../../api/contract/walkthrough-measure.ts';
import { walkthroughWords } from '../../../api/contract/walkthrough-measure-words.ts';

/** How numbers of a table are counted, below it: a column has no room for a sentence. */
export const HowList = ({ language, ids }: { language: 'en' | 'de'; ids: readonly WalkthroughMeasureId[] }) => (
  <dl class="walk-how">
    {ids.map((id) => (
      <div key={id}>
        <dt>{walkthroughWords[language].measures[id].name}</dt>
        <dd>{walkthroughWords[language].measures[id].how}</dd>
      </div>
    ))}
  </dl>
);
