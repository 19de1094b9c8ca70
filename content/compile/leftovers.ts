import { type Checks, checksFile } from './checks.ts';
import type { ParsedDocument } from './document.ts';
import type { Picture } from './picture.ts';

interface Found {
  checks: Checks;
  documents: readonly ParsedDocument[];
  /** By path below the content folder. */
  pictures: ReadonlyMap<string, Picture>;
  now: Date;
}

/** What nobody sees any more, and results that cannot be right: nothing to stop at, and nothing to say nothing of. */
export const leftoversOf = ({ checks, documents, pictures, now }: Found): string[] => [
  ...picturesLeft(documents, pictures),
  ...checksToCome(checks, now),
];

/** Pictures of steps whose walkthrough was deleted or has another name now. */
function picturesLeft(documents: readonly ParsedDocument[], pictures: Found['pictures']): string[] {
  const there = new Set(documents.map(({ source }) => source.file));
  const shown = new Set(documents.flatMap((document) => document.pictures));
  const left = new Map<string, number>();
  for (const [path, picture] of pictures) {
    const [folder] = /^[^/]+\/walkthroughs\/[^/]+(?=\/)/.exec(path) ?? [];
    if (folder && !there.has(`${folder}.yaml`) && !shown.has(picture)) left.set(folder, (left.get(folder) ?? 0) + 1);
  }
  return [...left].map(
    ([folder, count]) => `${folder}/: ${count} pictures of a walkthrough that is not there; delete the folder`,
  );
}

/** Somewhere it is tomorrow already. */
function checksToCome({ all }: Checks, now: Date): string[] {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return all.flatMap(({ walkthrough, locale, on }) =>
    on > tomorrow ? `${checksFile}: ${walkthrough} (${locale}) was checked on ${on}, a day that has not come` : [],
  );
}
