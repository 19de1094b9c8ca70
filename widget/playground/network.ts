/** What happens to requests in a scene. */
export type Network = 'good' | 'slow' | 'away' | 'damaged' | 'no-articles';

const isContent = (url: string): boolean => /\/tz\/|tierzero\.json/.test(url);

/** The manifest as the site's build would write it, from what the compile step wrote. */
const withWidget = async (answer: Response): Promise<Response> =>
  Response.json({
    ...(await answer.json()),
    widget: { shell: 'tz/shell.js', resume: 'tz/resume.js', pageSearch: 'tz/page-search.js' },
  });

const damage = async (answer: Response): Promise<Response> => {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  bytes[20] = (bytes[20] ?? 0) ^ 255;
  return new Response(bytes);
};

/** Puts a network of this kind between the widget and the server. */
export const pretend = (network: Network): void => {
  const real = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!isContent(url)) return url.includes('/api/') ? new Response(null, { status: 204 }) : real(input, init);
    if (network === 'away') throw new TypeError('the network is away');
    if (network === 'slow') return new Promise(() => {});
    if (url.endsWith('tierzero.json'))
      return withWidget(await real(url.replace('tierzero.json', 'manifest.json'), init));
    if (network === 'no-articles' && /\/(?:doc-|\w+-library)/.test(url)) throw new TypeError('the network is away');
    const answer = await real(input, init);
    return network === 'damaged' && url.includes('-search-') ? damage(answer) : answer;
  };
};
