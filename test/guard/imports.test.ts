import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const refused: [string, string][] = [
  ['content/schema/a.ts', '../search/engine.ts'],
  ['content/search/b.ts', '../compile/parse.ts'],
  ['content/compile/c.ts', '../../api/contract/ticket.ts'],
  ['content/compile/t.ts', '../../api/store/store.ts'],
  ['content/check/walkthrough/u.ts', '../../../widget/shell/shell.ts'],
  ['content/check/walkthrough/v.ts', '../../search/engine.ts'],
  ['api/contract/d.ts', '../store/store.ts'],
  ['api/http/e.ts', '../store/sqlite.ts'],
  ['api/http/f.ts', '../../widget/ui/kit.ts'],
  ['api/runtime/route/s.ts', '../../../content/compile/compile.ts'],
  ['widget/search/g.tsx', '../article/view.tsx'],
  ['widget/search/h.tsx', '../../api/http/app.ts'],
  ['widget/escalation/i.tsx', '../context/card.tsx'],
  ['widget/client/j.ts', '../shell/shell.ts'],
  ['widget/loader/k.ts', 'preact'],
  ['site/desk/l.tsx', '../../api/store/store.ts'],
];
const allowed: [string, string][] = [
  ['content/compile/check/routing/s.ts', '../../../../api/routing/matches.ts'],
  ['content/check/walkthrough/w.ts', '../../../widget/walkthrough/anchor/find.ts'],
  ['content/check/walkthrough/x.ts', '../../compile/read.ts'],
  ['content/search/m.ts', '../schema/search-record.ts'],
  ['api/contract/n.ts', '../../content/schema/name.ts'],
  ['api/compose.ts', './store/sqlite.ts'],
  ['api/runtime/route/main.ts', '../../../content/compile/command-line.ts'],
  ['widget/search/o.tsx', '../../content/search/engine.ts'],
  ['widget/escalation/p.tsx', '../../api/contract/ticket.ts'],
  ['widget/escalation/r.tsx', '../../api/routing/decide.ts'],
  ['widget/escalation/q.tsx', '../ui/button.tsx'],
  ['site/desk/r.tsx', '../../api/contract/desk.ts'],
  ['site/desk/t.tsx', '../../api/routing/decide.ts'],
];

/** The project's lint configuration over files that break the import table, away from the project. */
describe('the import table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-imports-'));
  let found = '';
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    cpSync('biome.json', join(folder, 'biome.json'));
    for (const [file, specifier] of [...refused, ...allowed]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), `import { x } from '${specifier}';\n\nexport const y = x;\n`);
    }
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    const options = ['--vcs-enabled=false', '--max-diagnostics=none', '--only=style/noRestrictedImports'];
    const run = spawnSync(process.execPath, [biome, 'lint', ...options], { cwd: folder, encoding: 'utf8' });
    found = run.stdout + run.stderr;
  });

  it.each(refused)('refuses, in %s, an import of %s', (file) => {
    expect(found).toContain(`${file}:1:`);
  });
  it.each(allowed)('allows, in %s, an import of %s', (file) => {
    expect(found).not.toContain(file);
  });
});
