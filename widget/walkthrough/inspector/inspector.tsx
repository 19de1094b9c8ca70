import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FullAnchor } from '../../../content/schema/anchor.ts';
import type { Translate } from '../../i18n/translate.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { findAnchor } from '../anchor/find.ts';
import { labelOf } from '../anchor/label.ts';
import { type Draft, draftFor, yamlOf } from './draft.ts';
import { pick } from './pick.ts';
import { nameFor, namesIn, type Proposal, proposalsFor } from './propose.ts';
import { roleOf } from './role.ts';

interface InspectorProps {
  t: Translate;
  /** The own layer. */
  layer: Element;
  /** Marks an element in the page, or nothing. */
  mark: (element: Element | undefined) => void;
  path: () => string;
  /** Shows the step as a reader gets it. */
  preview: (draft: Draft, anchor: FullAnchor) => void;
  onClose: () => void;
}

/** Names the places of a page, and makes a step for a walkthrough's file. */
export const Inspector = ({ t, layer, mark, path, preview, onClose }: InspectorProps) => {
  const [isPicking, setPicking] = useState(true);
  const [element, setElement] = useState<Element>();
  const choose = (found: Element | undefined) => {
    setElement(found);
    setPicking(false);
    mark(found);
  };
  useEffect(() => {
    if (!isPicking) return undefined;
    return pick({ layer, onHover: mark, onPick: choose, onLeave: () => choose(element) });
  }, [isPicking]);
  return (
    <section class="inspector" aria-label={t('inspector.title')}>
      <div class="inspector-head">
        <h2>{t('inspector.title')}</h2>
        <IconButton icon="close" label={t('inspector.close')} onClick={onClose} />
      </div>
      <p class="quiet" role="status">
        {isPicking ? t('inspector.picking') : element ? describe(element, t) : t('inspector.nothing')}
      </p>
      {!isPicking && (
        <Button kind={element ? 'quiet' : 'primary'} onClick={() => setPicking(true)}>
          {t(element ? 'inspector.another' : 'inspector.pick')}
        </Button>
      )}
      {!isPicking && element && <Making key={placeOf(element)} {...{ t, element, path, preview }} />}
      <Names t={t} onShow={(name) => choose(findAnchor({ name }, document)?.element)} />
    </section>
  );
};

/** Elements have no identity to draw by; a number is given to each. */
const places = new WeakMap<Element, number>();
let last = 0;
const placeOf = (element: Element): number => {
  const place = places.get(element) ?? ++last;
  places.set(element, place);
  return place;
};

const describe = (element: Element, t: Translate): string => {
  const [what, label] = [roleOf(element) ?? element.localName, labelOf(element)];
  return label ? t('inspector.picked', { what, label: label.slice(0, 60) }) : what;
};

interface MakingProps extends Pick<InspectorProps, 't' | 'path' | 'preview'> {
  element: Element;
}

const Making = ({ t, element, path, preview }: MakingProps) => {
  // It looks through the whole page: once an element, not once a letter.
  const proposals = useMemo(() => proposalsFor(element, document), [element]);
  const [by, setBy] = useState(proposals[0]?.by);
  const [draft, setDraft] = useState(() => draftFor(element, (key, label) => t(`inspector.${key}`, { label })));
  const chosen = proposals.find((one) => one.by === by) ?? proposals[0];
  if (!chosen) return null;
  const anchor = anchorOf(chosen, proposals);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return (
    <>
      <fieldset class="inspector-ways">
        <legend>{t('inspector.ways')}</legend>
        {proposals.map((proposal) => (
          <label key={proposal.by}>
            <input type="radio" name="by" checked={proposal === chosen} onChange={() => setBy(proposal.by)} />
            <span>
              <code>{written(proposal.anchor)}</code>
              <span class="quiet">
                {t(`inspector.by.${proposal.by}`)}{' '}
                {t(proposal.finds ? 'inspector.matches' : 'inspector.elsewhere', { count: proposal.matches })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {!proposals.some((one) => one.by === 'name') && (
        <Copied t={t} label={t('inspector.name')} text={`data-tierzero-anchor="${nameFor(element, path())}"`} />
      )}
      <Field label={t('inspector.do')}>
        {(control) => (
          <input {...control} value={draft.doing} onInput={(event) => set({ doing: event.currentTarget.value })} />
        )}
      </Field>
      <Field label={t('inspector.say')}>
        {(control) => (
          <input {...control} value={draft.saying} onInput={(event) => set({ saying: event.currentTarget.value })} />
        )}
      </Field>
      <Field label={t('inspector.advance')}>
        {(control) => (
          <select {...control} value={draft.by} onChange={(event) => set({ by: byOf(event.currentTarget.value) })}>
            {ends.map((end) => (
              <option key={end} value={end}>
                {t(`inspector.advance.${end}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.by === 'input' && (
        <Field label={t('inspector.sample')}>
          {(control) => (
            <input {...control} value={draft.sample} onInput={(event) => set({ sample: event.currentTarget.value })} />
          )}
        </Field>
      )}
      <Copied t={t} label={t('inspector.step')} text={yamlOf(draft, anchor)} />
      <Button kind="primary" onClick={() => preview(draft, anchor)}>
        {t('inspector.preview')}
      </Button>
    </>
  );
};

const ends: readonly Draft['by'][] = ['next', 'click', 'input'];
const byOf = (value: string): Draft['by'] => ends.find((end) => end === value) ?? 'next';

/** What is chosen, and below a name what else would find it. */
const anchorOf = (chosen: Proposal, all: readonly Proposal[]): FullAnchor => {
  const role = all.find(({ by, matches, finds }) => by === 'role' && finds && matches === 1);
  return chosen.by === 'name' ? { ...chosen.anchor, ...role?.anchor } : chosen.anchor;
};

const written = ({ name, selector, role, label }: FullAnchor): string => name ?? selector ?? `${role} “${label}”`;

interface CopiedProps {
  t: Translate;
  label: string;
  text: string;
}

/** A text to take along; selected where the clipboard may not be written. */
const Copied = ({ t, label, text }: CopiedProps) => {
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(t('inspector.copied')),
      () => setSaid(t('inspector.refused')),
    );
  useEffect(() => setSaid(''), [text]);
  return (
    <div class="inspector-copy">
      <p>{label}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and is selected by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <p class="inspector-said">
        <Button onClick={() => void copy()}>{t('inspector.copy')}</Button>
        <span role="status">{said}</span>
      </p>
    </div>
  );
};

/** What has a name in this page already. */
const Names = ({ t, onShow }: { t: Translate; onShow: (name: string) => void }) => {
  const [names, setNames] = useState<readonly string[]>([]);
  const look = () => setNames(namesIn(document));
  useEffect(look, []);
  return (
    <details class="inspector-names" onToggle={look}>
      <summary>{t('inspector.names', { count: names.length })}</summary>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Button kind="plain" onClick={() => onShow(name)}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
};
