import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemory } from '../../../widget/client/memory.ts';
import { messages } from '../../../widget/i18n/reading.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { Checklists } from '../../../widget/walkthrough/checklist.tsx';
import { setWalked } from '../../../widget/walkthrough/walked.ts';

const t = createTranslate('en', messages);
const checklist = {
  slug: 'start',
  title: 'Start with your team',
  description: 'All that a team needs.',
  audience: [],
  items: [
    { id: 'walkthrough:leave', title: 'Leave a team' },
    { id: 'walkthrough:invite', title: 'Invite a colleague' },
  ],
};
const show = (storage = createMemory(), onOpen = vi.fn()) => {
  render(
    <Checklists checklists={[checklist]} storage={storage} t={t} hrefOf={(id) => `/help/${id}`} onOpen={onOpen} />,
  );
  return onOpen;
};

afterEach(cleanup);

describe('checklists', () => {
  it('say how far one has come, and which is next', async () => {
    const storage = createMemory();
    await setWalked(storage, 'walkthrough:leave');
    show(storage);
    await screen.findByText('1 of 2 done');
    expect(screen.getByRole('link', { name: /^Leave a team.*, done$/ }).className).toBe('checklist-item done');
    expect(screen.getByRole('link', { name: 'Invite a colleague' }).className).toBe('checklist-item next');
  });

  it('open an entry in place, and leave a click with a modifier to the browser', async () => {
    const onOpen = show();
    const link = await screen.findByRole('link', { name: 'Leave a team' });
    expect(link.getAttribute('href')).toBe('/help/walkthrough:leave');
    fireEvent.click(link, { ctrlKey: true });
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.click(link);
    expect(onOpen).toHaveBeenCalledWith('walkthrough:leave');
  });

  it('are folded once all of it is done', async () => {
    const storage = createMemory();
    for (const id of ['walkthrough:leave', 'walkthrough:invite'] as const) await setWalked(storage, id);
    show(storage);
    const count = await screen.findByText('2 of 2 done');
    expect(count.closest('details')?.open).toBe(false);
  });

  it('know of what was gone through while the panel was closed', async () => {
    const storage = createMemory();
    const at = (open: boolean) => (
      <Checklists
        checklists={[checklist]}
        storage={storage}
        asOf={open}
        t={t}
        hrefOf={(id) => `/help/${id}`}
        onOpen={() => {}}
      />
    );
    const { rerender } = render(at(true));
    await screen.findByText('0 of 2 done');
    rerender(at(false));
    await setWalked(storage, 'walkthrough:leave');
    rerender(at(true));
    await screen.findByText('1 of 2 done');
  });

  it('begin at nothing where the device cannot be read', async () => {
    const storage = { ...createMemory(), entries: () => Promise.reject(new Error('closed')) };
    show(storage);
    await screen.findByText('0 of 2 done');
  });
});
