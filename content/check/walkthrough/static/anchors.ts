import type { Guided } from '../guided.ts';
import { type SourceAnchor, sourceOf } from './source.ts';
import { type UsedAnchor, usedAnchors } from './used.ts';

/** How the names in an app's source and those in walkthroughs differ. */
export interface AnchorReport {
  /** Walkthroughs point at them, and no source has them: not as a value, and not as a text where values are constants. */
  unknown: UsedAnchor[];
  /** Walkthroughs point at them, and a source has them. */
  known: UsedAnchor[];
  /** A source has them, and no walkthrough points at them. Nothing is wrong with that. */
  unused: SourceAnchor[];
}

export async function compareAnchors(
  walkthroughs: readonly Guided[],
  folders: readonly string[],
): Promise<AnchorReport> {
  const { anchors, texts } = await sourceOf(folders);
  const used = usedAnchors(walkthroughs);
  const means = (source: SourceAnchor, name: string) => patternOf(source.name).test(name);
  const isKnown = ({ name }: UsedAnchor) => texts.has(name) || anchors.some((source) => means(source, name));
  return {
    unknown: used.filter((one) => !isKnown(one)),
    known: used.filter(isKnown),
    unused: anchors.filter((source) => !used.some(({ name }) => means(source, name))),
  };
}

/** A name is made of letters, digits, dots and hyphens; only the dot means something in an expression. */
const patternOf = (name: string): RegExp =>
  new RegExp(`^${name.replaceAll('.', '\\.').replaceAll('*', '[a-z0-9.-]+')}$`);
