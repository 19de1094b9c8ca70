import * as z from 'zod/mini';
import { locale } from './name.ts';

/** Text by locale, at most `longest` characters; the default locale's is required and used where another is missing. */
export const translated = (longest: number) =>
  z.record(locale, z.string().check(z.trim(), z.minLength(1), z.maxLength(longest)));
