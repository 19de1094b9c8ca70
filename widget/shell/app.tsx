import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Knowledge, KnowledgeSource } from '../search/knowledge.ts';
import type { Site } from '../ui/address.ts';
import type { Kit } from '../ui/kit.ts';
import { useValue } from '../ui/value.ts';
import type { Lazies } from './lazies.ts';
import type { Mover } from './move.ts';
import { Panel } from './panel.tsx';
import type { State } from './state.ts';

/** What every view of the shell is made from. */
export interface Shell {
  base: string;
  root: ShadowRoot;
  state: State;
  knowledge: KnowledgeSource;
  move: Mover;
  lazies: Lazies;
}

/** `kit` is there as soon as a help center is known; without one there is nothing to hand to a feature. */
export interface Present {
  shell: Shell;
  kit: Kit | undefined;
  /** Of the help center, once it is known. */
  settings: Kit['settings'] | undefined;
  known: Knowledge;
  site: Site;
}

const manifestOf = (known: Knowledge) => (known.status === 'loading' ? undefined : known.manifest);

export const App = (shell: Shell) => {
  const { state, knowledge, base } = shell;
  const open = useValue(state.open);
  const device = useValue(state.device);
  const { t, locale } = useValue(state.language);
  const known = useValue(knowledge.state);
  const status = useRef<HTMLParagraphElement>(null);
  const manifest = manifestOf(known);
  const announce = (text: string) => {
    if (status.current) status.current.textContent = text;
  };

  const kit = useMemo(
    () => device && manifest && device.kit({ shell, t, locale, settings: manifest.settings, announce }),
    [device, manifest, t, locale],
  );
  const opened = useRef(false);
  const asked = useRef(false);
  useEffect(() => {
    // A panel that is opened again after the network was away tries again.
    if (open && asked.current && knowledge.state.get().status === 'failed') void knowledge.retry();
    asked.current = true;
  }, [open, knowledge]);

  if (open) opened.current = true;
  // A closed widget that was never opened is a button.
  if (!opened.current) return null;
  const site: Site = { base, locale, locales: manifest?.settings.locales ?? [] };
  return (
    <div class="tz" lang={locale}>
      <Panel shell={shell} kit={kit} settings={manifest?.settings} known={known} site={site} />
      <p class="sr-only" role="status" ref={status} />
    </div>
  );
};
