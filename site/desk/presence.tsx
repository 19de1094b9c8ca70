import type { Present } from '../../api/contract/desk-live.ts';
import type { DeskKit } from './kit.ts';

interface PresenceProps {
  kit: DeskKit;
  /** Who else is at this ticket. */
  present: readonly Present[];
}

const namesOf = ({ locale }: DeskKit, people: readonly Present[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format([...new Set(people.map(({ name }) => name))]);

/** Above the reply: who else is here, and above all, who is writing. */
export const PresenceLine = ({ kit, present }: PresenceProps) => {
  const writing = present.filter(({ doing }) => doing === 'writing');
  const people = writing.length > 0 ? writing : present;
  const count = new Set(people.map(({ person }) => person)).size;
  const key = writing.length > 0 ? 'presence.writing' : 'presence.reading';
  return (
    <p class="presence" role="status" data-doing={writing.length > 0 ? 'writing' : 'reading'}>
      {count > 0 && kit.t(key, { count, names: namesOf(kit, people) })}
    </p>
  );
};

/** In the list: somebody is at this ticket. */
export const PresenceMark = ({ kit, present }: PresenceProps) => {
  if (present.length === 0) return null;
  const writing = present.some(({ doing }) => doing === 'writing');
  const text = kit.t(writing ? 'presence.writing' : 'presence.reading', {
    count: present.length,
    names: namesOf(kit, present),
  });
  return (
    <span class="presence-mark" data-doing={writing ? 'writing' : 'reading'} title={text}>
      <span class="sr-only">{text}</span>
    </span>
  );
};
