/** One wrong variable of the environment. Values of secrets are never repeated. */
export interface ConfigError {
  name: string;
  found: string;
  expected: string;
  hint: string;
}

/** A web page's origin that may use the API: exact, or every subdomain of `suffix`. */
export type OriginRule =
  | { kind: 'any' }
  | { kind: 'exact'; origin: string }
  | { kind: 'subdomains'; scheme: string; suffix: string }
  | { kind: 'localhost' };

export interface Config {
  port: number;
  host: string;
  /** Folder the help center is served from: `/`, or `/help/` with slashes on both sides. */
  base: string;
  /** Public origin, when it is not the one requests name (behind a proxy). */
  siteUrl: string | undefined;
  /** Origins of pages that may carry the widget, besides our own. */
  origins: readonly OriginRule[];
  /** At least 32 characters; without one the runtime keeps its own beside the database. */
  secret: string | undefined;
  /** How many proxies in front add to X-Forwarded-For and set X-Forwarded-Proto. 0: both are ignored. */
  proxies: number;
  /** New requests that one network may send in ten minutes; other limits are multiples. 0: no limit. */
  rateLimit: number;
  /** Shown to requesters as the name of who answers. */
  agent: string | undefined;
  /** What a timer shows to call the tick route: at least 32 characters. Without it there is no such route. */
  tickToken: string | undefined;
  /** Folder of database and secret. */
  dataDir: string;
  /** Folder that the build wrote. */
  publicDir: string;
  /** Folder that the build wrote for the desk, outside of the public one. Default `team` beside that. */
  teamDir: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;
type Parsed<T> = { ok: true; value: T } | { ok: false; expected: string; hint: string; secret?: boolean };
export type ConfigResult = { ok: true; config: Config } | { ok: false; errors: ConfigError[] };

/** Reads the environment. All errors come at once, each with what was found, what was expected and a hint. */
export function readConfig(env: Env): ConfigResult {
  const errors: ConfigError[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => Parsed<T>): T => {
    const text = env[name]?.trim();
    if (!text) return fallback;
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    const { expected, hint } = parsed;
    errors.push({ name, found: parsed.secret ? `${text.length} characters` : JSON.stringify(text), expected, hint });
    return fallback;
  };
  const config: Config = {
    port: read('PORT', 4321, integer(0, 65_535, 'Ports go up to 65535; 0 takes any free one.')),
    host: read('HOST', 'localhost', word),
    base: read('BASE', '/', basePath),
    siteUrl: read<string | undefined>('SITE_URL', undefined, origin),
    origins: read('TIERZERO_ORIGINS', [{ kind: 'localhost' }], originRules),
    secret: read<string | undefined>('TIERZERO_SECRET', undefined, secret),
    proxies: read('TIERZERO_PROXIES', 0, integer(0, 10, 'Count the proxies between the internet and this process.')),
    rateLimit: read('TIERZERO_RATE_LIMIT', 60, integer(0, 1_000_000, 'Requests one network may send in ten minutes.')),
    agent: read<string | undefined>('TIERZERO_AGENT', undefined, word),
    tickToken: read<string | undefined>('TIERZERO_TICK', undefined, secret),
    dataDir: read('TIERZERO_DATA', 'data', word),
    publicDir: read('TIERZERO_PUBLIC', 'dist/public', word),
    teamDir: read<string | undefined>('TIERZERO_TEAM', undefined, word),
  };
  return errors.length === 0 ? { ok: true, config } : { ok: false, errors };
}

/** A ConfigError as lines for a terminal. */
export const describeConfigError = ({ name, found, expected, hint }: ConfigError): string =>
  `${name}: found ${found}, expected ${expected}. ${hint}`;

const ok = <T>(value: T): Parsed<T> => ({ ok: true, value });
const word = (text: string): Parsed<string> => ok(text);

const integer =
  (least: number, most: number, hint: string) =>
  (text: string): Parsed<number> => {
    const value = Number(text);
    const fits = /^\d+$/.test(text) && value >= least && value <= most;
    return fits ? ok(value) : { ok: false, expected: `a whole number from ${least} to ${most}`, hint };
  };

function basePath(text: string): Parsed<string> {
  const inner = text.replace(/^\/+|\/+$/g, '');
  if (/^(?:[\w-]+(?:\/[\w-]+)*)?$/.test(inner)) return ok(inner ? `/${inner}/` : '/');
  return { ok: false, expected: 'a path such as /help', hint: 'Use letters, digits, hyphens and slashes.' };
}

function origin(text: string): Parsed<string> {
  const value = originOf(text);
  if (value) return ok(value);
  return { ok: false, expected: 'an origin such as https://help.example.com', hint: 'The path belongs into BASE.' };
}

function secret(text: string): Parsed<string> {
  if (text.length >= 32) return ok(text);
  const hint = 'Make one with: openssl rand -base64 32';
  return { ok: false, expected: 'at least 32 characters', hint, secret: true };
}

function originRules(text: string): Parsed<OriginRule[]> {
  const rules = text.split(/[\s,]+/).map(originRule);
  const good = rules.filter((rule) => rule !== undefined);
  if (good.length === rules.length) return ok(good);
  return {
    ok: false,
    expected: 'origins separated by commas, such as https://app.example.com, https://*.example.com, localhost or *',
    hint: 'Give the address of the pages that carry the widget, without a path.',
  };
}

function originRule(text: string): OriginRule | undefined {
  if (text === '*') return { kind: 'any' };
  if (text === 'localhost') return { kind: 'localhost' };
  const wild = /^(https?:)\/\/\*\.([a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?)$/.exec(text);
  if (wild?.[1] && wild[2]) return { kind: 'subdomains', scheme: wild[1], suffix: `.${wild[2]}` };
  const exact = originOf(text);
  return exact ? { kind: 'exact', origin: exact } : undefined;
}

function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return bare && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
