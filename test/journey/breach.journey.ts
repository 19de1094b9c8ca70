import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { panelOf, referenceIn } from './panel.ts';
import { type System, startSystem } from './system.ts';

/** Friday 23 October 2026, four in the afternoon in Berlin. On Sunday the clocks go back; the office opens on Monday at nine. */
const friday = Date.UTC(2026, 9, 23, 14);
const hour = 3_600_000;
let now = friday;

let system: System;
beforeAll(async () => {
  system = await startSystem('dist/public', () => now);
});
afterAll(() => system.close());

it('promises a time over a weekend in which clocks go back, and asks a lead once it is broken', async () => {
  const requester = await system.visitor({ timezoneId: 'Europe/Berlin' });
  await requester.context.clock.install({ time: now });
  await requester.page.goto(`${system.url}/example/`);
  const panel = panelOf(requester.page);
  await panel.open();
  await panel.contact();
  // One hour is left on Friday, seven of the eight are Monday's: until four, in the time of winter.
  await panel.ask('The export is empty.');
  await referenceIn(panel.dialog);
  await panel.dialog
    .getByText(/Mon,? 4:00 PM/)
    .first()
    .waitFor();

  const agentOf = async (at: number) => {
    now = at;
    await system.tick();
    const agent = await signIn(system, { timezoneId: 'Europe/Berlin' });
    await agent.context.clock.install({ time: now });
    await agent.page.reload();
    await agent.page.getByText('The export is empty.').first().click();
    await agent.page.getByRole('textbox', { name: 'Reply' }).waitFor();
    return agent.page;
  };
  const due = Date.UTC(2026, 9, 26, 15);
  const inTime = await agentOf(due - hour);
  expect(await inTime.getByText('Whoever leads should look').count()).toBe(0);
  await inTime.getByText('75 % of the time to the first reply is used').waitFor();

  const late = await agentOf(due + 1);
  await late.getByText('Whoever leads should look').waitFor();
  await late.getByText('The promised time of the first reply has passed').waitFor();
  await late.getByRole('button', { name: 'I have looked' }).click();
  await expect.poll(() => late.getByText('Whoever leads should look').count()).toBe(0);
});
