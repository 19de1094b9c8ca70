import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '../../../content/schema/tree.ts';
import { messages } from '../../../widget/i18n/reading.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { Steps } from '../../../widget/walkthrough/steps.tsx';

const t = createTranslate('en', messages);
const step = (text: string) => ({ do: [{ tag: 'p' as const, children: [text] }], say: [] });
const Body = ({ blocks }: { blocks: readonly Block[] }) => <>{JSON.stringify(blocks)}</>;
const marked = vi.fn();

const Harness = () => {
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  return (
    <Steps
      steps={[step('one'), step('two')]}
      t={t}
      body={Body}
      done={done}
      onMark={(number, isDone) => {
        marked(number, isDone);
        setDone(new Set(isDone ? [...done, number] : [...done].filter((other) => other !== number)));
      }}
    />
  );
};

afterEach(cleanup);

describe('steps', () => {
  it('are marked, counted and taken back', async () => {
    const { container } = render(<Harness />);
    screen.getByText('0 of 2 steps done');
    const first = screen.getByRole('button', { name: /Mark as done.*step 1/ });
    fireEvent.click(first);
    await screen.findByText('1 of 2 steps done');
    expect(first.textContent).toBe('Done, step 1');
    expect(container.querySelectorAll('.step')[1]?.className).toBe('step next');
    fireEvent.click(first);
    await screen.findByText('0 of 2 steps done');
    expect(marked.mock.calls).toEqual([
      [1, true],
      [1, false],
    ]);
  });
  it('say when all are done', async () => {
    render(<Harness />);
    for (const button of screen.getAllByRole('button')) {
      fireEvent.click(button);
      await Promise.resolve();
    }
    await screen.findByText('All steps done.');
  });

  it('show the picture of a step for either theme, each with its words', () => {
    const picture = (src: string) => ({ tag: 'img' as const, src, alt: 'The form, with "Name" marked' });
    const pictures: [ReturnType<typeof picture>, ReturnType<typeof picture>] = [
      picture('tz/a.png'),
      picture('tz/b.png'),
    ];
    const { container } = render(
      <Steps
        steps={[{ ...step('one'), pictures }, step('two')]}
        t={t}
        body={Body}
        done={new Set()}
        onMark={() => {}}
      />,
    );
    const shown = (theme: string) =>
      [...container.querySelectorAll(`.step .for-${theme}`)].map((one) => one.textContent);
    expect(shown('light')).toEqual([expect.stringContaining('tz/a.png')]);
    expect(shown('dark')).toEqual([expect.stringContaining('tz/b.png')]);
  });
});
