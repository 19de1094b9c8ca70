import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Action, actionOf } from './keys.ts';

/** How long G waits for its letter. */
const goMs = 2_000;

const isField = (target: Element): boolean => target.matches('input:not([type="checkbox"]), textarea, select');

/** Whether a text stands in the form that it is part of. */
const isUnsent = (target: Element): boolean =>
  [...(target.closest('form')?.querySelectorAll<HTMLInputElement>('textarea, input') ?? [])].some(
    ({ type, value }) => type !== 'checkbox' && type !== 'radio' && value.trim() !== '',
  );

/** Calls `act` for keys of the desk. Keys pressed in an open dialog are the dialog's. */
export const useKeys = (list: RefObject<HTMLElement | null>, single: boolean, act: (action: Action) => void): void => {
  const latest = useRef(act);
  latest.current = act;
  const wentAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('dialog') || event.defaultPrevented) return;
      const inList = list.current?.contains(target) ?? false;
      const going = event.timeStamp - wentAt.current < goMs;
      // A key that is only held down for another one, as Shift, comes in between.
      if (event.key.length === 1) wentAt.current = Number.NEGATIVE_INFINITY;
      const action = actionOf(event, { typing: isField(target), inList, single, going, unsent: isUnsent(target) });
      if (!action) return;
      event.preventDefault();
      if (action === 'go') wentAt.current = event.timeStamp;
      latest.current(action);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list, single]);
};
