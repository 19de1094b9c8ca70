import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Action, actionOf } from './keys.ts';

const isField = (target: Element): boolean => target.matches('input:not([type="checkbox"]), textarea, select');

/** Calls `act` for keys of the desk. Keys pressed in an open dialog are the dialog's. */
export const useKeys = (list: RefObject<HTMLElement | null>, single: boolean, act: (action: Action) => void): void => {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || target.closest('dialog') || event.defaultPrevented) return;
      const inList = list.current?.contains(target) ?? false;
      const action = actionOf(event, { typing: isField(target), inList, single });
      if (!action) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [list, single]);
};
