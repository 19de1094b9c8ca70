/**
 * Characters that turn what follows or take no room: embeddings, overrides, isolates, marks, zero-width spaces. Joiners stay:
 * Persian words and emoji are written with them.
 */
const deceptive = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/**
 * SECURITY: a name or address that an agent reads and acts on. `ada@\u202emoc.live` would be shown as another address, so
 * what deceives is made visible.
 */
export const plain = (text: string): string => text.replace(deceptive, '\ufffd');
