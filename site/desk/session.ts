import { useEffect, useState } from 'preact/hooks';
import type { DeskSession } from '../../api/contract/desk.ts';
import { refusedWith } from '../thread/result.ts';
import type { DeskClient } from './client.ts';
import { isForHelp } from './help.ts';

export type Session =
  | { state: 'checking' }
  | ({ state: 'in' } & DeskSession)
  /** `link`: the one that was opened does not work (any more). `ended`: was signed in until now. */
  | { state: 'out'; why: 'none' | 'link' | 'ended' | 'left' }
  | { state: 'failed'; key: string };

/**
 * A sign-in link's token, taken out of the address so that it stays in no history and no screenshot. `asked` is what the
 * address asked of the widget before: it is there again for after signing in.
 */
const takeToken = (asked = ''): string | undefined => {
  const token = location.hash.slice(1);
  if (!token || isForHelp(location.hash)) return undefined;
  history.replaceState(null, '', location.pathname + location.search + asked);
  return token;
};

const failedKey = (failure: { kind: string; code?: string }): string => {
  if (failure.kind === 'offline' || failure.kind === 'timeout') return 'session.offline';
  return failure.code === 'rate-limited' ? 'session.rate-limited' : 'session.failed';
};

/** Signs in with the token if there is one, else asks who is signed in. */
const open = async (client: DeskClient, token: string | undefined): Promise<Session> => {
  const link = token === undefined ? undefined : await client.signIn(token);
  if (link?.ok) return { state: 'in', ...link.value };
  // What is no token at all, or was used, is refused; anything else leaves the link unused and may be tried again.
  const refused = link?.kind === 'problem' && (link.code === 'signed-out' || link.code === 'invalid-request');
  if (link && !refused) return { state: 'failed', key: failedKey(link) };
  // A used link opened once more, in a browser that is signed in, leads in all the same.
  const session = await client.session();
  if (session.ok) return { state: 'in', ...session.value };
  if (refusedWith(session, 'signed-out')) return { state: 'out', why: token === undefined ? 'none' : 'link' };
  return { state: 'failed', key: failedKey(session) };
};

export interface SessionControl {
  session: Session;
  retry: () => void;
  /** The API said that nobody is signed in any more. */
  end: () => void;
  /** The agent leaves. Resolves to whether the API ended the session. */
  leave: () => Promise<boolean>;
}

export const useSession = (client: DeskClient): SessionControl => {
  const [token, setToken] = useState(() => takeToken());
  const [attempt, setAttempt] = useState(0);
  const [session, setSession] = useState<Session>({ state: 'checking' });
  const out = session.state === 'out';
  const retry = () => setAttempt((count) => count + 1);
  useEffect(() => {
    let current = true;
    setSession({ state: 'checking' });
    void open(client, token).then((result) => {
      if (current) setSession(result);
    });
    return () => {
      current = false;
    };
  }, [client, token, attempt]);
  useEffect(() => {
    // A link pasted into a desk that is already open changes the fragment alone.
    const asked = isForHelp(location.hash) ? location.hash : '';
    const onHash = () => {
      const next = takeToken(out ? asked : '');
      if (next) setToken(next);
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, [out]);
  useEffect(() => {
    // Who signs in through a link in another tab comes back to this one with its drafts in place.
    const onVisible = async () => {
      if (!out || document.visibilityState === 'hidden') return;
      const result = await client.session();
      if (result.ok) setSession({ state: 'in', ...result.value });
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [client, out]);
  return {
    session,
    retry,
    end: () => setSession({ state: 'out', why: 'ended' }),
    leave: async () => {
      const { ok } = await client.signOut();
      if (ok) setSession({ state: 'out', why: 'left' });
      return ok;
    },
  };
};
