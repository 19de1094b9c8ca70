import * as z from 'zod/mini';
import { locale, slug } from './name.ts';
import { translated } from './translated.ts';

/** `content/settings.yaml`: what a company decides about its help center. */
export const settings = z.strictObject({
  /** Name in headers and titles. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  /** Locales that have a folder or a catalogue, the default one first. */
  locales: z.array(locale).check(z.minLength(1)),
  /** Where "edit this page" leads; `{path}` is the file's path below `content/`. Default no link. */
  editUrl: z.optional(
    z.string().check(z.regex(/^https:\/\/\S+\{path\}\S*$/, 'expected an https address with {path} in it')),
  ),
  /** Hours until a person has replied for the first time, around the clock; `routing/` replaces them where it is. */
  firstReplyHours: z.number().check(z.minimum(0.25), z.maximum(720)),
  /** What a request can be about. */
  topics: z.array(z.strictObject({ id: slug, title: translated(80) })).check(z.minLength(1), z.maxLength(12)),
  walkthroughs: z.optional(
    z.strictObject({
      /** Origin of the application that the guides lead through; paths are in their `start`. Default `/`: that of the help center. */
      app: z.optional(
        z
          .string()
          .check(
            z.regex(
              /^(?:https?:\/\/[^\s/?#\\]+\/?|\/)$/,
              'expected the address of the application without a path, such as https://app.example.com; each walkthrough says its path in "start"',
            ),
          ),
      ),
      /** Days that the result of a check counts. Default 60. */
      expiresDays: z.optional(z.int().check(z.minimum(1), z.maximum(366))),
    }),
  ),
});
export type Settings = z.infer<typeof settings>;

/** What holds for walkthroughs, also where nobody has decided it. */
export const walkthroughSettings = ({ walkthroughs }: Pick<Settings, 'walkthroughs'>) => ({
  app: walkthroughs?.app ?? '/',
  expiresDays: walkthroughs?.expiresDays ?? 60,
});
