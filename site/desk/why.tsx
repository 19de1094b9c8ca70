import type { RoutingReason } from '../../api/contract/ticket.ts';
import { explain } from './explain.ts';
import type { DeskKit } from './kit.ts';

interface WhyProps {
  kit: DeskKit;
  reasons: readonly RoutingReason[];
  /** Id of the group that stands above it already. */
  group: string;
}

/** Why a request is where it is: what was tried, the rule, who was passed over, who has it, how urgent it is. */
export const Why = ({ kit, reasons, group }: WhyProps) => (
  <dl class="why">
    {explain(
      kit,
      reasons.filter(({ code, detail }) => code !== 'group' || detail !== group),
    ).map(({ name, lines }) => (
      <div key={name}>
        <dt>{kit.t(`why.${name}`)}</dt>
        {lines.map(({ text, source }, place) => (
          // Two lines may say the same; they never change places.
          <dd key={place} dir="auto">
            {text}
            {source !== undefined && (
              <>
                {' '}
                <code class="source">{source}</code>
              </>
            )}
          </dd>
        ))}
      </div>
    ))}
  </dl>
);
