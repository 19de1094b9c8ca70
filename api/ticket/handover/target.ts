import type { Group } from '../../../content/schema/group.ts';
import type { Routing } from '../../../content/schema/routing.ts';
import { tier as tierContract } from '../../contract/ticket.ts';
import { choose, isCapable } from '../../routing/choose.ts';
import { decide } from '../../routing/decide.ts';
import { openAt } from '../../routing/group-hours.ts';
import type { Millis, StoredThread } from '../../store/store.ts';
import { subjectOf } from '../promise.ts';

export interface Target {
  group: Group;
  /** Whether the group has every skill and all access that the rule asks for. */
  isCapable: boolean;
  /** Whether somebody of it works now. */
  isOpen: boolean;
}

/**
 * The group that is meant by its id, or by its tier: there, whoever the router would choose among all but who has it now.
 * Nothing where there is no such group, or where it is there already.
 */
export function targetOf(thread: StoredThread, to: string, routing: Routing, at: Millis): Target | undefined {
  const isOpen = openAt(routing, at);
  const others = routing.groups.filter(({ id }) => id !== thread.ticket.group);
  const tier = tierContract.safeParse(Number(/^tier:(\d)$/.exec(to)?.[1])).data;
  const subject = subjectOf(thread);
  // Whoever hands it up has tried.
  const tried = tier !== undefined && tier > thread.ticket.tier ? thread.ticket.tier : 0;
  const { rule } = decide({ ...subject, exhausted: Math.max(subject.exhausted, tried) }, routing, isOpen);
  const among = others.filter((group) => (tier === undefined ? group.id === to : group.tier === tier));
  if (among.length === 0) return undefined;
  const needs = { skills: rule.skills, access: rule.access, language: subject.language, exhausted: 0 };
  const { group } = choose(among, needs, isOpen);
  return { group, isCapable: isCapable(group, rule), isOpen: isOpen(group) };
}
