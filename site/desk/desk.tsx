import { useEffect } from 'preact/hooks';
import { bringHelp } from './help.ts';
import type { DeskKit } from './kit.ts';
import { useSession } from './session.ts';
import { SessionFailed, SignedOut } from './signed-out.tsx';
import { TicketSkeleton } from './skeletons.tsx';
import { Workspace } from './workspace.tsx';

/** The whole desk: the door, and the room behind it. */
export const Desk = ({ kit }: { kit: DeskKit }) => {
  const { session, retry, end, leave } = useSession(kit.client);
  const isIn = session.state === 'in';
  // Nobody can be led through the door.
  useEffect(() => {
    if (isIn) bringHelp();
  }, [isIn]);
  switch (session.state) {
    case 'checking':
      return (
        <main class="door">
          <TicketSkeleton label={kit.t('checking')} />
        </main>
      );
    case 'failed':
      return <SessionFailed kit={kit} message={session.key} retry={retry} />;
    case 'out':
      return <SignedOut kit={kit} why={session.why} />;
    case 'in': {
      const { id, name, role, team, groups } = session;
      const known = { ...kit, me: { id, name, role }, team, groups };
      return <Workspace kit={known} onSignedOut={end} onLeave={leave} />;
    }
  }
};
