import type { Standing } from '../../../api/contract/audit.ts';
import { type DeskKit, groupTitle } from '../kit.ts';
import { plain } from '../plain.ts';

/** Groups in the agent's language; nobody's are everybody's. */
export const groupsText = (kit: DeskKit, groups: readonly string[]): string =>
  groups.length === 0
    ? kit.t('people.groups.none')
    : new Intl.ListFormat(kit.locale).format(groups.map((id) => plain(groupTitle(kit, id) ?? id)));

export const standingText = (kit: DeskKit, { name, role, groups }: Standing): string =>
  [plain(name), kit.t(`people.role.${role}`), groupsText(kit, groups)].join(' · ');
