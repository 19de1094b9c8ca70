import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useEffect, useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContextCard } from '../../../widget/context/card.tsx';
import type { Kit } from '../../../widget/ui/kit.ts';
import { createStage, type Stage } from '../escalation/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
  stage.kit.trail.search('export', 0);
  stage.kit.trail.host({ plan: 'pro' });
});
afterEach(cleanup);

const Card = ({ kit }: { kit: Kit }) => {
  const [items, setItems] = useState(() => kit.trail.items());
  useEffect(() => kit.trail.on(() => setItems(kit.trail.items())), [kit]);
  return <ContextCard kit={kit} items={items} onRemove={(id) => kit.trail.remove(id)} />;
};
const show = () => render(<Card kit={stage.kit} />);
const fold = () => screen.getByRole('button', { name: /^(Also sends|Sends)/ });
const removes = () => screen.queryAllByRole('button', { name: /^Leave out/ });

describe('the context card', () => {
  it('is one line that opens to the exact list, and tells the host page how long it is', () => {
    show();
    expect(fold().textContent).toBe('Also sends: 1 search, this page, browser, 1 detail from this app');
    expect(fold().getAttribute('aria-expanded')).toBe('false');
    expect(removes()).toEqual([]);
    fireEvent.click(fold());
    expect(fold().getAttribute('aria-expanded')).toBe('true');
    expect(removes()).toHaveLength(4);
    expect(stage.events).toEqual([['context-preview', { items: 4 }]]);
  });

  it('leaves an item out, says so and keeps the focus in the list', () => {
    show();
    fireEvent.click(fold());
    const [first, second] = removes();
    if (first) fireEvent.click(first);
    expect(removes()).toHaveLength(3);
    expect(document.activeElement).toBe(second);
    expect(stage.said).toEqual(['Left out: Searched']);
    expect(fold().textContent).toBe('Also sends: this page, browser, 1 detail from this app');
  });

  it('says that nothing goes along once everything is left out, and puts it back when asked', () => {
    show();
    fireEvent.click(fold());
    for (let left = removes(); left.length > 0; left = removes()) fireEvent.click(left[0] ?? fold());
    expect(fold().textContent).toBe('Sends your message and nothing else');
    expect(screen.getByText('4 left out')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Put back' }));
    expect(removes()).toHaveLength(4);
    expect(document.activeElement).toBe(fold());
  });
});
