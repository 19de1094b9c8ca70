import { facts } from './facts.ts';

/** Registers the service worker when the page has nothing else to do. */
export const startWorker = (): void => {
  const { base } = facts();
  // Absent on plain http hosts other than localhost.
  if (!('serviceWorker' in navigator)) return;
  const idle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
  addEventListener('load', () => idle(() => void register(`${base}sw.js`)));
};

/** A new worker waits until the reader goes on to another page: nobody is asked, nobody is interrupted. */
const register = async (address: string): Promise<void> => {
  const { Workbox } = await import('workbox-window');
  const worker = new Workbox(trusted(address));
  worker.addEventListener('waiting', ({ wasWaitingBeforeRegister }) => {
    if (wasWaitingBeforeRegister) worker.messageSkipWaiting();
    else addEventListener('pagehide', () => worker.messageSkipWaiting(), { once: true });
  });
  // Without a worker the help center is the same, only not offline.
  await worker.register().catch(() => undefined);
};

/** SECURITY: the policy of this site names this one factory, and it makes the one address it was made for. */
const trusted = (address: string) => {
  const factory = window.trustedTypes?.createPolicy('tierzero-worker', { createScriptURL: (url) => url });
  return factory ? factory.createScriptURL(address) : address;
};
