import { loadPageSearch } from './page-search.ts';

const kinds: Record<string, string> = { articles: 'article', faqs: 'faq', walkthroughs: 'walkthrough' };

/** The reader of the offline page: its address is the one that was asked for, and the library may have that document. */
export const startOffline = async (): Promise<void> => {
  const box = document.querySelector<HTMLElement>('[data-offline]');
  if (!box) return;
  const { base = '/', chunk = '', locale = 'en' } = box.dataset;
  const id = documentOf(location.pathname);
  if (!id) return;
  show(box, 'wait');
  const found = await read(box, { base: new URL(base, location.href).href, chunk, locale, id }).catch(() => false);
  show(box, found ? 'reader' : 'nothing');
};

const read = async (
  box: HTMLElement,
  { base, chunk, locale, id }: { base: string; chunk: string; locale: string; id: string },
): Promise<boolean> => {
  const host = box.querySelector<HTMLElement>('[data-part="document"]');
  const { mountReader } = await loadPageSearch({ base, chunk });
  if (!host || !(await mountReader(host, { base, locale, document: id }))) return false;
  const title = host.shadowRoot?.querySelector('h1')?.textContent;
  if (title) document.title = title;
  return true;
};

/** `/help/de/articles/a/` is `article:a`. */
const documentOf = (path: string): string | undefined => {
  const [, folder = '', slug = ''] = /\/(articles|faqs|walkthroughs)\/([a-z0-9-]+)\/$/.exec(path) ?? [];
  return slug && `${kinds[folder]}:${slug}`;
};

const show = (box: HTMLElement, part: string): void => {
  for (const element of box.querySelectorAll<HTMLElement>(':scope > [data-part]')) {
    element.hidden = element.dataset['part'] !== part;
  }
};
