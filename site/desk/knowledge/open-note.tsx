import { Notice } from '../../../widget/ui/notice.tsx';
import type { DeskKit } from '../kit.ts';
import { openIn } from './fill.ts';

/** Says what of a saved reply nobody has filled in: it would be sent as it stands. */
export const OpenNote = ({ kit: { t }, text }: { kit: DeskKit; text: string }) => {
  const names = openIn(text);
  return names.length > 0 ? <Notice kind="warning">{t('replies.open', { names: names.join(', ') })}</Notice> : null;
};
