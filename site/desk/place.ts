import { queue as queueContract } from '../../api/contract/desk.ts';
import { type Status, status as statusContract } from '../../api/contract/ticket.ts';

/** Where the agent is, all of it in the address: a reload or a colleague's link leads to the same place. */
export interface Place {
  ticket?: string | undefined;
  status?: Status | undefined;
  /** Requests of a tier or of a group alone. */
  queue?: string | undefined;
  /** Instead of the requests, which stay as they are behind it. */
  view?: View | undefined;
}

const views = ['what-if', 'issues'] as const;
type View = (typeof views)[number];

/** From the address's query. */
export const readPlace = (query: string): Place => {
  const values = new URLSearchParams(query);
  return {
    ticket: values.get('ticket') || undefined,
    status: statusContract.safeParse(values.get('status')).data,
    queue: queueContract.safeParse(values.get('queue')).data,
    view: views.find((view) => view === values.get('view')),
  };
};

/** Query of a place, `?` included; empty for the start. */
export const placeQuery = ({ ticket, status, queue, view }: Place): string => {
  const query = new URLSearchParams({
    ...(status && { status }),
    ...(queue && { queue }),
    ...(ticket && { ticket }),
    ...(view && { view }),
  }).toString();
  return query && `?${query}`;
};
