import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../content/compile/picture-size.ts';
import { png, starts } from '../../support/content/pictures.ts';

describe('pictureSize', () => {
  it.each(Object.entries(starts))('reads the size of a %s', (_, bytes) => {
    expect(pictureSize(bytes)).toEqual({ width: 640, height: 480 });
  });

  it.each(Object.entries(starts))('refuses a %s that is cut before its size ends', (_, bytes) => {
    expect(pictureSize(bytes.subarray(0, -1))).toBeUndefined();
  });

  it('reads a whole file', () => {
    expect(pictureSize(png)).toEqual({ width: 1, height: 1 });
  });

  it.each([
    '',
    'PNG',
    '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    'plain text, long enough for any header',
  ])('refuses %j', (text) => {
    expect(pictureSize(Buffer.from(text))).toBeUndefined();
  });
});
