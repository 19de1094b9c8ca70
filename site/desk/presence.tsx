import type { Doing, Present } from '../../api/contract/desk-live.ts';
import type { DeskKit } from './kit.ts';

interface PresenceProps {
  kit: DeskKit;
  /** Who else is at this ticket. */
  present: readonly Present[];
}

const namesOf = ({ locale }: DeskKit, people: readonly Present[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format([...new Set(people.map(({ name }) => name))]);

/** Whoever writes to the requester is told before whoever writes a note, and both before those who read. */
const foremost = (present: readonly Present[]): [Doing, readonly Present[]] => {
  const doing = (['writing', 'noting'] as const).find((one) => present.some((person) => person.doing === one));
  return doing ? [doing, present.filter((person) => person.doing === doing)] : ['reading', present];
};

const textOf = (kit: DeskKit, doing: Doing, people: readonly Present[]): string =>
  kit.t(`presence.${doing}`, { count: new Set(people.map(({ person }) => person)).size, names: namesOf(kit, people) });

/** Above the reply: who else is here, and above all, who is writing. */
export const PresenceLine = ({ kit, present }: PresenceProps) => {
  const [doing, people] = foremost(present);
  return (
    <p class="presence" role="status" data-doing={doing}>
      {people.length > 0 && textOf(kit, doing, people)}
    </p>
  );
};

/** In the list: somebody is at this ticket. */
export const PresenceMark = ({ kit, present }: PresenceProps) => {
  if (present.length === 0) return null;
  const [doing, people] = foremost(present);
  const text = textOf(kit, doing, people);
  return (
    <span class="presence-mark" data-doing={doing} title={text}>
      <span class="sr-only">{text}</span>
    </span>
  );
};
