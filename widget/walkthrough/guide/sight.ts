import type { GuideStep } from '../../../content/schema/guide.ts';
import { pathMatches } from '../../../content/schema/path-matches.ts';
import { deepFocus } from '../../ui/deep-focus.ts';
import { findAnchor } from '../anchor/find.ts';
import { holds, type Page } from '../anchor/holds.ts';
import { surrounds } from '../anchor/parent.ts';
import { isAccepted, isBlank } from '../anchor/value.ts';
import { isCovered, isInert } from '../anchor/visible.ts';
import type { Sight, World } from './run.ts';

/** The page as a run sees it; the element of a step is remembered for whoever marks it. */
export interface Eyes extends World {
  element(step: GuideStep): HTMLElement | undefined;
  /** A field was filled in and left, and what it says is not accepted. */
  refused(step: GuideStep): boolean;
}

/** `own` is the widget's host: its card over the element hides nothing for good. */
export const createEyes = (page: Page, own: Element, now: number): Eyes => {
  const found = new Map<GuideStep, HTMLElement | undefined>();
  const element = (step: GuideStep) => {
    if (!found.has(step)) found.set(step, step.anchor && findAnchor(step.anchor, page.document)?.element);
    return found.get(step);
  };
  const isOver = (target: HTMLElement) => !surrounds(target, deepFocus()) && isCovered(target, own);
  return {
    now,
    element,
    holds: (condition) => holds(condition, page),
    sight(step): Sight {
      const { before } = step;
      if (before?.route !== undefined && !pathMatches(before.route, page.path)) return 'elsewhere';
      if (!step.anchor) return !before || holds(before, page) ? 'there' : 'condition-failed';
      const target = element(step);
      if (!target) return 'anchor-missing';
      const isIdle = /click|input/.test(step.advance.by) && (target.matches(':disabled') || isInert(target));
      if (isIdle || (before && !holds(before, page))) return 'condition-failed';
      return isOver(target) ? 'covered' : 'there';
    },
    reached(step) {
      const { advance } = step;
      if (advance.by === 'appears') return findAnchor(advance.anchor, page.document) !== undefined;
      if (advance.by === 'route') return pathMatches(advance.route, page.path);
      const field = advance.by === 'input' && element(step);
      return field ? isAccepted(field, advance.matches) : false;
    },
    refused(step) {
      const field = step.advance.by === 'input' && element(step);
      return field ? !isBlank(field) && !surrounds(field, deepFocus()) && !this.reached(step) : false;
    },
  };
};
