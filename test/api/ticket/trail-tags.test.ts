import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ContextItem, PageContext } from '../../../api/contract/page-context.ts';
import { tag } from '../../../api/contract/tag.ts';
import { trailTags } from '../../../api/ticket/trail-tags.ts';
import { blockedReason } from '../../../content/schema/guide.ts';

const step = (change: Partial<Extract<ContextItem, { kind: 'step' }>> = {}): ContextItem => ({
  kind: 'step',
  id: 's',
  walkthrough: 'walkthrough:invite',
  title: 'Invite',
  step: 2,
  of: 3,
  name: 'send-it',
  blocked: 'covered',
  ...change,
});

describe('tags of a new request', () => {
  test.each(blockedReason.options)('name the walkthrough, the step and the reason %s', (reason) => {
    expect(trailTags([step({ blocked: reason })])).toEqual([`reason:${reason}`, 'step:send-it', 'walkthrough:invite']);
  });

  test('say nothing in words of the requester', () => {
    expect(trailTags([step({ blocked: 'urgent: please hurry' })])).toEqual(['step:send-it', 'walkthrough:invite']);
    // One word has the form of a name, and is none that is known.
    expect(trailTags([step({ blocked: 'vip' })])).toEqual(['step:send-it', 'walkthrough:invite']);
    expect(trailTags([step({ blocked: '', walkthrough: 'article:invite', title: 'vip' })])).toEqual(['step:send-it']);
  });

  test('are none where a step was only done, or left out of the card', () => {
    const done: ContextItem = { kind: 'step', id: 's', walkthrough: 'walkthrough:invite', title: 'I', step: 1, of: 3 };
    expect(trailTags([{ ...done, name: 'send-it' }])).toEqual([]);
    expect(trailTags([{ kind: 'host', id: 'h', name: 'tag', value: 'reason:covered' }])).toEqual([]);
  });

  test('are those of the last three steps that could not be done', () => {
    const context = ['a', 'b', 'c', 'd'].map((name) => step({ id: name, name, walkthrough: `walkthrough:of-${name}` }));
    expect(trailTags(context)).toEqual([
      'reason:covered',
      ...['b', 'c', 'd'].map((name) => `step:${name}`),
      ...['b', 'c', 'd'].map((name) => `walkthrough:of-${name}`),
    ]);
  });

  test('are tags that the desk takes, whatever the context says', () => {
    const any = fc.array(
      fc.record({ walkthrough: fc.string(), name: fc.string(), blocked: fc.string() }).map((of) => step(of)),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(any, (context: PageContext) => {
        const tags = trailTags(context);
        expect(tags.length).toBeLessThanOrEqual(9);
        for (const one of tags) expect(tag.safeParse(one).success, one).toBe(true);
      }),
    );
  });
});
