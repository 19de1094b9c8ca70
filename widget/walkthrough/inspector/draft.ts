import type { FullAnchor } from '../../../content/schema/anchor.ts';
import type { Advance } from '../../../content/schema/guide.ts';
import { labelOf } from '../anchor/label.ts';
import { slugFrom } from './propose.ts';
import { roleOf } from './role.ts';
import { sampleFor } from './sample.ts';

/** A step as its author is making it. */
export interface Draft {
  doing: string;
  saying: string;
  by: 'next' | 'click' | 'input';
  sample: string;
}

const isField = (element: Element): boolean =>
  /^(select|textarea)$/.test(element.localName) ||
  (element.localName === 'input' && !/^(button|submit|reset|image)$/.test(element.getAttribute('type') ?? ''));

/** What is pressed, by its role. */
const pressed = /^(button|checkbox|link|menuitem|menuitemcheckbox|menuitemradio|option|radio|switch|tab|treeitem)$/;

/** What one would do with an element, in words of the page's language where `say` has them. */
export const draftFor = (element: Element, say: (key: 'select' | 'fill' | 'look', label: string) => string): Draft => {
  const label = short(labelOf(element)) || element.localName;
  const role = roleOf(element) ?? '';
  const by = isField(element) ? 'input' : pressed.test(role) || element.localName === 'a' ? 'click' : 'next';
  // A box is selected, as a button is.
  const word = by === 'next' ? 'look' : by === 'input' && !pressed.test(role) ? 'fill' : 'select';
  return { doing: say(word, label), saying: '', by, sample: by === 'input' ? sampleFor(element) : '' };
};

/** What is called by all that it holds is not said whole. */
const short = (label: string): string => (label.length > 80 ? `${label.slice(0, 79)}…` : label);

export const advanceOf = ({ by }: Pick<Draft, 'by'>): Advance => ({ by });

/** The step as it goes into the file. A text in double quotes is what JSON has. */
export const yamlOf = ({ doing, saying, by, sample }: Draft, anchor: FullAnchor): string => {
  const id = slugFrom(doing.replace(/^.*?\*\*(.+?)\*\*.*$/, '$1')) || 'step';
  const keys = Object.entries(anchor).map(([key, value = '']) => `${key}: ${plain(value)}`);
  const name = keys.length === 1 ? anchor.name : undefined;
  return [
    `- id: ${plain(id)}`,
    `  do: ${JSON.stringify(doing)}`,
    ...(saying ? [`  say: ${JSON.stringify(saying)}`] : []),
    `  anchor: ${name === undefined ? `{ ${keys.join(', ')} }` : plain(name)}`,
    ...(by === 'next' ? [] : [`  advance: ${by}`]),
    ...(by === 'input' && sample ? [`  sample: ${JSON.stringify(sample)}`] : []),
  ].join('\n');
};

/** Without quotes only what no YAML takes for anything else: 7.2 and 1e3 are numbers, and to some `on` is true. */
const plain = (value: string): string =>
  /^(?!(?:null|true|false|yes|no|on|off|y|n)$)[a-z][a-z0-9.-]*$/.test(value) ? value : JSON.stringify(value);
