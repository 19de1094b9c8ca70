import type * as z from 'zod/mini';
import { businessCalendars } from '../../schema/business-calendar.ts';
import { groups } from '../../schema/group.ts';
import type { Routing } from '../../schema/routing.ts';
import { routingRules } from '../../schema/routing-rule.ts';
import { slaPolicies } from '../../schema/sla-policy.ts';
import type { CompileError, Report } from '../compile-error.ts';
import { routingFiles } from '../source.ts';
import { fieldOf, validate } from '../validate.ts';
import { readYaml, type Yaml } from '../yaml.ts';

/** A place in the routing table: its list, the number of the entry, and the keys inside. */
export type RoutingPath = readonly [list: keyof Routing, ...PropertyKey[]];

/** The four files of `content/routing/`, each by itself; nothing has been compared yet. */
export interface ParsedRouting {
  routing: Routing;
  /** Where an author finds it. */
  at(path: RoutingPath): Pick<CompileError, 'file' | 'line' | 'field'>;
}

const fileOf: Record<keyof Routing, string> = {
  groups: 'routing/groups.yaml',
  rules: 'routing/rules.yaml',
  priorities: 'routing/rules.yaml',
  policies: 'routing/sla-policies.yaml',
  calendars: 'routing/business-hours.yaml',
};

/** Reads `routing/`, by path. Nothing at all when there is no such file: then the default holds. */
export function parseRouting(files: ReadonlyMap<string, string>): { parsed?: ParsedRouting; errors: CompileError[] } {
  const errors: CompileError[] = [];
  if (files.size === 0) return { errors };
  const yamls = new Map<string, Yaml>();
  const read = <T extends z.core.$ZodShape, C extends z.core.$ZodObjectConfig>(
    file: string,
    schema: z.ZodMiniObject<T, C>,
  ) => {
    const report: Report = (error) => errors.push({ file, ...error });
    const text = files.get(file);
    if (text === undefined) {
      const hint = `the files of routing/ belong together: ${routingFiles.join(', ')}`;
      report({
        line: 1,
        field: 'file',
        found: 'no such file',
        expected: Object.keys(schema.shape).join(' and '),
        hint,
      });
      return undefined;
    }
    const yaml = readYaml(text, 1, report);
    if (yaml) yamls.set(file, yaml);
    return yaml && validate(schema, yaml, report);
  };
  const people = read(fileOf.groups, groups);
  const ruled = read(fileOf.rules, routingRules);
  const promised = read(fileOf.policies, slaPolicies);
  const hours = read(fileOf.calendars, businessCalendars);
  if (!people || !ruled || !promised || !hours) return { errors };

  const at: ParsedRouting['at'] = (path) => {
    const file = fileOf[path[0]];
    return { file, line: yamls.get(file)?.lineOf(path) ?? 1, field: fieldOf(path) };
  };
  const sourceOf = (path: RoutingPath): string => `${at(path).file}:${at(path).line}`;
  const routing = {
    ...people,
    rules: ruled.rules.map((rule, place) => ({ ...rule, source: sourceOf(['rules', place]) })),
    priorities: ruled.priorities.map((rule, place) => ({ ...rule, source: sourceOf(['priorities', place]) })),
    ...promised,
    ...hours,
  };
  return { parsed: { routing, at }, errors };
}
