interface Known {
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
  const lines = issues.map(({ state, title, text, people }) => {
    const line = document.createElement('p');
    const name = document.createElement('strong');
    name.textContent = title;
    const count = people > 1 ? other.replace('#', String(people)) : people === 1 ? one : '';
    line.dir = 'auto';
    line.append(name, ` ${text} ${count} ${words[state] ?? ''}`);
    return line;
  });
  box.prepend(...lines);
  // Whoever reads that all of it is solved has nothing left to be told.
  link.hidden = issues.every(({ state }) => state === 'solved');
  box.hidden = false;
};
