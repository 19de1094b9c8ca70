import type { DeskTicket } from '../../../api/contract/desk.ts';
import { cursorMark, placeholders } from '../../../content/schema/reply.ts';
import type { DeskKit } from '../kit.ts';
import { plain } from '../plain.ts';

/** What is known for each placeholder; nothing where the person has not said it. */
export type Filling = Partial<Record<(typeof placeholders)[number], string>>;

export const fillingOf = (
  { requester, reference }: Pick<DeskTicket, 'requester' | 'reference'>,
  { me, company }: Pick<DeskKit, 'me' | 'company'>,
): Filling => {
  const name = plain(requester.name ?? '').trim();
  return { ...(name && { name }), reference, agent: me.name, company };
};

const pattern = () => new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g');
const isPlaceholder = (name: string): name is keyof Filling => placeholders.some((one) => one === name);

/** A reply with what is known in place; in one go, so that a name that looks like a placeholder stays a name. */
export const fill = (text: string, filling: Filling): string =>
  text.replace(pattern(), (whole, name: string) => (isPlaceholder(name) ? filling[name] : undefined) ?? whole);

/** A text without the mark of the cursor, and what is chosen then: what is still to be filled, or else where it stood. */
export const taken = (text: string): [text: string, choose: [from: number, to: number] | undefined] => {
  const at = text.indexOf(cursorMark);
  const rest = text.replace(cursorMark, '');
  return [rest, firstOpen(rest) ?? (at < 0 ? undefined : [at, at])];
};

/** Where a text still has a placeholder: from and to, the first one. */
export const firstOpen = (text: string): [from: number, to: number] | undefined => {
  const found = pattern().exec(text);
  return found ? [found.index, found.index + found[0].length] : undefined;
};

/** Every placeholder that is still to be filled, once each. */
export const openIn = (text: string): string[] => [...new Set(text.match(pattern()) ?? [])];
