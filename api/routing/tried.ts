import type { PageContext } from '../contract/page-context.ts';
import type { RoutingReason } from '../contract/ticket.ts';

/** What self-service did not solve, each once: it tells the agent what not to send again. */
export function tried(context: PageContext): RoutingReason[] {
  const reasons = context.flatMap(reasonOf);
  const keys = reasons.map(({ code, detail }) => `${code} ${detail}`);
  return reasons.filter((_, place) => keys.indexOf(keys[place] ?? '') === place);
}

function reasonOf(item: PageContext[number]): RoutingReason[] {
  switch (item.kind) {
    case 'search':
      return item.results === 0 ? [{ code: 'search-without-result', detail: item.query }] : [];
    case 'read': {
      const [kind = '', slug = ''] = item.document.split(':');
      return item.helpful === false ? [{ code: `${kind}-unhelpful`, detail: slug }] : [];
    }
    case 'step': {
      const { walkthrough, step, of, blocked } = item;
      if (blocked !== undefined) {
        const detail = `${walkthrough} ${step}/${of}${blocked === '' ? '' : `: ${blocked}`}`;
        return [{ code: 'walkthrough-blocked', detail }];
      }
      return step === of ? [{ code: 'walkthrough-finished', detail: walkthrough }] : [];
    }
    default:
      return [];
  }
}
