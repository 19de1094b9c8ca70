import { isFor } from '../search/audience.ts';
import { Icon } from '../ui/icon.tsx';
import { categoryAddress } from '../ui/page-address.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Present } from './app.tsx';
import { Problem } from './problem.tsx';
import { RecordList } from './record-list.tsx';
import { audienceOf } from './state.ts';

/** Everything of one category. */
export const CategoryView = ({ shell, known, site, slug }: Present & { slug: string }) => {
  const { t } = shell.state.language.get();
  if (known.status === 'failed')
    return (
      <Problem
        shell={shell}
        site={site}
        retry={() => void shell.knowledge.retry()}
        href={categoryAddress(site, slug)}
      />
    );
  if (known.status === 'loading') return <Skeleton lines={6} label={t('panel.loading')} />;
  const { head } = known.content;
  const audience = audienceOf(shell.state.host.get());
  const category = head.categories.find((entry) => entry.slug === slug);
  return (
    <div class="category">
      <RecordList
        title={category?.description ?? ''}
        records={head.records.filter((record) => record.category === slug && isFor(record, audience))}
        site={site}
        move={shell.move}
        described
      />
      <p>
        <a class="with-icon" href={categoryAddress(site, slug)} target="_blank" rel="noopener">
          {t('article.page')}
          <Icon name="external" size={16} />
        </a>
      </p>
    </div>
  );
};
