import { useState } from 'preact/hooks';
import { routes } from '../../api/contract/routes.ts';
import { Button } from '../../widget/ui/button.tsx';
import { Field } from '../../widget/ui/field.tsx';
import { capabilityOfLink } from './capability.ts';
import type { RequestKit } from './kit.ts';

interface OpenFormProps {
  kit: RequestKit;
  /** `unknown`: the address has a link that opens nothing. */
  why: 'none' | 'unknown';
}

/** There is no request to show: why, and the way to the right one. The pasted link goes into the fragment, nowhere else. */
export const OpenForm = ({ kit: { t, base }, why }: OpenFormProps) => {
  const [link, setLink] = useState('');
  const [wrong, setWrong] = useState(false);
  const open = () => {
    const capability = capabilityOfLink(link);
    setWrong(!capability);
    if (capability) location.hash = capability;
  };
  return (
    <>
      <h1>{t(`${why}.title`)}</h1>
      <p class="lede">{t(`${why}.text`)}</p>
      <form
        class="open-form"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <Field label={t('open.label')} error={wrong ? t('open.wrong') : undefined}>
          {(control) => (
            <input
              {...control}
              type="text"
              autocomplete="off"
              spellcheck={false}
              value={link}
              onInput={(event) => setLink(event.currentTarget.value)}
            />
          )}
        </Field>
        <Button kind="primary" type="submit">
          {t('open.open')}
        </Button>
      </form>
      <p>
        <a href={base + routes.contact.slice(1)}>{t('open.new')}</a>
      </p>
    </>
  );
};
