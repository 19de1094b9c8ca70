import { useState } from 'preact/hooks';
import { beginning } from '../../content/schema/beginning.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import type { Shell } from './app.tsx';
import { appOf, beginningOf, guided, isFailed, isOutside, versionOf } from './guidance.ts';
import { startGuide } from './start-guide.ts';

interface ShowMeProps {
  shell: Shell;
  kit: Kit;
  document: CompiledDocument;
}

/** Why nothing is led through. */
type Hindrance = 'offline' | 'cannot';

/** Leads through the steps on this page, or to the page where they begin. Nothing where no page can be led through. */
export const ShowMe = ({ shell, kit, document }: ShowMeProps) => {
  const { state, knowledge } = shell;
  const { t } = kit;
  const [isBusy, setBusy] = useState(false);
  const [hindrance, setHindrance] = useState<Hindrance>();
  if (isFailed(document)) return <Notice kind="warning" title={t('walkthrough.unproven')} />;
  const plan = guided(document, versionOf(state));
  if (!plan) return null;
  const app = appOf(knowledge);
  const isHere = !isOutside(app, kit.base) && beginningOf(state, plan).isHere;
  const show = async () => {
    setBusy(true);
    setHindrance(undefined);
    const unled = await startGuide({ ...shell, open: async () => {} }, plan.id).then(
      (id) => id && ('cannot' as const),
      () => 'offline' as const,
    );
    setBusy(false);
    setHindrance(unled);
  };
  return (
    <>
      <p>
        {isHere ? (
          <Button kind="primary" icon="forward" busy={isBusy} onClick={() => void show()}>
            {t('walkthrough.show')}
          </Button>
        ) : (
          <a
            class="button primary"
            href={beginning({ app, start: plan.guide.start, slug: plan.slug, locale: kit.locale })}
          >
            {t('walkthrough.show')}
          </a>
        )}
      </p>
      {hindrance && <Notice kind="warning" title={t(`walkthrough.show.${hindrance}`)} />}
    </>
  );
};
