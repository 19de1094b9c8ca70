import { beforeAll, describe, expect, test } from 'vitest';
import type { ContextItem } from '../../../api/contract/page-context.ts';
import { routes } from '../../../api/contract/routes.ts';
import { decide } from '../../../api/routing/decide.ts';
import { destinationOf } from '../../../api/routing/destination.ts';
import { compileRouting } from '../../../content/compile/routing/compile.ts';
import { blockedReason } from '../../../content/schema/guide.ts';
import type { Routing } from '../../../content/schema/routing.ts';
import { createTicket, openApi, signIn } from './harness.ts';

let routing: Routing;
beforeAll(async () => {
  const compiled = await compileRouting('content');
  if (!compiled.ok) throw new Error(compiled.errors.join('\n'));
  routing = compiled.value;
});

const item = (blocked: string): ContextItem => ({
  kind: 'step',
  id: 's',
  walkthrough: 'walkthrough:answer-a-request-in-the-desk',
  title: 'Answer a request',
  step: 3,
  of: 6,
  name: 'send-it',
  seconds: 12,
  blocked,
});
const message = 'I cannot get on.';
const because = { en: 'a walkthrough could not go on', de: 'eine Schritt-für-Schritt-Anleitung nicht weiterging' };

describe('a request from a step that could not be done, by the rules of this help center', () => {
  test.each([
    ...blockedReason.options.flatMap((reason) => [[reason, 'en'] as const, [reason, 'de'] as const]),
    ['The button is grey', 'en'] as const,
  ])('goes past tier 1 for %s (%s), and says why before it is sent and after', async (reason, locale) => {
    const context = [item(reason)];
    const subject = { topic: 'other', language: locale, verified: false, message, context, exhausted: 0 as const };
    const preview = decide(subject, routing, () => true);
    expect(destinationOf(preview, { locale, fallback: 'en' }).because).toBe(because[locale]);

    const api = openApi({ routing });
    const receipt = await createTicket(api, { topic: 'other', message, locale, context });
    expect(receipt.tier).toBeGreaterThan(1);
    expect(receipt.tier).toBe(preview.tier);
    expect(receipt.destination).toEqual(destinationOf(preview, { locale, fallback: 'en' }));
    const thread = await api.send(routes.thread, { headers: { authorization: `Bearer ${receipt.capability}` } });
    expect(await thread.text()).toContain(because[locale]);

    const desk = await signIn(api);
    const [id] = (await api.store.listTickets({ before: undefined, limit: 1 })).map((ticket) => ticket.id);
    const told = await (await desk.get(`${routes.deskTickets}/${id}`)).text();
    expect(told).toContain(`walkthrough:answer-a-request-in-the-desk 3/6: ${reason}`);
    expect(told).toContain('"tier-exhausted"');
  });

  test('stays on tier 1 when the step was only done', async () => {
    const walkthrough = 'walkthrough:answer-a-request-in-the-desk';
    const done: ContextItem = { kind: 'step', id: 's', walkthrough, title: 'Answer a request', step: 3, of: 6 };
    const { tier } = await createTicket(openApi({ routing }), { topic: 'other', message, context: [done] });
    expect(tier).toBe(1);
  });
});
