import { useEffect, useState } from 'preact/hooks';
import { findSecrets } from '../../api/contract/redact.ts';
import type { SecretKind } from '../../api/contract/secrets.ts';
import type { Translate } from '../i18n/translate.ts';
import { Notice } from '../ui/notice.tsx';
import { whenIdle } from './idle.ts';

/** Warns of what a person may not want to send, and leaves their words alone. */
export const SecretsNote = ({ text, t }: { text: string; t: Translate }) => {
  const [found, setFound] = useState<SecretKind[]>([]);
  useEffect(() => whenIdle(() => setFound(findSecrets(text))), [text]);
  if (found.length === 0) return null;
  return (
    <Notice kind="warning" title={found.map((kind) => t(`secret.${kind}`)).join(' ')}>
      {t('secret.advice')}
    </Notice>
  );
};
