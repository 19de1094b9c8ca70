import { destinationText } from '../../../widget/escalation/when.ts';
import { type DeskKit, groupTitle } from '../kit.ts';
import { useRequesterWords } from '../requester-words.ts';
import { Why } from '../why.tsx';
import type { Due, Outcome } from './outcome.ts';

interface OutcomeViewProps {
  kit: DeskKit;
  outcome: Outcome;
  /** The requester's. */
  language: string;
  now: number;
}

/** Who would get it, by when and why, what its requester would read, and the rule behind the one that decided. */
export const OutcomeView = ({ kit, outcome, language, now }: OutcomeViewProps) => {
  const { t, moments } = kit;
  const reader = useRequesterWords(kit, language);
  const { decision, reasons, firstReply, resolution, requester } = outcome;
  const dueText = (key: string, { by, span }: Due): string =>
    by === undefined ? t(`${key}.span`, { span }) : t(key, { time: moments.by(by, now) });
  return (
    <section class="outcome" aria-labelledby="outcome">
      <h3 id="outcome">{t('what-if.decision')}</h3>
      <div role="status">
        <p class="outcome-group">
          <bdi>{groupTitle(kit, decision.group.id)}</bdi>
        </p>
        <p>
          {t('side.tier', { tier: decision.tier })} · {t(`priority.${decision.priority}`)}
        </p>
        <p>{dueText('what-if.first-reply', firstReply)}</p>
        {resolution && <p>{dueText('what-if.resolve', resolution)}</p>}
      </div>
      <p class="quiet">{t('what-if.policy', { policy: decision.policy.id })}</p>
      <Why kit={kit} reasons={reasons} group={decision.group.id} />
      <dl class="why">
        <div>
          <dt>{t('what-if.next')}</dt>
          <dd>
            {decision.next?.id ?? t('what-if.next.none')}
            {decision.next && (
              <>
                {' '}
                <code class="source">{decision.next.source}</code>
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('what-if.requester')}</dt>
          <dd dir="auto" lang={reader.locale}>
            {destinationText('sent.with', requester, reader.t)}
          </dd>
        </div>
      </dl>
    </section>
  );
};
