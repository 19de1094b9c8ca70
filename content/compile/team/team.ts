import type { CompileError } from '../compile-error.ts';
import type { ContentFiles } from '../read.ts';
import { type ParsedInternal, parseInternal } from './internal.ts';
import { type ParsedReply, parseReply } from './reply.ts';

/** Everything that is for agents alone, each file by itself. */
export interface ParsedTeam {
  internal: ParsedInternal[];
  replies: ParsedReply[];
}

/** What a help center without such files has. */
export const noTeam: ParsedTeam = { internal: [], replies: [] };

/** Reads the files of `internal/` and `replies/`. They are few, so none is kept from run to run. */
export function parseTeam(files: Pick<ContentFiles, 'internal' | 'replies'>): {
  team: ParsedTeam;
  errors: CompileError[];
} {
  const internal = files.internal.map(parseInternal);
  const replies = files.replies.map(parseReply);
  return {
    team: { internal: internal.map(({ document }) => document), replies: replies.map(({ reply }) => reply) },
    errors: [...internal, ...replies].flatMap(({ errors }) => errors),
  };
}
