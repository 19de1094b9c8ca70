import { isFor } from '../search/audience.ts';
import type { Content } from '../search/content.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { categoryAddress } from '../ui/page-address.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import type { Present } from './app.tsx';
import { Problem } from './problem.tsx';
import { RecordList } from './record-list.tsx';
import { audienceOf } from './state.ts';
import { useCategory } from './use-category.ts';

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
  const { content } = known;
  const category = content.head.categories.find((entry) => entry.slug === slug);
  return (
    <div class="category">
      <Records key={slug} shell={shell} site={site} content={content} slug={slug} title={category?.description ?? ''} />
      <p>
        <a class="with-icon" href={categoryAddress(site, slug)} target="_blank" rel="noopener">
          {t('article.page')}
          <Icon name="external" size={16} />
        </a>
      </p>
    </div>
  );
};

type RecordsProps = Pick<Present, 'shell' | 'site'> & { content: Content; slug: string; title: string };

const Records = ({ shell, site, content, slug, title }: RecordsProps) => {
  const { t } = shell.state.language.get();
  const audience = audienceOf(shell.state.host.get());
  const { records, count, status, more, retry } = useCategory(content, slug);
  return (
    <>
      <RecordList
        title={title}
        records={records.filter((record) => isFor(record, audience))}
        site={site}
        move={shell.move}
        described
      />
      {status === 'failed' && <Problem shell={shell} site={site} retry={retry} href={categoryAddress(site, slug)} />}
      {status === 'waiting' && <Skeleton lines={6} label={t('panel.loading')} />}
      {status === 'known' && records.length < count && (
        <p>
          <Button onClick={more}>{t('category.more')}</Button>
        </p>
      )}
    </>
  );
};
