import { useEffect } from 'preact/hooks';
import { routes } from '../../api/contract/routes.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import { Skeleton } from '../../widget/ui/skeleton.tsx';
import { refusedWith } from '../thread/result.ts';
import { useLive } from '../thread/use-live.ts';
import { Conversation } from './conversation.tsx';
import type { RequestKit } from './kit.ts';
import { OpenForm } from './open-form.tsx';
import { useCapability } from './use-capability.ts';

/** The whole request page. */
export const Request = ({ kit }: { kit: RequestKit }) => {
  const { t, base, company } = kit;
  const capability = useCapability();
  return (
    <>
      <header class="top">
        <a class="brand" href={base}>
          <img src={`${base}favicon.svg`} alt="" width="24" height="24" />
          <span translate={false}>{company}</span>
          <span class="brand-part">{t('page.help')}</span>
        </a>
        <a class="top-contact" href={base + routes.contact.slice(1)}>
          {t('page.contact')}
        </a>
      </header>
      <main class="request">
        {capability ? (
          <Opened key={capability} kit={kit} capability={capability} />
        ) : (
          <OpenForm kit={kit} why={location.hash.length > 1 ? 'unknown' : 'none'} />
        )}
      </main>
    </>
  );
};

const Opened = ({ kit, capability }: { kit: RequestKit; capability: string }) => {
  const { t, client, random, company } = kit;
  const live = useLive(() => client.thread(capability), { name: capability, first: 5_000, longest: 60_000, random });
  const { value: thread, failure } = live;
  const reference = thread?.reference;
  useEffect(() => {
    // The reference names the request for people and opens nothing.
    const title = reference ? t('request.title.reference', { reference }) : t('request.title');
    document.title = t('page.title', { title, company });
  }, [reference]);
  if (refusedWith(failure, 'capability-unknown')) return <OpenForm kit={kit} why="unknown" />;
  if (thread) return <Conversation kit={kit} capability={capability} live={live} thread={thread} />;
  if (!failure) {
    return (
      <>
        <h1>{t('request.title')}</h1>
        <Skeleton lines={6} label={t('request.loading')} />
      </>
    );
  }
  return (
    <>
      <h1>{t('request.title')}</h1>
      <Notice
        kind={failure.kind === 'offline' ? 'offline' : 'danger'}
        title={t('request.failed')}
        action={<Button onClick={live.refresh}>{t('page.retry')}</Button>}
      >
        {t(failure.kind === 'offline' ? 'request.failed.offline' : 'request.failed.text')}
      </Notice>
    </>
  );
};
