import type { Manifest } from '../../content/schema/manifest.ts';
import type { Routing } from '../../content/schema/routing.ts';
import type { Random, Secrets } from '../secrets.ts';
import type { Store } from '../store/store.ts';

/** What the ticket commands work with. Clock and randomness are handed in. */
export interface TicketDeps {
  store: Store;
  settings: Manifest['settings'];
  routing: Routing;
  secrets: Secrets;
  now: () => number;
  random: Random;
  /** One line about what failed. */
  log: (line: string) => void;
}
