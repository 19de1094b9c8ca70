import { cursorMark, placeholders, replyFrontMatter, type SavedReply } from '../../schema/reply.ts';
import { type CompileError, quote, type Report } from '../compile-error.ts';
import { splitFrontMatter } from '../front-matter.ts';
import type { ContentFiles } from '../read.ts';
import type { ReplySource } from '../source.ts';
import { lineIn } from '../stored-document.ts';
import { validate } from '../validate.ts';

/** A message may have twice as much: the agent adds to it. */
const longest = 5_000;

/** A saved reply, read by itself. */
export interface ParsedReply {
  source: ReplySource;
  /** Absent when the front matter is wrong, which has been reported. */
  reply?: SavedReply;
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads one file of `replies/`. Its body stays as it is written: what is sent is plain text. */
export function parseReply({ source, text }: ContentFiles['replies'][number]): {
  reply: ParsedReply;
  errors: CompileError[];
} {
  const errors: CompileError[] = [];
  const report: Report = (error) => errors.push({ file: source.file, ...error });
  const { yaml, body, bodyStart } = splitFrontMatter(text, report);
  const about = yaml && validate(replyFrontMatter, yaml, report);
  const said = body.trim();
  if (bodyStart > 0 && said === '') {
    report({ line: bodyStart + 1, field: 'body', found: 'nothing', expected: 'the text of the reply' });
  }
  if (said.length > longest) {
    const found = `${said.length} characters`;
    report({ line: bodyStart + 1, field: 'body', found, expected: `at most ${longest} characters` });
  }
  refuseUnknown(body, bodyStart, report);
  const { locale, slug } = source;
  return {
    reply: {
      source,
      ...(about && { reply: { slug, locale, title: about.title, topics: about.topics, text: said } }),
      lineOf: lineIn(yaml?.lines() ?? {}),
    },
    errors,
  };
}

/** What stands in braces is filled in, so that a word nobody fills would be sent as it is. */
function refuseUnknown(body: string, bodyStart: number, report: Report): void {
  const known: readonly string[] = [...placeholders, cursorMark.slice(1, -1)];
  for (const [index, line] of body.split('\n').entries()) {
    for (const [found, name = ''] of line.matchAll(/\{\s*([\p{L}\p{N}_.-]*)\s*\}/gu)) {
      if (known.includes(name) && found === `{${name}}`) continue;
      const expected = `one of ${known.map((one) => `{${one}}`).join(', ')}`;
      report({ line: bodyStart + index + 1, field: 'body', found: `placeholder ${quote(found)}`, expected });
    }
  }
  const marks = body.split(cursorMark).length - 1;
  if (marks > 1)
    report({
      line: bodyStart + 1,
      field: 'body',
      found: `${marks} times ${cursorMark}`,
      expected: 'it once: there is one cursor',
    });
}
