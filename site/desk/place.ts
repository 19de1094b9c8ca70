import { type Status, status as statusContract } from '../../api/contract/ticket.ts';

/** Where the agent is, all of it in the address: a reload or a colleague's link leads to the same place. */
export interface Place {
  ticket?: string | undefined;
  status?: Status | undefined;
}

/** From the address's query. */
export const readPlace = (query: string): Place => {
  const values = new URLSearchParams(query);
  return {
    ticket: values.get('ticket') || undefined,
    status: statusContract.safeParse(values.get('status')).data,
  };
};

/** Query of a place, `?` included; empty for the start. */
export const placeQuery = ({ ticket, status }: Place): string => {
  const query = new URLSearchParams({ ...(status && { status }), ...(ticket && { ticket }) }).toString();
  return query && `?${query}`;
};
