import type { Settings } from '../../content/schema/settings.ts';

/** The instant a person will have replied by: `hours` counted around the clock from `now` (milliseconds since 1970). */
export const firstReplyBy = (settings: Pick<Settings, 'firstReplyHours'>, now: number): Date =>
  new Date(now + settings.firstReplyHours * 3_600_000);
