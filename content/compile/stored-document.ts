import type { ParsedDocument } from './document.ts';
import { contentOf } from './document-content.ts';
import type { Picture } from './picture.ts';
import { pathKey } from './yaml.ts';

/** A parsed document as plain data, which a cache can keep; its content is kept beside it. */
export interface StoredDocument extends Omit<ParsedDocument, 'content' | 'lineOf' | 'pictures'> {
  /** Lines of the front matter by `pathKey`. */
  lines: Record<string, number>;
  /** Pictures it shows, by their path below the content folder, and the files they were. */
  pictures: { path: string; file: string }[];
}

/** Makes the document whole again; `undefined` when a picture it shows is not what it was. */
export function reviveDocument(
  { lines, pictures, ...rest }: StoredDocument,
  json: Uint8Array,
  picture: (path: string) => Picture | undefined,
): ParsedDocument | undefined {
  const found = pictures.map(({ path, file }) => [picture(path)].find((one) => one?.file === file));
  if (found.includes(undefined)) return undefined;
  return {
    ...rest,
    content: contentOf(json),
    pictures: found.filter((one) => one !== undefined),
    lineOf: lineIn(lines),
  };
}

/** Looks a line up, the nearest parent's for what is not there. */
export const lineIn =
  (lines: StoredDocument['lines']): ParsedDocument['lineOf'] =>
  (path) => {
    for (let length = path.length; length >= 0; length--) {
      const line = lines[pathKey(path.slice(0, length))];
      if (line !== undefined) return line;
    }
    return 1;
  };
