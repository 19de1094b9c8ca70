import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Seen } from '../../../../content/check/walkthrough/in-page.ts';
import { patience, Unresponsive } from '../../../../content/check/walkthrough/patience.ts';
import { play } from '../../../../content/check/walkthrough/play.ts';
import { createStage, type Stage } from '../../../../content/check/walkthrough/stage.ts';
import { guidedBy } from '../../../support/guided.ts';

/** A page that does something else whenever it is asked what it shows. */
const stageThat = (fails: () => Promise<never>, isClosed = false): Stage => ({
  page: { isClosed: () => isClosed } as Stage['page'],
  patience,
  dialogs: [],
  look: fails,
  unmet: fails,
  element: fails,
  box: fails,
  refused: fails,
  beforeTyping: fails,
  unentered: fails,
  option: fails,
  member: fails,
  presses: () => 0,
  blur: fails,
  version: fails,
  where: fails,
  mask: fails,
  unmask: fails,
  masks: fails,
  settled: fails,
  until: (_, ask) => ask(),
});

const seen: Seen = { by: 'name', label: 'D', disabled: false, inert: false, kind: 'none', operable: true };

describe('a walkthrough that is played', () => {
  const walkthrough = guidedBy('x', '/', [{ id: 'a', anchor: { name: 'a' } }, { id: 'b' }]);
  it.each([
    ['it busy without end', new Unresponsive('late'), false],
    ['page.evaluate: Target crashed', new Error('page.evaluate: Target crashed\nCall log: …'), false],
    ['it closed', new Error('Target page, context or browser has been closed'), true],
  ])('has a result whatever its page does: %s', async (found, error, isClosed) => {
    const stage = stageThat(() => Promise.reject(error), isClosed);
    expect(await play(stage, walkthrough, async () => {})).toEqual([
      { id: 'a', result: 'timed-out', expected: 'the page to answer', found },
      { id: 'b', result: 'not-reached' },
    ]);
  });

  it('goes on from a step that is missing and may be skipped where its branch leads', async () => {
    const isThere = (name: string | undefined) => name === 'd';
    const stage: Stage = {
      ...stageThat(() => Promise.reject(new Error('not asked'))),
      patience: { ...patience, appear: 0, answer: 0 },
      look: async ({ name }) => (isThere(name) ? seen : undefined),
      unmet: async ({ visible = [] }) =>
        visible.every(({ name }) => isThere(name)) ? undefined : { expected: 'x', found: 'y' },
      where: async () => ({ path: '/', title: '' }),
    };
    const branch = [
      { when: { visible: [{ name: 'c' }] }, to: 'c' },
      { when: { visible: [{ name: 'd' }] }, to: 'd' },
    ];
    const steps = [
      { id: 'a', anchor: { name: 'a' }, skip: true, branch },
      { id: 'b' },
      { id: 'c' },
      { id: 'd', anchor: { name: 'd' } },
    ];
    const played = await play(stage, guidedBy('x', '/', steps), async () => {});
    expect(played.map(({ result }) => result)).toEqual(['anchor-missing', 'not-reached', 'not-reached', 'pass']);
  });

  it.each([
    ['one that goes elsewhere all the time', 'page.evaluate: Execution context was destroyed, most likely because…'],
    [
      'one that takes window.tierzeroCheck away',
      'page.evaluate: TypeError: window.tierzeroCheck.look is not a function',
    ],
  ])('passes no step of a page that it never saw: %s', async (found, message) => {
    const evaluate = () => Promise.reject(new Error(message));
    const page = { on: () => {}, exposeBinding: async () => {}, isClosed: () => false, evaluate };
    const stage = await createStage(page as unknown as Page, { ...patience, appear: 0, answer: 0 });
    expect(await play(stage, walkthrough, async () => {})).toEqual([
      { id: 'a', result: 'timed-out', expected: 'a page that can be looked at', found },
      { id: 'b', result: 'not-reached' },
    ]);
  });
});
