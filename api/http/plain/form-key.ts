import { equalInTime, randomId } from '../../secrets.ts';
import type { AppDeps } from '../env.ts';

/** A person needs longer to write; a form older than a day may be somebody's saved copy. */
const leastMs = 2_000;
const mostMs = 24 * 3_600_000;

type KeyDeps = Pick<AppDeps, 'secrets' | 'now' | 'random'>;

/** A hidden field: a one-time key and the time the form was made, signed so that neither can be made up. */
export async function makeFormKey({ secrets, now, random }: KeyDeps): Promise<string> {
  const signed = `${now().toString(36)}.${randomId(random)}`;
  return `${signed}.${await secrets.signForm(signed)}`;
}

/** `id` is the Idempotency-Key of what the form sends: the same form sent twice is one request. */
export type FormKey = { kind: 'good'; id: string } | { kind: 'early' } | { kind: 'late' } | { kind: 'foreign' };

export async function readFormKey({ secrets, now }: KeyDeps, text: string): Promise<FormKey> {
  const [made = '', id = '', signature = ''] = text.split('.');
  if (!equalInTime(await secrets.signForm(`${made}.${id}`), signature)) return { kind: 'foreign' };
  const age = now() - Number.parseInt(made, 36);
  if (age < leastMs) return { kind: 'early' };
  return age > mostMs ? { kind: 'late' } : { kind: 'good', id: `form-${id}` };
}
