import * as z from 'zod/mini';
import { manifest } from '../../content/schema/manifest.ts';
import { type Settings, settings } from '../../content/schema/settings.ts';

/** What the company decided, as the compile step left it. */
export const company: Settings = settings.parse(JSON.parse(import.meta.env.TIERZERO_SETTINGS));

/** Entry chunks of the widget, paths below the base. */
export const chunks = manifest.shape.widget.parse(JSON.parse(import.meta.env.TIERZERO_CHUNKS));

/** The locale without a prefix in addresses. */
export const firstLocale = z.string().parse(company.locales[0]);
