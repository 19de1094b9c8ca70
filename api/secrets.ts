const encoder = new TextEncoder();

/** Random bytes from the platform; handed in, so that tests can fix them. */
export type Random = (length: number) => Uint8Array<ArrayBuffer>;

/** Base64 for URLs and headers, without padding (RFC 4648, section 5). */
const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 256 random bits as 43 characters. */
export const randomToken = (random: Random): string => base64url(random(32));
/** 128 random bits as 22 characters: unique, never a permission. */
export const randomId = (random: Random): string => base64url(random(16));

/** What is kept in place of a token. Tokens have 256 random bits, so no salt is needed, and lookups are by hash. */
export const hashOf = async (text: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))));

/** Everything derived from the server's secret. Each purpose is part of what is signed: none can stand for another. */
export interface Secrets {
  /** Opens the thread of a ticket. Derived, so that a replay can answer it again while only its hash is kept. */
  capability(ticketId: string): Promise<string>;
  signForm(text: string): Promise<string>;
  /** Stands for a network in the rate counters of a day; the next day it is another one. */
  networkKey(network: string, day: number): Promise<string>;
}

/** `secret`: at least 32 characters. Another secret makes capabilities that were not yet delivered differ. */
export function createSecrets(secret: string): Secrets {
  const key = crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const mac = async (purpose: string, text: string) =>
    base64url(new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(`${purpose}\n${text}`))));
  return {
    capability: (ticketId) => mac('capability', ticketId),
    signForm: (text) => mac('form', text),
    networkKey: async (network, day) => (await mac('network', `${day} ${network}`)).slice(0, 22),
  };
}

/** Compares without telling by time how much was right. */
export function equalInTime(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index += 1) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}
