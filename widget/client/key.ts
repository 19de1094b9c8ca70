/**
 * An Idempotency-Key: 128 random bits in hex, the time first, so that keys sort by it. `getRandomValues` is there on
 * plain http, where `randomUUID` is not.
 */
export const createKey = (now: number): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${now.toString(36).padStart(9, '0')}-${random}`;
};
