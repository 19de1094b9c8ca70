import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { articleFeedback } from '../../../api/contract/ticket.ts';
import { Helpful } from '../../../widget/article/helpful.tsx';
import { messages } from '../../../widget/i18n/reading.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import type { Kit } from '../../../widget/ui/kit.ts';

const setUp = (ok = true) => {
  const send = vi.fn(async () => ({ ok }));
  const trail = { helpful: vi.fn() };
  const emit = vi.fn();
  const kit = { t: createTranslate('en', messages), locale: 'en', api: { send }, trail, emit } as unknown as Kit;
  const onContact = vi.fn();
  const view = render(<Helpful kit={kit} document="article:a" onContact={onContact} />);
  const bodies = () => send.mock.calls.map((call: unknown[]) => Object(call[1]).body);
  return { ...view, bodies, trail, emit, onContact };
};
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

afterEach(cleanup);

describe('was this helpful', () => {
  it('sends a yes at once', async () => {
    const { bodies, trail, emit } = setUp();
    click('Yes');
    await screen.findByText('Thank you. The authors read this.');
    expect(bodies()).toEqual([{ document: 'article:a', locale: 'en', helpful: true }]);
    expect(trail.helpful).toHaveBeenCalledWith('article:a', true);
    expect(emit).toHaveBeenCalledWith('article-feedback', { document: 'article:a', helpful: true });
  });
  it('asks why after a no, and sends once', async () => {
    const { bodies, trail, unmount } = setUp();
    click('No');
    expect(trail.helpful).toHaveBeenCalledWith('article:a', false);
    expect(bodies()).toEqual([]);
    fireEvent.click(await screen.findByLabelText('Hard to understand'));
    fireEvent.input(await screen.findByLabelText('What would have helped?'), { target: { value: ' a picture ' } });
    click('Send');
    await screen.findByText('Thank you. The authors read this.');
    unmount();
    expect(bodies()).toEqual([
      { document: 'article:a', locale: 'en', helpful: false, reason: 'unclear', words: 'a picture' },
    ]);
    expect(articleFeedback.safeParse(bodies()[0]).success).toBe(true);
    expect(trail.helpful).toHaveBeenLastCalledWith('article:a', false, 'Hard to understand');
  });
  it('sends a no without a reason when the reader leaves', async () => {
    const { bodies, unmount } = setUp();
    click('No');
    await screen.findByText('What was the problem?');
    unmount();
    expect(bodies()).toEqual([{ document: 'article:a', locale: 'en', helpful: false }]);
  });
  it('is one step from a person', async () => {
    const { onContact } = setUp();
    click('No');
    fireEvent.click(await screen.findByRole('button', { name: 'Contact a person' }));
    expect(onContact).toHaveBeenCalled();
  });
  it('says when it could not be sent', async () => {
    setUp(false);
    click('Yes');
    await screen.findByText(/could not be sent/);
  });
});
