import * as z from 'zod/mini';
import { locale, slug } from './name.ts';

/** Text by locale; the default locale's is required and used where another is missing. */
const translated = z.record(locale, z.string().check(z.trim(), z.minLength(1), z.maxLength(80)));

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
  /** Hours until a person has replied for the first time, counted around the clock. */
  firstReplyHours: z.number().check(z.minimum(0.25), z.maximum(720)),
  /** What a request can be about. */
  topics: z.array(z.strictObject({ id: slug, title: translated })).check(z.minLength(1), z.maxLength(12)),
});
export type Settings = z.infer<typeof settings>;
