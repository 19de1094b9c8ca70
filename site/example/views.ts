import { withHelp } from './help.ts';

const panels = () => [...document.querySelectorAll<HTMLElement>('[data-panel]')];
const cells = (row: Element): string[] => [...row.children].map((cell) => cell.textContent?.trim() ?? '');

/** Fills the order's own view from its row; answers its number, or nothing when there is no such order. */
const fillOrder = (number: string | null): string | undefined => {
  const row = [...document.querySelectorAll<HTMLElement>('[data-order]')].find(
    (one) => one.dataset['order'] === number,
  );
  if (!row || !number) return undefined;
  const values = cells(row);
  for (const field of document.querySelectorAll<HTMLElement>('[data-field]')) {
    field.textContent = values[Number(field.dataset['field'])] ?? '';
  }
  return number;
};

/** `/example/new-order/` is the view `new-order`; the orders have no folder of their own. */
const viewOf = (path: string): string => /\/example\/([\w-]+)\/?$/.exec(path)?.[1] ?? 'orders';

/** Shows the view that the address names, and tells the widget what a person would tell support. */
export const showView = (focus: boolean): void => {
  const named = viewOf(location.pathname);
  const order = named === 'order' ? fillOrder(new URLSearchParams(location.search).get('order')) : undefined;
  const wanted = named === 'order' && !order ? 'orders' : named;
  const shown = panels().find((panel) => panel.dataset['panel'] === wanted) ?? panels()[0];
  if (!shown) return;
  for (const panel of panels()) panel.hidden = panel !== shown;
  const view = shown.dataset['panel'] ?? '';
  for (const link of document.querySelectorAll<HTMLElement>('nav [data-view]')) {
    // An order, old or new, is below the orders.
    if (link.dataset['view'] === view || (link.dataset['view'] === 'orders' && view.includes('order')))
      link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  const title = shown.querySelector('h1')?.textContent ?? '';
  document.title = `${title} · Example workspace`;
  if (focus) document.querySelector<HTMLElement>('main')?.focus();
  withHelp((tierzero) => {
    void tierzero('page', { path: location.pathname, title });
    // The query is taken out of addresses before they are sent; which order it is about should stay.
    void tierzero('context', { order: order ?? null });
  });
};

/** Client-side routes: links with `data-view` change the address without loading it. */
export const followLinks = (): void => {
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-view]') : null;
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    showView(true);
  });
  window.addEventListener('popstate', () => showView(true));
};
