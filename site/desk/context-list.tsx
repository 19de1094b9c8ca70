import type { PageContext } from '../../api/contract/page-context.ts';
import { describe } from '../../widget/context/describe.ts';
import type { DeskKit } from './kit.ts';
import { plain } from './plain.ts';

/**
 * What the requester sent along: the labels, values and order of the card they saw.
 *
 * SECURITY: all of it was typed or named by somebody else. Text nodes only; addresses of pages are not links, and no title
 * can turn the address that follows it.
 */
export const ContextList = ({ kit: { t }, items }: { kit: DeskKit; items: PageContext }) => {
  if (items.length === 0) return <p class="quiet">{t('side.context.none')}</p>;
  return (
    <dl class="context">
      {items.map((item) => {
        const { label, value } = describe(item, t);
        return (
          <div key={item.id} data-kind={item.kind} data-unhelpful={item.kind === 'read' && item.helpful === false}>
            <dt>
              <bdi>{plain(label)}</bdi>
            </dt>
            <dd dir="auto">{plain(value)}</dd>
          </div>
        );
      })}
    </dl>
  );
};
