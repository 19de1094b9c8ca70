import { showView } from './views.ts';

const rows = (): HTMLTableRowElement[] => [...document.querySelectorAll<HTMLTableRowElement>('[data-orders] > tr')];
const cell = (row: HTMLTableRowElement, column: number): string => row.cells[column]?.textContent?.trim() ?? '';

/** Shows the rows that have all the words and the status. */
const filterOrders = (form: HTMLFormElement): void => {
  const data = new FormData(form);
  const words = String(data.get('words') ?? '')
    .toLowerCase()
    .split(/\s+/);
  const status = String(data.get('status') ?? '');
  let shown = 0;
  for (const row of rows()) {
    const text = row.textContent?.toLowerCase() ?? '';
    row.hidden = !(words.every((word) => text.includes(word)) && (!status || cell(row, 4) === status));
    if (!row.hidden) shown += 1;
  }
  const none = document.querySelector<HTMLElement>('[data-none]');
  if (none) none.hidden = shown > 0;
};

/** Sorts by a column, downwards when it is sorted upwards already. Numbers in texts count as numbers. */
const sortOrders = (button: HTMLButtonElement): void => {
  const head = button.closest('th');
  const column = Number(button.dataset['sort']);
  const direction = head?.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
  for (const other of document.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  head?.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
  const { compare } = new Intl.Collator('en', { numeric: true });
  const sorted = rows().sort((a, b) => direction * compare(cell(a, column), cell(b, column)));
  document.querySelector('[data-orders]')?.append(...sorted);
};

/** Puts a new order on top. */
const addOrder = (form: HTMLFormElement): void => {
  const [first] = rows();
  if (!first) return;
  const data = new FormData(form);
  const number = String(Math.max(...rows().map((row) => Number(row.dataset['order']))) + 1);
  const row = document.importNode(first, true);
  row.dataset['order'] = number;
  const link = row.querySelector('a');
  if (link) {
    link.search = `?order=${number}`;
    link.textContent = number;
  }
  const total = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR' }).format(Number(data.get('total')));
  const values = [data.get('customer'), data.get('item'), new Date().toISOString().slice(0, 10)].map(String);
  for (const [place, value] of values.entries()) row.cells[place + 1]?.replaceChildren(value);
  const state = row.querySelector<HTMLElement>('.state');
  if (state) {
    state.dataset['state'] = 'Open';
    state.textContent = 'Open';
  }
  row.cells[5]?.replaceChildren(total);
  document.querySelector('[data-orders]')?.prepend(row);
  form.reset();
  const added = document.querySelector('[data-added]');
  if (added) added.textContent = `Order ${number} was added.`;
};

/** Only a parcel needs to know where to. */
const askAddress = (form: HTMLFormElement): void => {
  const label = form.querySelector<HTMLElement>('[data-address]');
  const input = label?.querySelector('input');
  if (!label || !input) return;
  input.required = new FormData(form).get('delivery') === 'Parcel';
  label.hidden = !input.required;
};

/** Filter, sort, add: what the orders can do. */
export const startOrders = (): void => {
  const filters = document.querySelector<HTMLFormElement>('.filters');
  filters?.addEventListener('input', () => filterOrders(filters));
  filters?.addEventListener('submit', (event) => event.preventDefault());
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-sort]')) {
    button.addEventListener('click', () => sortOrders(button));
  }
  const form = document.querySelector<HTMLFormElement>('[data-new-order]');
  form?.addEventListener('input', () => askAddress(form));
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    addOrder(form);
    askAddress(form);
    const orders = document.querySelector<HTMLAnchorElement>('nav [data-view="orders"]');
    history.pushState(null, '', orders?.href);
    showView(true);
  });
};
