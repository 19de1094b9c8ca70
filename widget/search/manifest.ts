import type { Manifest } from '../../content/schema/manifest.ts';

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isFile = (value: unknown): boolean => isText(value) && /^tz\/[\w.-]+$/.test(value);
const all = (value: unknown, check: (entry: unknown) => boolean): boolean =>
  isFields(value) && Object.values(value).every(check);

const isLocaleContent = (value: unknown): boolean =>
  isFields(value) && isFile(value['index']) && isFile(value['library']) && Number.isInteger(value['libraryBytes']);
const isTopic = (value: unknown): boolean => isFields(value) && isText(value['id']) && all(value['title'], isText);
const isSettings = (value: unknown): boolean =>
  isFields(value) &&
  isText(value['name']) &&
  all(value['locales'], isText) &&
  Number.isFinite(value['firstReplyHours']) &&
  all(value['topics'], isTopic);

/**
 * Whether it is a `tierzero.json` this build can read: content/schema/manifest.ts by hand, because zod is not on the
 * way to search.
 */
export const isManifest = (value: unknown): value is Manifest =>
  isFields(value) &&
  value['format'] === 1 &&
  isText(value['build']) &&
  isSettings(value['settings']) &&
  isFields(value['content']) &&
  Object.keys(value['content']).length > 0 &&
  all(value['content'], isLocaleContent) &&
  isFields(value['widget']) &&
  ['shell', 'resume', 'pageSearch'].every((name) => isFile(Object(value['widget'])[name]));
