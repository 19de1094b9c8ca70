import type { DeskKit } from './kit.ts';
import { useSession } from './session.ts';
import { SessionFailed, SignedOut } from './signed-out.tsx';
import { TicketSkeleton } from './skeletons.tsx';
import { Workspace } from './workspace.tsx';

/** The whole desk: the door, and the room behind it. */
export const Desk = ({ kit }: { kit: DeskKit }) => {
  const { session, retry, end, leave } = useSession(kit.client);
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
    case 'in':
      return (
        <Workspace
          kit={{ ...kit, groups: session.groups, person: session.id }}
          name={session.name}
          onSignedOut={end}
          onLeave={leave}
        />
      );
  }
};
