import { describe, expect, it } from 'vitest';
import { clipAround } from '../../../../content/check/walkthrough/picture/clip.ts';
import { decodePng } from '../../../../content/check/walkthrough/picture/decode.ts';
import { encodePng } from '../../../../content/check/walkthrough/picture/encode.ts';
import { differing, type Pixels } from '../../../../content/check/walkthrough/picture/pixels.ts';
import { drawRing } from '../../../../content/check/walkthrough/picture/ring.ts';
import { pictureSize } from '../../../../content/compile/picture-size.ts';
import { png } from '../../../support/content/pictures.ts';
import { seeded } from '../../../support/random.ts';

function picture(width: number, height: number, at: (x: number, y: number) => [number, number, number]): Pixels {
  const data = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++)
    data.set([...at(pixel % width, Math.floor(pixel / width)), 255], pixel * 4);
  return { width, height, data };
}

describe('a PNG', () => {
  it('of few colours is the picture itself', () => {
    const drawn = picture(30, 20, (x, y) => [x % 3 ? 255 : 0, y * 10, 7]);
    const bytes = encodePng(drawn);
    expect(pictureSize(bytes)).toEqual({ width: 30, height: 20 });
    expect(decodePng(bytes)).toEqual(drawn);
  });

  it('of many colours looks the same, and is the same every time', () => {
    const drawn = picture(300, 200, (x, y) => (y < 100 ? [255, 255, 255] : [x % 256, y, (x * y) % 200]));
    const kept = decodePng(encodePng(drawn))!;
    expect(differing(drawn, kept, 40)).toBeLessThan(600);
    expect(
      differing(
        picture(300, 100, () => [255, 255, 255]),
        { ...kept, height: 100, data: kept.data.slice(0, 120_000) },
        0,
      ),
    ).toBe(0);
    expect(encodePng(drawn)).toEqual(encodePng(drawn));
  });

  it('is read as browsers write it, and not when it is damaged', () => {
    expect(decodePng(png)).toMatchObject({ width: 1, height: 1 });
    const random = seeded(1);
    const bytes = encodePng(picture(20, 20, (x, y) => [x, y, 0]));
    for (let round = 0; round < 300; round++) {
      const damaged = Buffer.from(bytes.subarray(0, random() * bytes.length));
      damaged[Math.floor(random() * damaged.length)] = random() * 256;
      expect(() => decodePng(damaged)).not.toThrow();
    }
    expect(decodePng(new Uint8Array())).toBeUndefined();
  });
});

describe('the part of a page that a picture shows', () => {
  const viewport = { width: 1280, height: 800 };

  it('has the element in its middle, as far as the page goes', () => {
    const box = { left: 600, top: 400, width: 80, height: 20 };
    expect(clipAround(box, viewport)).toEqual({ left: 280, top: 184, width: 720, height: 450 });
    expect(clipAround({ ...box, left: 0, top: 790 }, viewport)).toEqual({ left: 0, top: 350, width: 720, height: 450 });
  });

  it('grows with the element, up to the whole', () => {
    const wide = clipAround({ left: 100, top: 100, width: 1000, height: 20 }, viewport);
    expect(wide).toEqual({ left: 76, top: 0, width: 1048, height: 450 });
    expect(clipAround({ left: -50, top: -50, width: 4000, height: 4000 }, viewport)).toMatchObject(viewport);
    expect(clipAround(undefined, viewport)).toEqual({ left: 280, top: 174, width: 720, height: 450 });
  });
});

describe('the ring', () => {
  const white = () => picture(120, 90, () => [255, 255, 255]);
  const isMarked = ({ data }: Pixels, x: number, y: number) => data[(y * 120 + x) * 4 + 2]! < 100;

  it('goes around the element and leaves it as it is', () => {
    const pixels = white();
    drawRing(pixels, { left: 40, top: 30, width: 20, height: 10 }, 1.5);
    expect(isMarked(pixels, Math.round(34.5 * 1.5), Math.round(35 * 1.5))).toBe(true);
    for (let x = 60; x < 90; x++) for (let y = 45; y < 60; y++) expect(pixels.data[(y * 120 + x) * 4]).toBe(255);
    expect(isMarked(pixels, 20, 20)).toBe(false);
  });

  it('stays in the picture where the element reaches beyond', () => {
    const pixels = white();
    drawRing(pixels, { left: -500, top: -500, width: 2000, height: 2000 }, 1.5);
    expect(isMarked(pixels, 60, 4)).toBe(true);
    expect(isMarked(pixels, 60, 85)).toBe(true);
    expect(isMarked(pixels, 60, 45)).toBe(false);
  });
});
