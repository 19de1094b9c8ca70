import type { Routing } from '../../content/schema/routing.ts';
import type { Person, Role } from '../store/store.ts';
import { scopeOf } from './viewer.ts';

/**
 * What there is to do in the desk. `read-knowledge` is what the team writes for itself, `announce` what everybody is told of a
 * known issue: announcing, changing and solving it; `acknowledge` is what whoever leads was asked for.
 */
export type Right =
  | 'answer'
  | 'read-knowledge'
  | 'announce'
  | 'see-reports'
  | 'acknowledge'
  | 'manage-people'
  | 'see-audit';

const partner: readonly Right[] = ['answer'];
const agent: readonly Right[] = [...partner, 'read-knowledge', 'announce'];
const lead: readonly Right[] = [...agent, 'see-reports', 'acknowledge'];
const rights: Record<Role, readonly Right[]> = { agent, lead, admin: [...lead, 'manage-people', 'see-audit'] };

/** People of a partner answer, whatever their role: everything else is about requests of others as well. */
export const may = ({ role, groups }: Pick<Person, 'role' | 'groups'>, right: Right, routing: RoutingGroups): boolean =>
  (isOfPartner(groups, routing) ? partner : rights[role]).includes(right);

type RoutingGroups = Pick<Routing, 'groups'>;

export const isOfPartner = (groups: readonly string[], routing: RoutingGroups): boolean =>
  scopeOf({ groups: [...groups] }, routing) !== undefined;
