import { fileName } from './file-name.ts';
import { type PictureSize, pictureSize } from './picture-size.ts';

/** A picture as documents refer to it. */
export interface Picture {
  /** Below the output folder: `tz/screen-1a2b3c4d5e.png`. */
  file: string;
  bytes: Uint8Array;
  /** Absent when the file is no picture. */
  size?: PictureSize;
}

/** Makes a picture of a file's bytes; `path` gives it its name. */
export function pictureFrom(path: string, bytes: Uint8Array): Picture {
  const [, name = '', ending = ''] = /([^/]*)\.(\w+)$/.exec(path) ?? [];
  const plain =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'picture';
  const size = pictureSize(bytes);
  return { file: fileName(plain, ending.toLowerCase(), bytes), bytes, ...(size && { size }) };
}
