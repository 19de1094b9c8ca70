import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { errorAt } from './table.ts';

/** Own people see everything: what is withheld from a group that is no partner would be withheld from nobody. */
export const checkWithheld = (parsed: ParsedRouting): CompileError[] =>
  parsed.routing.groups.flatMap(({ partner, withholds }, place) =>
    partner || withholds === undefined
      ? []
      : [
          errorAt(parsed, ['groups', place, 'withholds'], {
            found: 'withholds, of a group that is no partner',
            expected: 'partner: true beside it',
            hint: 'own people see everything of a request',
          }),
        ],
  );
