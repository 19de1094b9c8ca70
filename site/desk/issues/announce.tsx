import { useState } from 'preact/hooks';
import { createKey } from '../../../widget/client/key.ts';
import type { DeskKit } from '../kit.ts';
import { SayForm } from './say-form.tsx';

interface AnnounceProps {
  kit: DeskKit;
  topic: string;
  tickets: string[];
  onDone: (text: string) => void;
  onCancel: () => void;
}

/** Tells everybody, and whoever has reported it waits for the one answer. */
export const Announce = ({ kit, topic, tickets, onDone, onCancel }: AnnounceProps) => {
  const { t, client, now } = kit;
  // One key for every try: what was told in spite of a lost answer is not told twice.
  const [key] = useState(() => createKey(now()));
  return (
    <SayForm
      kit={kit}
      before={{ titles: {}, texts: {}, topic }}
      action={tickets.length > 0 ? t('issues.announce.with', { count: tickets.length }) : t('issues.announce.action')}
      onCancel={onCancel}
      onSay={async (said) => {
        const result = await client.issues.announce({ ...said, tickets }, key);
        if (!result.ok) return result;
        onDone(t('issues.announced'));
        onCancel();
        return undefined;
      }}
    />
  );
};
