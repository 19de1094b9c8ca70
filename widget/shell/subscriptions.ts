import type { Events } from '../public-api.ts';
import type { Listeners } from './state.ts';

type Listener = (detail: unknown) => void;

const events: Record<keyof Events, true> = {
  ready: true,
  open: true,
  close: true,
  search: true,
  'result-click': true,
  'article-view': true,
  'article-feedback': true,
  'walkthrough-start': true,
  'walkthrough-step': true,
  'walkthrough-complete': true,
  'walkthrough-abort': true,
  'walkthrough-blocked': true,
  'contact-open': true,
  'context-preview': true,
  escalated: true,
  'escalation-queued': true,
  reply: true,
  consent: true,
  error: true,
};

const isListener = (value: unknown): value is Listener => typeof value === 'function';

const check = (event: unknown, listener: unknown): [string, Listener] => {
  const name = String(event);
  if (!Object.hasOwn(events, name)) throw new TypeError(`tierzero has these events: ${Object.keys(events).join(', ')}`);
  if (!isListener(listener)) throw new TypeError(`tierzero calls a function when ${name} happens`);
  return [name, listener];
};

/** The verbs `on`, `once` and `off`: the host's functions behind DOM events. All of them end with the widget's `life`. */
export const createSubscriptions = (heard: Listeners, life: AbortSignal) => {
  const stop = (event: string, listener: Listener) => heard.get(event)?.get(listener)?.();

  const listen = (event: string, listener: Listener, once: boolean) => {
    const type = `tierzero:${event}`;
    stop(event, listener);
    const call = (sent: Event) => {
      if (once) end();
      listener(sent instanceof CustomEvent ? sent.detail : undefined);
    };
    const end = () => {
      document.removeEventListener(type, call);
      // Said again since, it is not this one's to end.
      if (heard.get(event)?.get(listener) === end) heard.get(event)?.delete(listener);
    };
    heard.set(event, (heard.get(event) ?? new Map()).set(listener, end));
    document.addEventListener(type, call, { signal: life });
    return end;
  };
  return {
    on: (event: unknown, listener: unknown) => listen(...check(event, listener), false),
    once: (event: unknown, listener: unknown) => listen(...check(event, listener), true),
    off: (event: unknown, listener: unknown) => stop(...check(event, listener)),
  };
};
