export type Theme = 'auto' | 'light' | 'dark';
export const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

const dark = () => matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, and the host's accent with what reads on it and beside it. */
export const createLook = (host: HTMLElement, root: ShadowRoot, accent: string | undefined) => {
  let theme: Theme = 'auto';
  const paint = () => {
    const name = theme === 'auto' ? (dark().matches ? 'dark' : 'light') : theme;
    host.dataset['theme'] = name;
    // Few pages bring a colour of their own: what reads on it is computed by code that comes for it.
    if (accent) void import('./accent.ts').then(({ paintAccent }) => paintAccent(host, root, accent)).catch(() => {});
  };
  return {
    set(next: Theme) {
      theme = next;
      paint();
    },
    /** Follows the system until `signal`. */
    follow(signal: AbortSignal) {
      dark().addEventListener('change', paint, { signal });
    },
  };
};
