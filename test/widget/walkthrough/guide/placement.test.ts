import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../widget/walkthrough/anchor/visible.ts';
import { placeCard, type Scene } from '../../../../widget/walkthrough/guide/placement.ts';

const view: Box = { left: 0, top: 0, width: 1280, height: 900 };
const card = { width: 340, height: 200 };
const at = (left: number, top: number, width = 120, height = 40): Box => ({ left, top, width, height });
const place = (scene: Partial<Scene>) => placeCard({ card, view, rtl: false, ...scene });

describe('a card by its target', () => {
  it('lies below, begins where the target begins', () => {
    expect(place({ target: at(300, 200) })).toMatchObject({ left: 300, top: 254 });
  });
  it('ends where the target ends when lines run to the left', () => {
    expect(place({ target: at(600, 200), rtl: true })).toMatchObject({ left: 380, top: 254 });
  });
  it('lies above at the foot of the page', () => {
    expect(place({ target: at(300, 840) })).toMatchObject({ top: 626 });
  });
  it('stays within the page at its edges', () => {
    expect(place({ target: at(1_200, 200) })).toMatchObject({ left: 928 });
    expect(place({ target: at(-40, 200) })).toMatchObject({ left: 12 });
  });
  it('lies beside a target as tall as the page, after it as lines run', () => {
    expect(place({ target: at(400, 0, 200, 900) })).toMatchObject({ left: 614 });
    expect(place({ target: at(400, 0, 200, 900), rtl: true })).toMatchObject({ left: 46 });
    expect(place({ target: at(1_000, 0, 200, 900) })).toMatchObject({ left: 646 });
  });
  it('lies within a target that leaves no room, and by the edge that a target has gone over', () => {
    expect(place({ target: at(0, 0, 1280, 900) })).toMatchObject({ left: 12, top: 688 });
    expect(place({ target: at(0, -900, 1280, 800) })).toMatchObject({ top: 12 });
  });
  it('lies in the corner of the launcher without one', () => {
    expect(place({})).toMatchObject({ left: 916, top: 616 });
    expect(place({ atStart: true })).toMatchObject({ left: 24 });
    expect(place({ rtl: true })).toMatchObject({ left: 24 });
    expect(place({ rtl: true, atStart: true })).toMatchObject({ left: 916 });
  });
});

describe('a card on a phone', () => {
  const phone: Box = { left: 0, top: 0, width: 390, height: 800 };
  const sheet = { width: 366, height: 220 };
  const placed = (target?: Box) => placeCard({ card: sheet, view: phone, rtl: false, target });

  it('is a sheet at the foot', () => {
    expect(placed()).toMatchObject({ left: 12, top: 568 });
    expect(placed(at(20, 300))).toMatchObject({ top: 568 });
  });
  it('is at the head where the foot is the target’s', () => {
    expect(placed(at(20, 700))).toMatchObject({ top: 12 });
  });
  it('keeps to what the keyboard leaves', () => {
    expect(placeCard({ card: sheet, view: { ...phone, height: 450 }, rtl: false, target: at(20, 60) })).toMatchObject({
      top: 218,
    });
  });
});

const number = (min: number, max: number) => fc.integer({ min, max });
const boxes = fc.record({
  left: number(-400, 1_600),
  top: number(-600, 1_200),
  width: number(1, 1_600),
  height: number(1, 1_200),
});
const views = fc.record({
  left: fc.constant(0),
  top: number(0, 40),
  width: number(320, 1_600),
  height: number(400, 1_100),
});
const scenes = fc.record({
  target: fc.option(boxes, { nil: undefined }),
  card: fc.record({ width: fc.constant(296), height: number(120, 360) }),
  view: views,
  rtl: fc.boolean(),
  atStart: fc.boolean(),
});

const overlap = (a: Box, b: Box) =>
  a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe('wherever a target is', () => {
  it('the card is inside what can be seen', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { left, top } = placeCard(scene);
        const { view: seen } = scene;
        expect(left).toBeGreaterThanOrEqual(seen.left + 12);
        expect(top).toBeGreaterThanOrEqual(seen.top + 12);
        expect(left + scene.card.width).toBeLessThanOrEqual(seen.left + seen.width - 12);
        expect(top + scene.card.height).toBeLessThanOrEqual(seen.top + seen.height - 12);
      }),
    );
  });
  it('the card is never over it where a side has room', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { target } = scene;
        if (!target) return;
        const placed = placeCard(scene);
        if (!overlap({ ...placed, ...scene.card }, target)) return;
        const rooms = [
          target.top - scene.view.top,
          scene.view.top + scene.view.height - target.top - target.height,
          ...(scene.view.width > 640 ? [target.left, scene.view.width - target.left - target.width] : []),
        ];
        const needs = [scene.card.height, scene.card.height, scene.card.width, scene.card.width];
        for (const [side, room] of rooms.entries()) expect(room).toBeLessThan((needs[side] ?? 0) + 26);
      }),
    );
  });
});
