interface Known {
  id: string;
  state: string;
  title: string;
  text: string;
  people: number;
}

/** Says on every page what many people meet now. Text goes into text nodes; without an answer nothing is said. */
export const startIssues = async (): Promise<void> => {
  const box = document.querySelector<HTMLElement>('[data-issues]');
  const link = box?.querySelector('a');
  if (!box || !link || !navigator.onLine) return;
  const { issues: route = '', one = '', other = '', ...words } = box.dataset;
  const answer = await fetch(route).catch(() => undefined);
  if (!answer?.ok) return;
  const { issues = [] }: { issues?: Known[] } = await answer.json().catch(() => ({}));
  if (issues.length === 0) return;
  const lines = issues.map(({ id, state, title, text, people }) => {
    const line = document.createElement('p');
    const name = document.createElement('strong');
    name.textContent = title;
    const count = people > 1 ? other.replace('#', String(people)) : people === 1 ? one : '';
    line.dir = 'auto';
    line.append(name, ` ${text} ${count} ${words[state] ?? ''} `);
    // Whoever reads that it is solved has nothing left to be told.
    if (state === 'working') line.append(tellLink(link, id, title));
    return line;
  });
  link.replaceWith(...lines);
  box.hidden = false;
};

/** To be told of this one: in the panel, or, where it does not come, in the form that needs no JavaScript. */
const tellLink = (model: HTMLAnchorElement, id: string, title: string): HTMLAnchorElement => {
  const link = document.createElement('a');
  const address = new URL(model.href);
  address.searchParams.set('issue', id);
  link.href = address.href;
  link.dataset['tierzero'] = `contact:${id}`;
  link.textContent = model.textContent;
  // Several links of the same words are told apart by what they are about.
  link.setAttribute('aria-label', `${link.textContent}: ${title}`);
  return link;
};
