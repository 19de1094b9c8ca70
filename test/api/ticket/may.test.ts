import { describe, expect, test } from 'vitest';
import type { Role } from '../../../api/store/store.ts';
import { may, type Right } from '../../../api/ticket/may.ts';
import { groupsOf } from '../http/groups.ts';

const ofAgents: Right[] = ['answer', 'read-knowledge', 'announce'];
const ofLeads: Right[] = [...ofAgents, 'see-reports', 'acknowledge'];
const rights: Right[] = [...ofLeads, 'manage-people', 'see-audit'];
const routing = groupsOf({});
const of = (role: Role, groups: string[]) => rights.filter((right) => may({ role, groups }, right, routing));

describe('what somebody may do', () => {
  test.each<[Role, Right[]]>([
    ['agent', ofAgents],
    ['lead', ofLeads],
    ['admin', rights],
  ])('as %s', (role, allowed) => {
    expect(of(role, [])).toEqual(allowed);
    expect(of(role, ['front-line', 'hosting'])).toEqual(allowed);
  });

  test.each<[why: string, groups: string[]]>([
    ['a partner', ['hosting', 'printing']],
    ['groups that are gone', ['gone']],
    ['a partner and a group that is gone', ['hosting', 'gone']],
  ])('is to answer, whatever their role, of %s', (_, groups) => {
    for (const role of ['agent', 'lead', 'admin'] as const) expect(of(role, groups)).toEqual(['answer']);
  });
});
