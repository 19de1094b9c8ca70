import { describe, expect, it } from 'vitest';
import { yamlOf } from '../../../../widget/walkthrough/inspector/draft.ts';
import { errorsOf, walkthrough } from '../../../support/content/help-center.ts';

/** The file of a walkthrough whose first steps were copied from the inspector. */
const fileOf = (...copied: string[]) => {
  const head = walkthrough.slice(0, walkthrough.indexOf('steps:'));
  const steps = [...copied, '- do: Look at the list.'].map((step) => step.replace(/^/gm, '  '));
  return { 'en/walkthroughs/invite.yaml': `${head}start: /team/\nsteps:\n${steps.join('\n')}\n` };
};
const draft = (label: string) => ({ doing: `Select **${label}**.`, saying: '', by: 'click' as const, sample: '' });

const words = ['2', '2026', '2026-01-31', '7.2', '1e3', '0x10', '0o7', '12:30', 'true', 'Null', 'NO', 'on', 'y', 'off'];
const signs = ['~', '.inf', '-', '#', '…', '{x}', '[a]', '*a', '&a', '!a', '%a', '@a', '`a', '|', '>', ', ', '? a'];

describe('what is copied from the inspector compiles', () => {
  it('whatever the label is', async () => {
    const labels = [...words, ...signs, `it's "so": \\ #1`, 'x'.repeat(100), '\u0085\u2028'];
    for (const label of labels) {
      expect([label, await errorsOf(fileOf(yamlOf(draft(label), { role: 'button', label })))]).toEqual([label, []]);
    }
  });

  it('whatever the name of the place is', async () => {
    const names = ['7.2', '2026', '2026-01-31', '1e3', '0.5', '0x10', 'true', 'null', 'on', 'no', 'y', 'orders.new'];
    const steps = names.map((name) => yamlOf(draft(`the one ${name}`), { name }));
    expect(await errorsOf(fileOf(...steps))).toEqual([]);
  });

  it('with quotes only where they are needed', () => {
    expect(yamlOf(draft('New order'), { name: 'orders.new' })).toBe(
      '- id: new-order\n  do: "Select **New order**."\n  anchor: orders.new\n  advance: click',
    );
  });
});
