import { useState } from 'preact/hooks';
import type { ConfigureKit } from './kit.ts';
import { useSettled } from './use-settled.ts';

interface PreviewProps {
  kit: ConfigureKit;
  /** Options as they stand in the address. */
  query: string;
}

const widths = ['desktop', 'phone'] as const;
const systems = ['light', 'dark'] as const;

/** A screen that is narrow itself begins with what fits on it. */
const widthNow = () => (matchMedia('(max-width: 50rem)').matches ? 'phone' : 'desktop');
const systemNow = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** A page with the real widget by the real tag, in a frame of its own. */
export const Preview = ({ kit: { t, locale, preview }, query }: PreviewProps) => {
  const [width, setWidth] = useState<(typeof widths)[number]>(widthNow);
  const [system, setSystem] = useState<(typeof systems)[number]>(systemNow);
  const settled = useSettled(query);
  const view = new URLSearchParams({ lang: locale, system });
  const address = `${preview}?${view}${settled && `&${settled}`}`;
  return (
    <section class="preview" aria-labelledby="preview-title" data-tierzero-anchor="configure.preview">
      <div class="preview-head">
        <h2 id="preview-title">{t('preview.title')}</h2>
        <Switch legend={t('preview.width')} all={widths} value={width} onChoose={setWidth} t={t} />
        <Switch legend={t('preview.system')} all={systems} value={system} onChoose={setSystem} t={t} />
      </div>
      <div class="preview-room" data-width={width}>
        {/* A new frame for each address: one that goes to another would fill the history of this page. */}
        <iframe key={address} src={address} title={t('preview.frame')} />
      </div>
      <p class="quiet">{t('preview.note')}</p>
    </section>
  );
};

interface SwitchProps<Value extends string> {
  legend: string;
  all: readonly Value[];
  value: Value;
  onChoose: (value: Value) => void;
  t: ConfigureKit['t'];
}

/** Looks like the choice of a theme in the footer, and is one of radio buttons as that. */
const Switch = <Value extends string>({ legend, all, value, onChoose, t }: SwitchProps<Value>) => (
  <fieldset class="themes">
    <legend class="unseen">{legend}</legend>
    {all.map((one) => (
      <label key={one}>
        <input type="radio" name={`preview-${all.join('-')}`} checked={one === value} onChange={() => onChoose(one)} />
        <span>{t(`preview.${one}`)}</span>
      </label>
    ))}
  </fieldset>
);
