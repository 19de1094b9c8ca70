import * as z from 'zod/mini';
import { documentId, locale, slug } from '../../../content/schema/name.ts';

/** Where a walkthrough is in this tab: nothing of what was typed or seen. */
const place = z.strictObject({
  id: documentId,
  step: slug,
  locale,
  /** Milliseconds since 1970. */
  started: z.number(),
  /** The step is done; what it leads to has not shown yet. */
  after: z.optional(z.literal(true)),
});
export type KeptPlace = z.infer<typeof place>;

const ended = z.record(z.string(), z.enum(['finished', 'dismissed']));

/** The loader goes on with this one on the next page; the other waits until it is asked for. */
const names = { on: 'tierzero', left: 'tierzero-left' } as const;
const endedName = 'tierzero-walkthroughs';

/** A page may forbid it; then nothing was kept. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const read = <T extends z.ZodMiniType>(schema: T, text: string | null | undefined): z.infer<T> | undefined =>
  text ? attempt(() => schema.parse(JSON.parse(text))) : undefined;

/** The one that is under way, or else the one that was left. */
export const readPlace = (): (KeptPlace & { isOn: boolean }) | undefined => {
  const on = read(
    place,
    attempt(() => sessionStorage.getItem(names.on)),
  );
  if (on) return { ...on, isOn: true };
  const left = read(
    place,
    attempt(() => sessionStorage.getItem(names.left)),
  );
  return left && { ...left, isOn: false };
};

export const keepPlace = (at: KeptPlace, how: keyof typeof names): void => {
  forgetPlace();
  attempt(() => sessionStorage.setItem(names[how], JSON.stringify(at)));
};

export const forgetPlace = (): void => {
  for (const name of Object.values(names)) attempt(() => sessionStorage.removeItem(name));
};

const readEnded = () =>
  read(
    ended,
    attempt(() => localStorage.getItem(endedName)),
  ) ?? {};

/** Whether a page that offers it by itself has done so for long enough. */
export const isEnded = (id: string): boolean => Object.hasOwn(readEnded(), id);

export const keepEnded = (id: string, how: 'finished' | 'dismissed'): void => {
  attempt(() => localStorage.setItem(endedName, JSON.stringify({ ...readEnded(), [id]: how })));
};
