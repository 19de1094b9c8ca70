import { nativeRole } from '../../../content/schema/role.ts';

/** The ARIA role: what an attribute says, else what the element is. */
export const roleOf = (element: Element): string | undefined =>
  element.getAttribute('role')?.trim().split(/\s+/)[0] || nativeRole((selector) => element.matches(selector));
