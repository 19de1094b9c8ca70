import { Button } from '../../widget/ui/button.tsx';
import { Notice } from '../../widget/ui/notice.tsx';
import { Brand } from './brand.tsx';
import type { DeskKit } from './kit.ts';
import type { Session } from './session.ts';

/** Nobody is signed in: why, and how to get a link. */
export const SignedOut = ({ kit, why }: { kit: DeskKit; why: (Session & { state: 'out' })['why'] }) => {
  const { t, base } = kit;
  return (
    <main class="door">
      <Brand kit={kit} />
      <h1>{t(`out.${why}.title`)}</h1>
      <p>{t(`out.${why}.text`)}</p>
      <p>{t('out.ask')}</p>
      <h2>{t('out.how')}</h2>
      <ol class="door-steps">
        <li>{t('out.step.start')}</li>
        <li>{t('out.step.read')}</li>
        <li>{t('out.step.open')}</li>
      </ol>
      {/* What the terminal prints, so that it is found again there. */}
      <pre class="door-sample" aria-hidden="true">
        {`${t('out.sample')}   ${location.origin}${base}desk/#…`}
      </pre>
      <p class="quiet">{t('out.note')}</p>
      <p>
        <a href={base}>{t('out.home')}</a>
      </p>
    </main>
  );
};

/** It is not known whether somebody is signed in. */
export const SessionFailed = ({ kit, message, retry }: FailedProps) => (
  <main class="door">
    <Brand kit={kit} />
    <h1>{kit.t('session.title')}</h1>
    <Notice kind="danger" action={<Button onClick={retry}>{kit.t('retry')}</Button>}>
      {kit.t(message)}
    </Notice>
  </main>
);

interface FailedProps {
  kit: DeskKit;
  /** Key of the catalogue. */
  message: string;
  retry: () => void;
}
