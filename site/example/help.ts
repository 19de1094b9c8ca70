import type { Tierzero } from '../../widget/public-api.ts';

const isTierzero = (value: unknown): value is Tierzero => typeof value === 'function';

/**
 * Calls the widget once its script is there. The tag is `async`, so it may come before or after this page's own code; where
 * it never comes, the page works on without it.
 */
export const withHelp = (use: (tierzero: Tierzero) => void): void => {
  const found: unknown = Reflect.get(window, 'tierzero');
  if (isTierzero(found)) {
    use(found);
    return;
  }
  const tag = document.querySelector('script[src$="/tierzero.js"]');
  tag?.addEventListener('load', () => withHelp(use), { once: true });
};
