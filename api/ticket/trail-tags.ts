import { blockedReason } from '../../content/schema/guide.ts';
import { slug } from '../../content/schema/name.ts';
import type { PageContext } from '../contract/page-context.ts';

/** More would say nothing of why somebody asks now. */
const most = 3;

/**
 * What a new ticket is tagged with: of the last steps that could not be done, the walkthrough, the step and the reason. The
 * context is the requester's to write: names and closed reasons alone become tags, no words.
 */
export function trailTags(context: PageContext): string[] {
  const blocked = context.flatMap((item) => (item.kind === 'step' && item.blocked !== undefined ? [item] : []));
  const tags = blocked
    .slice(-most)
    .flatMap(({ walkthrough, name, blocked: why }) => [
      ...tagged('walkthrough', /^walkthrough:(.+)$/.exec(walkthrough)?.[1]),
      ...tagged('step', name),
      ...tagged('reason', blockedReason.safeParse(why).data),
    ]);
  return [...new Set(tags)].sort();
}

const tagged = (kind: string, name: string | undefined): string[] =>
  slug.safeParse(name).success ? [`${kind}:${name}`] : [];
