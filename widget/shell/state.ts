import type { DocumentId } from '../../content/schema/name.ts';
import type { Language } from '../i18n/language.ts';
import type { Identity } from '../public-api.ts';
import { createValue, type Value } from '../ui/value.ts';
import type { Device } from './device.ts';
import type { HostFacts } from './devices.ts';
import { atHome, type History } from './history.ts';

/** What the panel shows and what it was told. Each part tells on its own when it changes. */
export interface State {
  open: Value<boolean>;
  /** Widened for reading. */
  wide: Value<boolean>;
  history: Value<History>;
  language: Value<Language>;
  /** Undefined until the panel is opened for the first time. */
  device: Value<Device | undefined>;
  /** Replies nobody has looked at. */
  unread: Value<number>;
  /** Requests known on this device. */
  requests: Value<number>;
  /** Documents the host suggests; `null` for those whose `pages` match. */
  suggested: Value<readonly DocumentId[] | null>;
  host: Value<HostFacts>;
  identity: Value<Identity>;
}

export const createState = (language: Language): State => ({
  open: createValue(false),
  wide: createValue(false),
  history: createValue<History>(atHome),
  language: createValue(language),
  device: createValue<Device | undefined>(undefined),
  unread: createValue(0),
  requests: createValue(0),
  suggested: createValue<readonly DocumentId[] | null>(null),
  host: createValue<HostFacts>({ facts: {}, page: null }),
  identity: createValue<Identity>({}),
});

/** Readers the host says these are: `context({ audience: 'admin' })`, several with commas. */
export const audienceOf = ({ facts }: HostFacts): string[] =>
  String(facts['audience'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
