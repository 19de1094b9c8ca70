import * as z from 'zod/mini';
import { shownChecklist } from './checklist.ts';
import { locale } from './name.ts';
import { settings } from './settings.ts';

const file = z.string().check(z.regex(/^tz\/[\w.-]+$/));

/** `tierzero.json`: the one file that changes under its name. Everything it names is immutable by hash. */
export const manifest = z.object({
  format: z.literal(1),
  /** Differs when anything differs. */
  build: z.string(),
  settings: z.pick(settings, { name: true, locales: true, firstReplyHours: true, topics: true }),
  /** Address of the application that guides lead through, where the settings name it. */
  app: z.optional(z.string()),
  content: z.record(
    locale,
    z.object({
      /** Search index: records, dictionary, postings. */
      index: file,
      /** Every compiled document of the locale in one file: passages while typing, reading offline. */
      library: file,
      /** Bytes of the library, raw: a large one is not fetched ahead. */
      libraryBytes: z.int(),
      /** In their order; absent where there are none. */
      checklists: z.optional(z.array(shownChecklist)),
    }),
  ),
  /** Sealed `publicRouting`: where a message would go. */
  routing: file,
  widget: z.object({ shell: file, resume: file, pageSearch: file }),
});
export type Manifest = z.infer<typeof manifest>;
/** What the compile step knows of it, before the widget is built. */
export const contentManifest = z.omit(manifest, { widget: true });
export type ContentManifest = z.infer<typeof contentManifest>;
