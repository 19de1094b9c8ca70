export interface HeaderRule {
  pattern: RegExp;
  headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file (Netlify, Cloudflare Pages): a path, then its headers, indented. `*` stands for anything. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: RegExp; headers: [string, string][] }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: patternOf(line.trim()), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (!rule || !name || !value)
      throw new Error(`_headers:${index + 1}: expected a path, or an indented "Name: value".`);
    rule.headers.push([name, value]);
  }
  return rules;
}

/** Gives an answer the headers of every rule that matches, in order. What several rules set is joined, a type replaced. */
export function applyHeaders(headers: Headers, rules: readonly HeaderRule[], path: string): void {
  const set = new Set<string>();
  for (const rule of rules) {
    if (!rule.pattern.test(path)) continue;
    for (const [name, value] of rule.headers) {
      const key = name.toLowerCase();
      if (set.has(key) && key !== 'content-type') headers.append(name, value);
      else headers.set(name, value);
      set.add(key);
    }
  }
}

function patternOf(path: string): RegExp {
  const source = path
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/:[a-z]\w*/gi, '[^/]+'))
    .join('.*');
  return new RegExp(`^${source}$`);
}
