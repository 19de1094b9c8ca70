import type { Call } from '../loader/handle.ts';

/** Each of these calls counts; of the others below, the last alone. */
const listening = /^(on|once|off)$/;
const single = /^(suggest|identify|page|context|theme|locale|consent)$/;

/**
 * Notes what holds for as long as the page is open while the code that hears it cannot be had. It grows with what there is
 * to say, not with how often it is said.
 */
export const note = (missed: Call[], verb: string, args: unknown[]): void => {
  const before = missed.filter(([other]) => other === verb);
  const [facts] = args;
  const said = verb === 'context' ? [Object.assign({}, ...before.map(([, [earlier]]) => earlier), facts)] : args;
  // Who logs out takes back what was said of them.
  const stays = ([other]: Call) => listening.test(other) || (verb !== 'logout' && other !== verb);
  missed.splice(0, missed.length, ...missed.filter(stays));
  if (listening.test(verb) || single.test(verb)) missed.push([verb, said]);
};
