import * as z from 'zod/mini';
import { slug } from '../../content/schema/name.ts';
import { instant, issueState } from './ticket.ts';

/** What the public may know of a known issue, in one language. */
const publicIssue = z.object({
  id: z.string(),
  state: issueState,
  topic: slug,
  title: z.string(),
  text: z.string(),
  /** How many people have reported it. */
  people: z.int(),
  since: instant,
});
export type PublicIssue = z.infer<typeof publicIssue>;

/** `GET /api/issues?locale=`: those that are being worked on, and those that were solved in the last 24 hours. */
export const publicIssues = z.object({ issues: z.array(publicIssue) });
