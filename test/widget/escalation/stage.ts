import type { SearchRecord } from '../../../content/schema/search-record.ts';
import { createMemory } from '../../../widget/client/memory.ts';
import type { DeviceStorage } from '../../../widget/client/storage.ts';
import { createTrail } from '../../../widget/context/trail.ts';
import { stopMail } from '../../../widget/escalation/mail.ts';
import { messages } from '../../../widget/i18n/escalation.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import type { Kit, Route } from '../../../widget/ui/kit.ts';
import { createFakeApi, type FakeApi } from '../../support/fake-api.ts';

/** A kit over a remembered API and a device, and everything the views told the shell. */
export interface Stage {
  kit: Kit;
  api: FakeApi;
  events: [name: string, detail: unknown][];
  opened: Route[];
  said: string[];
  end: () => void;
}

export const records: SearchRecord[] = [
  {
    id: 'article:export-invoices',
    kind: 'article',
    slug: 'export-invoices',
    category: 'invoices',
    title: 'Export invoices',
    description: 'Open Invoices and choose Export.',
    file: 'tz/a.txt',
  },
  {
    id: 'faq:formats',
    kind: 'faq',
    slug: 'formats',
    category: 'invoices',
    title: 'Which formats are there?',
    description: 'PDF and UBL.',
    file: 'tz/b.txt',
  },
];

/** Who gets what: the export guide that did not help leads to those who know exports. */
const table = {
  groups: [
    { id: 'front-line', title: { en: 'Support' }, tier: 1, skills: [], access: [], calendar: 'office' },
    { id: 'exports', title: { en: 'Exports' }, tier: 2, skills: ['exports'], access: [], calendar: 'office' },
  ],
  rules: [
    {
      id: 'export-unhelpful',
      when: { unhelpful: ['article:export-invoices'] },
      skills: ['exports'],
      exhausts: 1,
      because: { en: 'the export guide did not help' },
    },
    { id: 'everything-else' },
  ],
  priorities: [],
  policies: [
    {
      id: 'standard',
      targets: {
        low: { firstReply: '24h' },
        normal: { firstReply: '8h' },
        high: { firstReply: '4h' },
        urgent: { firstReply: '30m' },
      },
    },
  ],
  calendars: [{ id: 'office', timeZone: 'Europe/Berlin', hours: {} }],
};

/** A device that survives the page, as IndexedDB does. */
export const keeping = (): DeviceStorage => ({ ...createMemory(), persistent: true });

export const createStage = async (storage: DeviceStorage = keeping()): Promise<Stage> => {
  const now = () => Date.now();
  const api = createFakeApi(now);
  const trail = createTrail({ storage, now });
  await trail.ready();
  const [events, opened, said]: [Stage['events'], Route[], string[]] = [[], [], []];
  const kit: Kit = {
    routing: async () => table,
    t: createTranslate('en', messages),
    locale: 'en',
    settings: {
      name: 'Acme',
      locales: ['en'],
      firstReplyHours: 8,
      topics: [
        { id: 'invoices', title: { en: 'Invoices' } },
        { id: 'other', title: { en: 'Something else' } },
      ],
    },
    base: 'https://help.example.com/',
    api,
    storage,
    trail,
    emit: (name, detail) => events.push([name, detail]),
    now,
    open: (route) => opened.push(route),
    find: async (words) => (words.includes('invoice') ? records : []),
    announce: (text) => said.push(text),
  };
  return { kit, api, events, opened, said, end: () => stopMail(storage) };
};
