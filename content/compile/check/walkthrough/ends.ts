import { anchorFrom, writtenAnchor } from '../../../schema/anchor.ts';
import { pathMatches } from '../../../schema/path-matches.ts';
import { pathPattern } from '../../../schema/path-pattern.ts';
import { pathnameOf, startPath } from '../../../schema/start-path.ts';
import { quote } from '../../compile-error.ts';
import { entriesOf, keysOf, type Say, textOf, type Written } from './written.ts';

/**
 * Refuses what contradicts itself: a step that is over as soon as it begins is never seen, and one that waits for what
 * cannot be never begins or never ends.
 */
export function checkEnds(step: Written, at: PropertyKey[], start: unknown, say: Say): void {
  const { anchor, before, after, branch } = step;
  checkOver(step, at, start, say);
  const own = idsOf(anchor);
  checkHolds(before, [...at, 'before'], { own, of: 'what the step points at' }, say);
  checkHolds(after, [...at, 'after'], { own: [], of: '' }, say);
  for (const [place, one] of entriesOf(branch).entries()) {
    checkHolds(keysOf(one)['when'], [...at, 'branch', place, 'when'], { own: [], of: '' }, say);
  }
}

/** `start` is given for the first step: its page is known. */
function checkOver({ anchor, advance, before }: Written, at: PropertyKey[], start: unknown, say: Say): void {
  const { appears, route } = keysOf(advance);
  const { visible, route: begins } = keysOf(before);
  const there = [...idsOf(anchor), ...idsOf(visible)];
  if (idsOf(appears).some((id) => there.includes(id))) {
    say([...at, 'advance', 'appears'], quote(appears), 'what is not there when the step begins');
  }
  const path = startPath.safeParse(start).success ? pathnameOf(String(start)) : textOf(begins);
  if (path === undefined || path.includes('*') || !pathPattern.safeParse(route).success) return;
  if (pathMatches(String(route), path)) {
    say([...at, 'advance', 'route'], quote(route), `a path other than ${path}, where the step begins`);
  }
}

interface Known {
  /** What must be there besides. */
  own: readonly string[];
  of: string;
}

function checkHolds(written: unknown, at: PropertyKey[], { own, of }: Known, say: Say): void {
  const { visible, absent, value } = keysOf(written);
  const needed = new Map([
    ...idsOf(keysOf(value)['of']).map((id) => [id, 'the field of value'] as const),
    ...idsOf(visible).map((id) => [id, 'what is visible'] as const),
    ...own.map((id) => [id, of] as const),
  ]);
  const reason = idsOf(absent).flatMap((id) => needed.get(id) ?? [])[0];
  if (reason) say([...at, 'absent'], quote(absent), `another place than ${reason}: both cannot hold`);
}

/** Of an anchor or a list of them. A name is the first that is looked for: whatever else is with it, it means the same. */
const idsOf = (written: unknown): string[] =>
  (Array.isArray(written) ? written : [written]).flatMap((one) => {
    const { success, data } = writtenAnchor.safeParse(one);
    if (!success) return [];
    const { name, selector, role, label } = anchorFrom(data);
    return JSON.stringify(name ?? [selector, role, label]);
  });
