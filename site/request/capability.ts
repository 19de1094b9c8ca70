/** 256 bits, base64url: what opens a request. */
const whole = /^[\w-]{43}$/;

/** From the fragment of the address. A fragment is never sent to a server, nor in a referrer. */
export const capabilityOfHash = (hash: string): string | undefined => {
  const text = hash.slice(1);
  return whole.test(text) ? text : undefined;
};

/** From a link, or the part of one, that somebody kept and pasted. */
export const capabilityOfLink = (text: string): string | undefined => {
  const end = text.trim().split('#').at(-1) ?? '';
  return whole.test(end) ? end : undefined;
};
