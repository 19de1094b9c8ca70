import { walkthroughWords } from '../../../api/contract/walkthrough-measure-words.ts';
import type { MissingAnchor } from '../../../api/contract/walkthrough-report.ts';
import { languageName } from '../kit.ts';
import { plain } from '../plain.ts';
import { HowList } from './how-list.tsx';
import { stepTitle } from './step-title.ts';
import { Table } from './table.tsx';
import type { Telling } from './telling.ts';

/** What pages did not find, most first: each is a step that nobody can be led through there. */
export const MissingAnchors = ({ telling, missing }: { telling: Telling; missing: readonly MissingAnchor[] }) => {
  const { t, kit, language, values } = telling;
  const { name } = walkthroughWords[language].measures.missing;
  return (
    <section class="figures">
      <h3>{t('walk.missing')}</h3>
      {missing.length === 0 ? (
        <p class="quiet">{t('walk.missing.none')}</p>
      ) : (
        <>
          <Table
            label={t('walk.missing')}
            head={[t('walk.step'), name, t('walk.walkthrough'), t('walk.language'), t('walk.versions')]}
            words={[2, 3, 4]}
            rows={missing.map((one) => ({
              id: `${one.walkthrough} ${one.step} ${one.locale}`,
              name: stepTitle(t, one),
              cells: [
                <span class="value">{values.show(one.count, 'count')}</span>,
                <bdi>{plain(one.title ?? one.walkthrough)}</bdi>,
                languageName(kit, one.locale),
                one.versions.length > 0 ? (
                  one.versions.join(', ')
                ) : (
                  <span class="no-data">{t('walk.version.none')}</span>
                ),
              ],
            }))}
          />
          <HowList language={language} ids={['missing']} />
        </>
      )}
    </section>
  );
};
