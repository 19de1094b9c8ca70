import type { Manifest } from '../../content/schema/manifest.ts';

const isText = (value: unknown): boolean => typeof value === 'string';
const isFile = (value: unknown): boolean => typeof value === 'string' && /^tz\/[\w.-]+$/.test(value);
const entriesOf = (value: unknown): unknown[] => Object.values(Object(value));

/**
 * Whether it is a `tierzero.json` this build can read. What the way to search stands on, checked by hand: zod is not on
 * that way.
 */
export const isManifest = (value: unknown): value is Manifest => {
  const { format, settings, content, widget } = Object(value);
  const { name, locales, topics, firstReplyHours } = Object(settings);
  const locale = (files: unknown) => isFile(Object(files).index) && isFile(Object(files).library);
  return (
    format === 1 &&
    isText(name) &&
    Array.isArray(locales) &&
    locales.every(isText) &&
    Array.isArray(topics) &&
    topics.every((topic) => isText(Object(topic).id) && entriesOf(Object(topic).title).every(isText)) &&
    Number.isFinite(firstReplyHours) &&
    entriesOf(content).length > 0 &&
    entriesOf(content).every(locale) &&
    entriesOf(widget).every(isFile)
  );
};
