const opening = /^(\s*)(:{3,})\s*([a-z][\w-]*)\s+([^[{\s].*)$/i;
const spaced = /^(\s*)(:{3,})\s+([a-z][\w-]*)\s*$/i;
const fence = /^\s*(`{3,}|~{3,})/;

/** Other dialects write `:::note Title` and `::: note`: both in the one form that is parsed, outside of code. */
export function sameDirectives(markdown: string): string {
  if (!markdown.includes(':::')) return markdown;
  let open = '';
  const rewrite = (line: string): string => {
    const [, marks = ''] = fence.exec(line) ?? [];
    if (marks) open = open ? (marks.startsWith(open) ? '' : open) : marks;
    if (open || marks) return line;
    return line.replace(spaced, '$1$2$3').replace(opening, (_, indent, colons, name, title) => {
      return `${indent}${colons}${name}[${title.replace(/[[\]]/g, '').trim()}]`;
    });
  };
  return markdown.split('\n').map(rewrite).join('\n');
}
