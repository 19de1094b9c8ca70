import type { Parts } from './actions.ts';
import type { Device } from './device.ts';
import { emit } from './emit.ts';

const flagged = (): boolean => {
  try {
    return localStorage.getItem('tierzero') !== null;
  } catch {
    return false;
  }
};

/**
 * Requests and replies of the person. Their code comes with the contact view; before that only when an earlier visit
 * left something to look after, and then this panel carries on instead of the resume chunk.
 */
export const followRequests = ({ state, lazies, signal }: Parts): void => {
  let end = () => {};
  const follow = async (device: Device) => {
    const { followMail } = await lazies.person.load();
    end();
    if (signal.aborted || state.device.get() !== device) return;
    end = followMail({ ...device, emit, now: Date.now }, (unread, requests) => {
      state.unread.set(unread);
      state.requests.set(requests);
    });
    document.querySelector('tierzero-root')?.dispatchEvent(new Event('tierzero-mail'));
  };
  const look = () => {
    const device = state.device.get();
    if (device && (flagged() || lazies.person.state.get().status === 'ready')) follow(device).catch(() => {});
  };
  const ends = [state.device.on(look), lazies.person.state.on(look)];
  signal.addEventListener('abort', () => {
    for (const stop of [...ends, end]) stop();
  });
  look();
};
