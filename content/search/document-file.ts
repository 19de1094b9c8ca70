import { crc32 } from './envelope.ts';

/** Of the hash of its content in a document's name; with that of its id they are 56 bits. */
export const contentDigits = 6;

/** Beginning of the name of a document's file, from its id: a block of records has the hash of the content alone. */
export const documentName = (id: string): string => `doc-${crc32(new TextEncoder().encode(id), 0, 0).toString(36)}`;

/** The whole name, as the compile step writes it. */
export const documentFile = (id: string, hash: string): string => `tz/${documentName(id)}-${hash}.txt`;

/** The hash in such a name. */
export const contentHash = (file: string): string => file.slice(-contentDigits - '.txt'.length, -'.txt'.length);
