import { useEffect, useRef, useState } from 'preact/hooks';
import { type ContextItem, contextItem } from '../../api/contract/page-context.ts';
import { routes } from '../../api/contract/routes.ts';
import type { SearchRecord } from '../../content/schema/search-record.ts';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import { findTroubles, type Trouble, toTicket } from './check.ts';
import { type Draft, useDraft } from './draft.ts';
import { ContactForm } from './form.tsx';
import { IssueNotices } from './issue/notices.tsx';
import { mailOf } from './mail.ts';
import { useOutbox } from './progress.ts';
import type { ContactProps, Prefill } from './props.ts';
import { AfterSending, State } from './sent.tsx';

/** Where the view is. A message is on the device before it is `after`. */
type Stage =
  | { kind: 'writing'; troubles: Trouble[]; failed?: boolean }
  | { kind: 'keeping' }
  | { kind: 'after'; key: string }
  | { kind: 'solved'; title: string };

/** What an older version kept must not make the request invalid. */
const validItems = (kit: Kit): ContextItem[] => kit.trail.items().filter((item) => contextItem.safeParse(item).success);

/** The card's items, as they change: what it shows is what is sent. */
const useItems = (kit: Kit): ContextItem[] => {
  const [items, setItems] = useState(() => validItems(kit));
  useEffect(() => {
    const look = () => setItems(validItems(kit));
    void kit.trail.ready().then(look);
    return kit.trail.on(look);
  }, [kit.trail]);
  return items;
};

/** The last search says what it is about, unless something was taken out of it. */
const lastSearch = (items: ContextItem[]): string => {
  const last = items.findLast((item) => item.kind === 'search');
  return last?.kind === 'search' && !last.query.includes('[') ? last.query : '';
};

const fill = (kit: Kit, prefill: Prefill): Prefill => ({
  ...prefill,
  message: prefill.message || lastSearch(kit.trail.items()),
});

/** What is still wrong of what was wrong when it was sent: an error goes with its cause, and none comes while somebody types. */
const standing = (said: Trouble[], draft: Draft): Trouble[] =>
  said.length === 0 ? said : findTroubles(draft).filter(({ key }) => said.some((one) => one.key === key));

/** A document answered it: said to the help center like any other "yes". */
const confirm = (kit: Kit, { id }: SearchRecord): void => {
  kit.trail.helpful(id, true);
  kit.emit('article-feedback', { document: id, helpful: true });
  void kit.api.send(routes.feedback, { method: 'POST', body: { document: id, locale: kit.locale, helpful: true } });
};

/** A message to a person: one field that grows, the card of what goes along, the promise beside the button. */
export const ContactView = ({ kit, card, prefill = {}, asked }: ContactProps) => {
  const { t } = kit;
  const [stage, setStage] = useState<Stage>({ kind: 'writing', troubles: [] });
  const { draft, change, drop } = useDraft(kit, fill(kit, prefill));
  const items = useItems(kit);
  useEffect(() => {
    setStage((now) => (now.kind === 'after' || now.kind === 'solved' ? { kind: 'writing', troubles: [] } : now));
  }, [asked]);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => kit.emit('contact-open', {}), []);
  useEffect(() => {
    if (stage.kind === 'writing' && stage.troubles.length > 0) {
      const wrong = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
      wrong?.focus();
      // A field that had the focus already is not moved by getting it.
      wrong?.scrollIntoView({ block: 'nearest' });
    }
  }, [stage]);

  const send = async (website: string) => {
    const troubles = findTroubles(draft);
    const { locale, settings } = kit;
    const body = toTicket(draft, { topics: settings.topics, context: items, locale, website });
    if (troubles.length > 0 || !body) return setStage({ kind: 'writing', troubles, failed: troubles.length === 0 });
    setStage({ kind: 'keeping' });
    try {
      const key = await mailOf(kit).outbox.addTicket(body);
      drop();
      kit.trail.sent();
      setStage({ kind: 'after', key });
    } catch {
      setStage({ kind: 'writing', troubles: [], failed: true });
    }
  };
  const solve = (record: SearchRecord) => {
    confirm(kit, record);
    drop();
    setStage({ kind: 'solved', title: record.title });
  };

  return (
    <div class="contact" ref={place}>
      {stage.kind === 'after' && <AfterSending kit={kit} of={stage.key} />}
      {stage.kind === 'solved' && (
        <State icon="check" kind="done" title={t('solved.title')}>
          <p role="status">{t('solved.text', { title: stage.title })}</p>
          <div class="actions">
            <Button kind="primary" onClick={() => kit.open({ view: 'home' })}>
              {t('solved.home')}
            </Button>
            <Button kind="plain" onClick={() => setStage({ kind: 'writing', troubles: [] })}>
              {t('solved.contact')}
            </Button>
          </div>
        </State>
      )}
      {(stage.kind === 'writing' || stage.kind === 'keeping') && (
        <>
          <StillWaiting kit={kit} />
          <IssueNotices kit={kit} />
          {stage.kind === 'writing' && stage.failed && <Notice kind="danger">{t('contact.failed')}</Notice>}
          <ContactForm
            kit={kit}
            card={card}
            draft={draft}
            items={items}
            troubles={stage.kind === 'writing' ? standing(stage.troubles, draft) : []}
            busy={stage.kind === 'keeping'}
            onChange={change}
            onSend={(website) => void send(website)}
            onSolved={solve}
          />
        </>
      )}
    </div>
  );
};

/** What was sent before and is not there yet, so that nobody writes it twice. */
const StillWaiting = ({ kit }: { kit: Kit }) => {
  const count = useOutbox(kit)?.length ?? 0;
  if (count === 0) return null;
  return (
    <Notice
      kind="info"
      action={
        <Button kind="plain" onClick={() => kit.open({ view: 'requests' })}>
          {kit.t('contact.waiting.show')}
        </Button>
      }
    >
      {kit.t('contact.waiting', { count })}
    </Notice>
  );
};
