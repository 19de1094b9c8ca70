import type { PublicRouting, Routing } from '../../schema/routing.ts';
import { seal } from '../../search/envelope.ts';
import { fileName } from '../file-name.ts';
import { jsonBytes } from '../json-bytes.ts';

/**
 * The table as the widget reads it, and the name of its file. Where its authors find a rule, and what a group may not see, is
 * nobody else's business.
 */
export function routingOutput(routing: Routing): [file: string, bytes: Uint8Array] {
  const shown: PublicRouting = {
    ...routing,
    groups: routing.groups.map(({ withholds: _, ...group }) => group),
    rules: routing.rules.map(({ source: _, ...rule }) => rule),
    priorities: routing.priorities.map(({ source: _, ...rule }) => rule),
  };
  const bytes = seal('T', jsonBytes(JSON.stringify(shown)));
  return [fileName('routing', 'txt', bytes), bytes];
}
