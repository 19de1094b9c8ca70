import type { DocumentId } from '../../content/schema/name.ts';
import type { Language } from '../i18n/language.ts';
import type { Handle } from '../loader/handle.ts';
import type { Identity } from '../public-api.ts';
import { createValue, type Value } from '../ui/value.ts';
import type { Device } from './device.ts';
import type { HostFacts, Mode } from './devices.ts';
import type { Led } from './guide.ts';
import { atHome, type History } from './history.ts';

/** Functions of the host page by event, each with its end. They end with the widget. */
export type Listeners = Map<string, Map<(detail: unknown) => void, () => void>>;

/** What stays when a deploy puts another shell in the place of this one. */
export interface Lasting {
  /** Widened for reading. */
  wide: Value<boolean>;
  history: Value<History>;
  /** Replies nobody has looked at. */
  unread: Value<number>;
  /** Requests known on this device. */
  requests: Value<number>;
  /** Documents the host suggests; `null` for those whose `pages` match. */
  suggested: Value<readonly DocumentId[] | null>;
  host: Value<HostFacts>;
  identity: Value<Identity>;
  /** Languages that were asked for, best first. */
  wanted: Value<readonly string[]>;
  /** What may be kept on the device: as the tag says, and `consent` since. */
  mode: Value<Mode>;
  listeners: Listeners;
  /** The walkthrough that leads the page: one at a time. */
  led: Value<Led | undefined>;
}

/** What the panel shows and what it was told. Each part tells on its own when it changes. */
export interface State extends Lasting {
  /** The tag, and what ends with the page's wish for the widget. */
  handle: Handle;
  open: Value<boolean>;
  language: Value<Language>;
  /** Undefined until the panel is opened for the first time. */
  device: Value<Device | undefined>;
}

/** `before` is what a shell of another build had; it may lack what that build did not know. */
export const createState = (
  handle: Handle,
  language: Language,
  wanted: readonly string[],
  mode: Mode,
  before: Partial<Lasting> = {},
): State => ({
  wide: createValue(false),
  history: createValue<History>(atHome),
  unread: createValue(0),
  requests: createValue(0),
  suggested: createValue<readonly DocumentId[] | null>(null),
  host: createValue<HostFacts>({ facts: {}, page: null }),
  identity: createValue<Identity>({}),
  wanted: createValue(wanted),
  mode: createValue(mode),
  listeners: new Map(),
  led: createValue<Led | undefined>(undefined),
  ...before,
  handle,
  open: createValue(false),
  language: createValue(language),
  device: createValue<Device | undefined>(undefined),
});

/** Readers the host says these are: `context({ audience: 'admin' })`, several with commas. */
export const audienceOf = ({ facts }: HostFacts): string[] =>
  String(facts['audience'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
