import { render } from 'preact';
import { createApi } from '../../widget/client/api.ts';
import { createKey } from '../../widget/client/key.ts';
import { addIcons } from '../../widget/ui/icon.tsx';
import { later } from '../../widget/ui/icon-paths.ts';
import { company } from '../src/company.ts';
import { openDrafts } from '../thread/drafts.ts';
import { openMemory } from '../thread/memory.ts';
import { createMoments } from '../thread/moments.ts';
import { openLanguage } from '../thread/reader.ts';
import { applyTheme } from '../thread/theme.ts';
import { createRequestClient } from './client.ts';
import type { RequestKit } from './kit.ts';
import { Request } from './request.tsx';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

const now = () => Date.now();

/** The request page in the reader's language, with the browser's fetch, storage and clock. */
const start = async (host: HTMLElement): Promise<void> => {
  const { locale, t } = await openLanguage({ en, de });
  const kit: RequestKit = {
    t,
    locale,
    moments: createMoments(locale),
    client: createRequestClient(createApi({ origin: '', fetch: (input, init) => fetch(input, init), now })),
    drafts: openDrafts(
      openMemory(() => sessionStorage),
      () => createKey(now()),
    ),
    company: company.name,
    base: `${import.meta.env.BASE_URL.replace(/\/$/, '')}/`,
    now,
    random: Math.random,
  };
  render(<Request kit={kit} />, host);
};

applyTheme();
addIcons(later);
const host = document.getElementById('request');
if (host) void start(host);
