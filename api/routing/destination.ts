import type { Group } from '../../content/schema/group.ts';
import type { RoutingRule } from '../../content/schema/routing-rule.ts';
import type { Destination } from '../contract/ticket.ts';

interface Decided {
  group: Pick<Group, 'id' | 'title'>;
  rule: Pick<RoutingRule, 'because'> | undefined;
}

/** In their language, or else in the help center's first one. Nothing that is inside a company: no skills, no files. */
export function destinationOf({ group, rule }: Decided, locales: Locales): Destination {
  const because = rule?.because && textIn(rule.because, locales);
  return { group: textIn(group.title, locales) ?? group.id, ...(because !== undefined && { because }) };
}

interface Locales {
  /** As the requester reads. */
  locale: string;
  /** The help center's first. */
  fallback: string;
}

/** `de` stands for `de-AT`, whoever reads the one can read the other. */
export function textIn(text: Readonly<Record<string, string>>, { locale, fallback }: Locales): string | undefined {
  const base = (tag: string) => tag.split('-', 1)[0] ?? tag;
  const found = [locale, base(locale), fallback].find((tag) => Object.hasOwn(text, tag));
  return found === undefined ? Object.values(text)[0] : text[found];
}
