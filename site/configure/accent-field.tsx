import { toCss } from '../../widget/shell/accent.ts';
import { Field } from '../../widget/ui/field.tsx';
import { type Pair, pairsOf, type Rgb, readColour, toHex, wordOf } from './colour.ts';
import type { ConfigureKit } from './kit.ts';
import { longest } from './options.ts';

interface AccentFieldProps {
  kit: ConfigureKit;
  value: string;
  onType: (value: string) => void;
}

/** What a colour field shows where nothing is chosen: the widget's own. */
const green = '#0b6e5f';

/** A colour by its picker or by its name, and how readable the widget makes it. */
export const AccentField = ({ kit, value, onType }: AccentFieldProps) => {
  const { t } = kit;
  const color = readColour(value);
  const isWrong = value.trim() !== '' && !color;
  return (
    <div class="accent">
      <Field
        label={t('accent.label')}
        hint={t('accent.hint')}
        error={isWrong ? t('accent.wrong', { text: value.trim() }) : undefined}
      >
        {(control) => (
          <div class="accent-row">
            <input
              type="color"
              class="accent-pick"
              aria-label={t('accent.pick')}
              value={color ? toHex(color) : green}
              onInput={({ currentTarget }) => onType(currentTarget.value)}
            />
            <input
              {...control}
              data-tierzero-anchor="configure.accent"
              type="text"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={longest.accent}
              placeholder={t('accent.placeholder')}
              value={value}
              onInput={({ currentTarget }) => onType(currentTarget.value)}
            />
          </div>
        )}
      </Field>
      {color && <Pairs kit={kit} color={color} />}
    </div>
  );
};

const Pairs = ({ kit: { t, locale }, color }: { kit: ConfigureKit; color: Rgb }) => {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const ratioOf = ({ ratio }: Pair) => t('contrast.ratio', { ratio: number.format(Math.floor(ratio * 10) / 10) });
  return (
    <dl class="pairs" aria-label={t('accent.pairs')}>
      {pairsOf(color).map((pair) => (
        <div key={pair.what}>
          <dt>
            {/* Written through the CSSOM, which no policy forbids. */}
            <span class="pair-sample" aria-hidden="true" style={sampleOf(pair)}>
              {pair.what === 'button' ? '' : 'Aa'}
            </span>
            {t(`accent.${pair.what}`)}
          </dt>
          <dd>
            {ratioOf(pair)}, {t(`contrast.${wordOf(pair)}`)}
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** The button is seen in its colour on the ground; the others are text. */
const sampleOf = ({ what, ink, ground }: Pair) =>
  what === 'button'
    ? { background: `radial-gradient(circle, ${toCss(ink)} 7px, ${toCss(ground)} 8px)` }
    : { background: toCss(ground), color: toCss(ink) };
