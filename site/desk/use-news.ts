import { useEffect, useRef, useState } from 'preact/hooks';
import type { Present } from '../../api/contract/desk-live.ts';
import { follow } from './follow.ts';
import type { DeskKit } from './kit.ts';

/** What is heard from the other desks. */
export interface News {
  /** Counts what has happened to each ticket, by its id. */
  pulses: Readonly<Record<string, number>>;
  /** Changes are told as they happen: looking is only for what is missed. */
  isUp: boolean;
  /** Who else is where. */
  present: readonly Present[];
}

/** Follows what happens to tickets; `onChanged` is called for each time that something has. */
export const useNews = (kit: DeskKit, onChanged: () => void): News => {
  const { client, me, random } = kit;
  const person = me.id;
  const [pulses, setPulses] = useState<Record<string, number>>({});
  const [isUp, setUp] = useState(false);
  const [present, setPresent] = useState<readonly Present[]>([]);
  const latest = useRef(onChanged);
  latest.current = onChanged;
  useEffect(
    () =>
      follow({
        client,
        random,
        onState: setUp,
        onChanges({ tickets, presence }) {
          setPresent((before) => {
            const others = presence.filter((one) => one.person !== person);
            return JSON.stringify(before) === JSON.stringify(others) ? before : others;
          });
          if (tickets.length === 0) return;
          setPulses((before) => ({
            ...before,
            ...Object.fromEntries(tickets.map((id) => [id, (before[id] ?? 0) + 1])),
          }));
          latest.current();
        },
      }),
    [client, person, random],
  );
  return { pulses, isUp, present };
};
