import type { AppContext } from './env.ts';

/**
 * The network a request comes from: an IPv4 address, or the first 64 bits of an IPv6 one, which is what one household or
 * office has. X-Forwarded-For counts only as far as proxies are trusted: the last entries are theirs, the rest is anyone's.
 */
export function networkOf(c: AppContext): string {
  const { proxies } = c.var.deps.config;
  const forwarded = c.req.header('x-forwarded-for')?.split(',') ?? [];
  const address = (proxies > 0 ? forwarded.at(-proxies) : undefined) ?? c.env?.address ?? '';
  return networkOfAddress(address.trim());
}

export function networkOfAddress(address: string): string {
  const bare = address.replace(/^\[|\](?::\d+)?$/g, '').replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  if (mapped?.[1]) return mapped[1];
  // Some proxies name the port as well; a client would count anew with each connection.
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(bare);
  if (withPort?.[1]) return withPort[1];
  if (!bare.includes(':')) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::', 2);
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(gap).fill('0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
