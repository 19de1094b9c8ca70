import { beginning } from '../../content/schema/beginning.ts';
import type { CompiledDocument } from '../../content/schema/document.ts';
import { Button } from '../ui/button.tsx';
import type { Kit } from '../ui/kit.ts';
import { Notice } from '../ui/notice.tsx';
import type { Shell } from './app.tsx';
import { appOf, beginsAt, guided, isFailed, isOutside, pathOf, versionOf } from './guidance.ts';

interface ShowMeProps {
  shell: Shell;
  kit: Kit;
  document: CompiledDocument;
}

/** Leads through the steps on this page, or to the page where they begin. Nothing where no page can be led through. */
export const ShowMe = ({ shell, kit, document }: ShowMeProps) => {
  const { state, knowledge, move, lazies } = shell;
  const { t } = kit;
  if (isFailed(document)) return <Notice kind="warning" title={t('walkthrough.unproven')} />;
  const plan = guided(document, versionOf(state));
  if (!plan) return null;
  const app = appOf(knowledge);
  const isHere = !isOutside(app, kit.base) && beginsAt(plan.guide, pathOf(state));
  const show = async () => {
    const { guide } = await lazies.late(import('./begin.ts'));
    await guide({ state, knowledge, move, open: async () => {} }, plan.id);
  };
  return (
    <p>
      {isHere ? (
        <Button kind="primary" icon="forward" onClick={() => void show().catch(() => {})}>
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
  );
};
