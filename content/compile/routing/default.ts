import type { Routing } from '../../schema/routing.ts';
import type { Settings } from '../../schema/settings.ts';
import { usualEscalation } from '../../schema/sla-policy.ts';

const wholeDay = ['00:00-24:00'];

/**
 * What holds where nobody has written `routing/`: everybody answers everything, and the first reply comes within
 * `firstReplyHours`, around the clock.
 */
export function defaultRouting({ name, locales, firstReplyHours }: Settings): Routing {
  const firstReply = { firstReply: `${Math.round(firstReplyHours * 60)}m`, aroundTheClock: true };
  return {
    groups: [
      {
        id: 'everybody',
        title: { [locales[0] ?? 'en']: name },
        tier: 1,
        skills: [],
        access: [],
        languages: [],
        calendar: 'around-the-clock',
        partner: false,
      },
    ],
    rules: [
      {
        id: 'everything',
        when: {},
        skills: [],
        access: [],
        exhausts: 0,
        priority: 'normal',
        notify: false,
        source: 'settings.yaml',
      },
    ],
    priorities: [],
    policies: [
      {
        id: 'first-reply',
        when: {},
        escalation: usualEscalation,
        targets: { low: firstReply, normal: firstReply, high: firstReply, urgent: firstReply },
      },
    ],
    calendars: [
      {
        id: 'around-the-clock',
        timeZone: 'UTC',
        hours: {
          monday: wholeDay,
          tuesday: wholeDay,
          wednesday: wholeDay,
          thursday: wholeDay,
          friday: wholeDay,
          saturday: wholeDay,
          sunday: wholeDay,
        },
        holidays: [],
      },
    ],
  };
}
