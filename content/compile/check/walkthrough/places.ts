import { entriesOf, keysOf, type Written } from './written.ts';

/** Where an anchor is written. */
export interface Place {
  path: PropertyKey[];
  anchor: Written;
}

/** The anchors of a step that are more than a name, also in its conditions. */
export function placesIn(step: Written, at: PropertyKey[]): Place[] {
  const { anchor, advance, before, after, branch } = step;
  return [
    { path: [...at, 'anchor'], anchor: keysOf(anchor) },
    { path: [...at, 'advance', 'appears'], anchor: keysOf(keysOf(advance)['appears']) },
    ...held(before, [...at, 'before']),
    ...held(after, [...at, 'after']),
    ...entriesOf(branch).flatMap((one, index) => held(keysOf(one)['when'], [...at, 'branch', index, 'when'])),
  ];
}

function held(written: unknown, at: PropertyKey[]): Place[] {
  const condition = keysOf(written);
  const listed = ['visible', 'absent'].flatMap((key) => [
    { path: [...at, key], anchor: keysOf(condition[key]) },
    ...entriesOf(condition[key]).map((anchor, index) => ({ path: [...at, key, index], anchor: keysOf(anchor) })),
  ]);
  return [...listed, { path: [...at, 'value', 'of'], anchor: keysOf(keysOf(condition['value'])['of']) }];
}
