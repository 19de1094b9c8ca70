import { useId, useState } from 'preact/hooks';
import type { DeskTicket } from '../../../api/contract/desk.ts';
import type { DeskChange } from '../../../api/contract/desk-change.ts';
import { type Priority, priority as priorities } from '../../../api/contract/ticket.ts';
import { slug } from '../../../content/schema/name.ts';
import type { Failure } from '../../../widget/client/api.ts';
import { Button, IconButton } from '../../../widget/ui/button.tsx';
import { refusedWith } from '../../thread/result.ts';
import { type DeskKit, personName, seesGroup } from '../kit.ts';
import { plain } from '../plain.ts';
import { Choice } from './choice.tsx';

export interface WorkProps {
  kit: DeskKit;
  ticket: DeskTicket;
  onSet: (ticket: DeskTicket) => void;
}

const nobody = '';

/** Who works on it, how urgent it is, what it is about, and what it repeats. */
export const WorkSection = (props: WorkProps) => {
  const { kit, ticket } = props;
  const { t } = kit;
  const isClosed = ticket.status === 'closed';
  const send = sender(props);
  const may = kit.team.filter((person) => seesGroup(kit, person, ticket.group) || person.id === ticket.assignee);
  const people = may.sort((one, other) => Number(other.id === kit.me.id) - Number(one.id === kit.me.id));
  const gone = ticket.assignee !== undefined && personName(kit, ticket.assignee) === undefined ? [ticket.assignee] : [];
  return (
    <section class="work">
      <h3>{t('work.title')}</h3>
      <Choice<string>
        label={t('work.assignee')}
        labelHidden={false}
        value={ticket.assignee ?? nobody}
        options={[
          { value: nobody, label: t('work.nobody') },
          ...people.map(({ id, name }) => ({
            value: id,
            label: id === kit.me.id ? t('work.me', { name: plain(name) }) : plain(name),
          })),
          ...gone.map((id) => ({ value: id, label: t('work.gone') })),
        ]}
        disabled={isClosed}
        action={t('work.set')}
        failed={(failure) => t(refusedWith(failure, 'not-found') ? 'work.assignee.refused' : 'change.failed')}
        set={(person) => send({ kind: 'assign', ...(person && { person }) })}
      />
      <Choice<Priority>
        label={t('work.priority')}
        labelHidden={false}
        value={ticket.priority}
        options={priorities.options.map((value) => ({ value, label: t(`priority.${value}`) }))}
        disabled={isClosed}
        action={t('work.set')}
        failed={t('change.failed')}
        note={() => t('work.priority.note')}
        set={(priority) => send({ kind: 'prioritise', priority })}
      />
      <Tags {...props} isClosed={isClosed} />
      {!isClosed && !ticket.mergedInto && <Merge {...props} />}
      {!isClosed && !ticket.held && <Hold {...props} />}
    </section>
  );
};

const sender =
  ({ kit, ticket, onSet }: WorkProps) =>
  async (change: DeskChange): Promise<Failure | undefined> => {
    const result = await kit.client.change(ticket.id, change);
    if (!result.ok) return result;
    onSet(result.value);
    return undefined;
  };

/** `React app` becomes `react-app`. */
const tagOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const Tags = (props: WorkProps & { isClosed: boolean }) => {
  const { kit, ticket, isClosed } = props;
  const { t } = kit;
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const send = sender(props);
  const keep = async (tags: string[]) => {
    const failure = await send({ kind: 'tag', tags });
    setProblem(failure ? t('change.failed') : undefined);
    return !failure;
  };
  const add = async () => {
    const tag = tagOf(text);
    if (!slug.safeParse(tag).success) return setProblem(t('work.tag.what'));
    if (await keep([...ticket.tags, tag])) setText('');
  };
  return (
    <div class="tags">
      <span class="choice-label" id={`${id}-label`}>
        {t('work.tags')}
      </span>
      {ticket.tags.length > 0 && (
        <ul aria-labelledby={`${id}-label`}>
          {ticket.tags.map((tag) => (
            <li key={tag} class="tag">
              <span>{tag}</span>
              {!isClosed && (
                <IconButton
                  icon="close"
                  label={t('work.tag.remove', { tag })}
                  onClick={() => void keep(ticket.tags.filter((one) => one !== tag))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isClosed && (
        <form
          class="tag-form"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            class="control"
            aria-label={t('work.tag.new')}
            placeholder={t('work.tag.new')}
            aria-describedby={`${id}-note`}
            maxLength={60}
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          {text && <Button type="submit">{t('work.tag.add')}</Button>}
        </form>
      )}
      <p id={`${id}-note`} class="choice-note" data-failed={problem !== undefined} role="status">
        {problem}
      </p>
    </div>
  );
};

const Merge = (props: WorkProps) => {
  const { t } = props.kit;
  const id = useId();
  const [reference, setReference] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const merge = async () => {
    setBusy(true);
    const failure = await sender(props)({ kind: 'merge', into: reference });
    setBusy(false);
    if (!failure) return setReference('');
    const key = refusedWith(failure, 'not-found')
      ? 'work.merge.unknown'
      : refusedWith(failure, 'merge-refused')
        ? 'work.merge.refused'
        : 'change.failed';
    setProblem(t(key));
  };
  return (
    <details class="more">
      <summary>{t('work.merge')}</summary>
      <form
        class="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (reference.trim()) void merge();
        }}
      >
        <label class="choice-label" for={id}>
          {t('work.merge.into')}
        </label>
        <input
          id={id}
          class="control"
          placeholder="TZ-7K2M4P"
          autocomplete="off"
          spellcheck={false}
          maxLength={20}
          value={reference}
          aria-describedby={`${id}-note`}
          onInput={(event) => {
            setReference(event.currentTarget.value);
            setProblem(undefined);
          }}
        />
        <Button type="submit" busy={busy}>
          {t('work.merge.do')}
        </Button>
      </form>
      <p id={`${id}-note`} class="choice-note" data-failed={problem !== undefined} role="status">
        {problem ?? t('work.merge.note')}
      </p>
    </details>
  );
};

const Hold = (props: WorkProps) => {
  const { t } = props.kit;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const hold = async () => {
    setBusy(true);
    setFailed((await sender(props)({ kind: 'hold' })) !== undefined);
    setBusy(false);
  };
  return (
    <details class="more">
      <summary>{t('work.hold')}</summary>
      <p class="choice-note">{t('work.hold.note')}</p>
      <Button busy={busy} onClick={() => void hold()}>
        {t('work.hold.do')}
      </Button>
      <p class="choice-note" data-failed={failed} role="status">
        {failed && t('change.failed')}
      </p>
    </details>
  );
};
