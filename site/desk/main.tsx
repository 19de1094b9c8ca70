import { render } from 'preact';
import { createKey } from '../../widget/client/key.ts';
import { addIcons } from '../../widget/ui/icon.tsx';
import { later } from '../../widget/ui/icon-paths.ts';
import { company } from '../src/company.ts';
import { openDrafts } from '../thread/drafts.ts';
import { openMemory } from '../thread/memory.ts';
import { createMoments } from '../thread/moments.ts';
import { openLanguage } from '../thread/reader.ts';
import { applyTheme } from '../thread/theme.ts';
import { createDeskClient } from './client.ts';
import { Desk } from './desk.tsx';
import { languageIn } from './help.ts';
import type { DeskKit } from './kit.ts';
import { createKnowledgeClient } from './knowledge/knowledge-client.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

const now = () => Date.now();

/** The desk in the reader's language, with the browser's fetch, storage and clock. */
const start = async (host: HTMLElement): Promise<void> => {
  const { locale, t } = await openLanguage({ en, de }, [languageIn(location.hash) ?? [], navigator.languages].flat());
  const base = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`;
  const kit: DeskKit = {
    t,
    locale,
    moments: createMoments(locale),
    knowledge: createKnowledgeClient({ base, fetch: (input, init) => fetch(input, init), now }),
    client: createDeskClient({
      origin: '',
      fetch: (input, init) => fetch(input, init),
      now,
      openStream: (url) => new EventSource(url),
    }),
    drafts: openDrafts(
      openMemory(() => sessionStorage),
      () => createKey(now()),
    ),
    memory: openMemory(() => localStorage),
    company: company.name,
    topics: company.topics,
    locales: company.locales,
    groups: [],
    me: { id: '', name: '', role: 'agent' },
    team: [],
    base,
    now,
    random: Math.random,
  };
  render(<Desk kit={kit} />, host);
};

applyTheme();
addIcons(later);
const host = document.getElementById('desk');
if (host) void start(host);
