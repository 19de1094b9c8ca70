/** Makes tabs of the sections the page has without JavaScript, by the pattern of the ARIA guide: arrows move. */
export const startTabs = (): void => {
  for (const [place, box] of document.querySelectorAll<HTMLElement>('[data-tabs]').entries()) makeTabs(box, place);
};

const makeTabs = (box: HTMLElement, place: number): void => {
  const panels = [...box.querySelectorAll<HTMLElement>(':scope > [data-tab]')];
  const list = document.createElement('div');
  list.setAttribute('role', 'tablist');
  const tabs = panels.map((panel, index) => makeTab(panel, `tabs-${place}-${index}`));
  const select = (chosen: number): void => {
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute('aria-selected', String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      const panel = panels[index];
      if (panel) panel.hidden = index !== chosen;
    }
  };
  for (const [index, tab] of tabs.entries()) tab.addEventListener('click', () => select(index));
  list.addEventListener('keydown', (event) => {
    const at = event.target instanceof HTMLButtonElement ? tabs.indexOf(event.target) : -1;
    const rtl = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
    const step = { ArrowRight: rtl, ArrowLeft: -rtl, Home: -at, End: tabs.length - 1 - at }[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = (at + step + tabs.length) % tabs.length;
    select(next);
    tabs[next]?.focus();
  });
  list.append(...tabs);
  box.prepend(list);
  select(0);
};

const makeTab = (panel: HTMLElement, id: string): HTMLButtonElement => {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.id = `${id}-tab`;
  tab.textContent = panel.dataset['tab'] ?? '';
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', id);
  panel.id = id;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', tab.id);
  return tab;
};
