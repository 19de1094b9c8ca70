import { facts } from './facts.ts';

/** Puts a copy button on every block of code. Without a clipboard there is none. */
export const startCopy = (): void => {
  const { clipboard } = navigator;
  const { copy, copied } = facts();
  if (!clipboard) return;
  for (const block of document.querySelectorAll<HTMLPreElement>('.prose pre')) {
    const box = document.createElement('div');
    box.className = 'code';
    block.replaceWith(box);
    box.append(block, button(block, { copy, copied }));
  }
};

const button = (block: HTMLElement, words: { copy: string; copied: string }): HTMLButtonElement => {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'copy';
  made.textContent = words.copy;
  made.addEventListener('click', async () => {
    await navigator.clipboard.writeText(block.textContent ?? '');
    // The label is what a screen reader says while the button has focus.
    made.textContent = words.copied;
    setTimeout(() => {
      made.textContent = words.copy;
    }, 2_000);
  });
  return made;
};
