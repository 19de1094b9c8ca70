import * as z from 'zod/mini';
import { locale, slug } from './name.ts';
import { tier } from './tier.ts';
import { translated } from './translated.ts';

/** A group as everybody may read it. */
export const publicGroup = z.strictObject({
  id: slug,
  /** As requesters and agents read it. */
  title: translated(60),
  tier,
  /** What they can solve. A ticket goes only where every skill it needs is. Default none. */
  skills: z._default(z.array(slug), []),
  /** What they may reach: data, systems, decisions. Default none. */
  access: z._default(z.array(slug), []),
  /** Languages they answer in, the best first. Default all of the help center. */
  languages: z._default(z.array(locale), []),
  /** Id of a business calendar. */
  calendar: slug,
  /** People of another company: they see only their own tickets, without what is withheld. Default false. */
  partner: z._default(z.boolean(), false),
});

/**
 * What people of another company may not see of a request: `searches` are words that were searched for, `reads` documents and
 * steps, `page` the address it was asked from, `host` what the page gave with `context()`, `notes` what others than their own
 * people write for the desk. Notes from before they had the request are never theirs.
 */
const withheld = z.enum(['address', 'name', 'page', 'browser', 'host', 'searches', 'reads', 'notes']);
export type Withheld = z.infer<typeof withheld>;

/** People who answer: an entry of `content/routing/groups.yaml`. */
export const group = z.strictObject({
  ...publicGroup.shape,
  /** Of a partner alone. Default `address`. */
  withholds: z.optional(z.array(withheld)),
});
export type Group = z.infer<typeof group>;

/** `content/routing/groups.yaml`. Where two groups are alike, the first one takes the ticket. */
export const groups = z.strictObject({ groups: z.array(group).check(z.minLength(1), z.maxLength(100)) });
