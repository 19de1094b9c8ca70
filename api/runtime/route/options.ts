import { instant } from '../../contract/ticket.ts';
import type { Millis } from '../../store/store.ts';

/** What the command line has, each as it was typed. */
export interface Given {
  ticket?: string | undefined;
  replay?: string | undefined;
  rules?: string | undefined;
  current?: string | undefined;
  at?: string | undefined;
}

export type Task =
  | { kind: 'ticket'; file: string; rules: string; at: Millis }
  | { kind: 'replay'; database: string; rules: string; current: string };

interface Otherwise {
  now: Millis;
  /** Rules that are in use. */
  rules: string;
}

/** What is asked for, or what is wrong with it. */
export function taskOf(given: Given, otherwise: Otherwise): { ok: true; task: Task } | { ok: false; error: string } {
  const refuse = (error: string) => ({ ok: false as const, error });
  const { ticket, replay, rules, current, at } = given;
  if (ticket !== undefined && replay !== undefined) {
    return refuse('--replay: found it beside --ticket; expected one of them');
  }
  if (ticket !== undefined) {
    if (current !== undefined) return refuse('--current: found it beside --ticket; expected it beside --replay');
    if (at !== undefined && !instant.safeParse(at).success) {
      return refuse(`--at: found "${at}"; expected an instant such as 2026-11-27T09:30:00Z`);
    }
    const time = at === undefined ? otherwise.now : Date.parse(at);
    return { ok: true, task: { kind: 'ticket', file: ticket, rules: rules ?? otherwise.rules, at: time } };
  }
  if (replay === undefined) return refuse('--ticket: found none; expected a file, or --replay with a database');
  if (at !== undefined) return refuse('--at: found it beside --replay; expected it beside --ticket');
  if (rules === undefined) return refuse('--rules: found none; expected the rules to try on past tickets');
  return { ok: true, task: { kind: 'replay', database: replay, rules, current: current ?? otherwise.rules } };
}
