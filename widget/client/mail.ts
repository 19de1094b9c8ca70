import type { Api } from './api.ts';
import { acrossTabs } from './exclusive.ts';
import { type FollowUp, startFollowUp } from './follow-up.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createRequests, type Requests } from './requests.ts';
import type { DeviceStorage } from './storage.ts';

/** Messages that leave, requests that are known, and what keeps both going. */
export interface Mail {
  outbox: Outbox;
  requests: Requests;
  followUp: FollowUp;
}

export const startMail = ({ api, storage, now }: { api: Api; storage: DeviceStorage; now: () => number }): Mail => {
  const outbox = createOutbox({ api, storage, now, random: Math.random, exclusive: acrossTabs('tierzero-outbox') });
  const requests = createRequests({ api, storage, now });
  return { outbox, requests, followUp: startFollowUp({ outbox, requests, now, random: Math.random }) };
};
