export type Theme = 'auto' | 'light' | 'dark';
export const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

/** Light, dark or what the system says (tokens.css), with the host's accent in it. */
export const createLook = (host: HTMLElement, accent: string | undefined, signal: AbortSignal) => ({
  set(theme: Theme) {
    host.dataset['theme'] = theme;
    // Few pages bring a colour of their own: what reads on it is computed by code that comes for it.
    if (accent) import('./accent.ts').then(({ keepAccent }) => keepAccent(host, accent, signal), console.warn);
  },
});
