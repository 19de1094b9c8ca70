interface ImportMetaEnv {
  /** `content/settings.yaml` as checked JSON text. */
  readonly TIERZERO_SETTINGS: string;
  /** Names of the widget's entry chunks, JSON text. */
  readonly TIERZERO_CHUNKS: string;
}

interface Window {
  /** There once the loader has run. */
  tierzero?: import('../../widget/public-api.ts').Tierzero;
  /** Absent where the browser does not know trusted types. */
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(url: string): string },
    ): { createScriptURL(url: string): ConstructorParameters<typeof import('workbox-window').Workbox>[0] };
  };
}
