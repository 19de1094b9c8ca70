import { isFor } from '../search/audience.ts';
import type { Content } from '../search/content.ts';
import { addressOf } from '../ui/address.ts';
import { Button } from '../ui/button.tsx';
import { addIcons, Icon } from '../ui/icon.tsx';
import { later } from '../ui/icon-paths.ts';
import { Notice } from '../ui/notice.tsx';
import { useValue } from '../ui/value.ts';
import type { Present } from './app.tsx';
import { isDocumentId, slugOf } from './arguments.ts';
import homeCss from './home.css?inline';
import { useLazy } from './lazy.ts';
import { RecordList } from './record-list.tsx';
import { suggestionsFor } from './suggest.ts';
import { useRecords } from './use-records.ts';

addIcons(later);
export const css = [homeCss];
export { loadHomeMessages as loadMessages } from '../i18n/home.ts';

export type HomeProps = Present & { content: Content; audience: readonly string[] };

const none: readonly string[] = [];
const most = { suggested: 4, featured: 5 };

/** What may be looked for: this page's documents, good places to start, the categories. */
export const Home = (props: HomeProps) => {
  const { shell, kit, site, content, audience } = props;
  const { state, move } = shell;
  const { t } = state.language.get();
  const chosen = useValue(state.suggested);
  const requests = useValue(state.requests);
  const unread = useValue(state.unread);
  const { path } = state.host.get().page ?? {};
  // Of a large help center, those of the first screen.
  const records = content.head.records.filter((record) => isFor(record, audience));
  const chosenRecords = useRecords(content, chosen ?? none);
  // The address is read when it is needed: no patching of the page's history.
  const suggested = (chosen ? chosenRecords : suggestionsFor(path ?? location.pathname, records)).slice(
    0,
    most.suggested,
  );
  const featured = records
    .filter((record) => record.featured !== undefined && !suggested.includes(record))
    .sort((a, b) => (a.featured ?? 0) - (b.featured ?? 0))
    .slice(0, most.featured);
  return (
    <>
      <KnownIssues shell={shell} kit={kit} />
      {content.stale && <Notice kind="info">{t('home.stale')}</Notice>}
      {requests > 0 && (
        <button type="button" class="entry" onClick={() => move.go({ view: 'requests' })}>
          <Icon name="requests" />
          <span>{t('panel.requests')}</span>
          {unread > 0 && <span class="badge">{t('panel.unread', { count: unread })}</span>}
          <Icon name="forward" size={16} />
        </button>
      )}
      <Listed {...props} />
      <RecordList title={t('home.suggested')} records={suggested} site={site} move={move} />
      <RecordList title={t('home.featured')} records={featured} site={site} move={move} />
      <section class="records">
        <h3>{t('home.categories')}</h3>
        <ul class="chips">
          {content.head.categories.map(({ slug, title }) => (
            <li key={slug}>
              <Button onClick={() => move.go({ view: 'category', slug })}>{title}</Button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};

/** Checklists of the help center. Their code comes with that for reading, which comes anyway. */
const Listed = ({ shell, kit, site, known, content, audience }: HomeProps) => {
  const all = known.status === 'ready' ? known.manifest.content[content.locale]?.checklists : undefined;
  const checklists = (all ?? []).filter((one) => isFor(one, audience));
  const open = useValue(shell.state.open);
  const loaded = useLazy(shell.lazies.reading, shell.root);
  if (!kit || checklists.length === 0 || loaded.status !== 'ready') return null;
  return (
    <loaded.module.Checklists
      checklists={checklists}
      storage={kit.storage}
      asOf={open}
      t={kit.t}
      hrefOf={(id) => addressOf(site, { kind: 'walkthrough', slug: slugOf(id) })}
      onOpen={(id) => isDocumentId(id) && shell.move.go({ view: 'document', id })}
    />
  );
};

/** Their code comes with the way to a person, after search; while the panel is closed nobody asks for them. */
const KnownIssues = ({ shell, kit }: Pick<HomeProps, 'shell' | 'kit'>) => {
  const open = useValue(shell.state.open);
  const loaded = useLazy(shell.lazies.person, shell.root);
  return open && kit && loaded.status === 'ready' ? <loaded.module.IssueNotices kit={kit} /> : null;
};
