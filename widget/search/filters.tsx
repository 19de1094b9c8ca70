import { useId, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import { Icon } from '../ui/icon.tsx';
import type { Facets, Filter } from './facets.ts';

interface FiltersProps {
  t: Translate;
  facets: Facets;
  filter: Filter;
  onFilter: (filter: Partial<Filter>) => void;
}

/** Kind and topic with what each would leave. On a narrow page they fold into one button, which says what is chosen. */
export const Filters = (props: FiltersProps) => {
  const { t, facets, filter } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const topic = facets.categories.find(({ slug }) => slug === filter.category);
  const chosen = [filter.kind && t(`filter.${filter.kind}`), topic?.title].filter(Boolean).join(' · ');
  const hasKinds = facets.kinds.length > 1;
  if (!hasKinds && !facets.hasCategories) return null;
  return (
    <>
      <button
        type="button"
        class="filter-toggle"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span>{chosen || t('filter.label')}</span>
        <Icon name="chevron" size={16} />
      </button>
      <div class="filters" id={id} data-open={open}>
        {hasKinds && <Kinds {...props} />}
        {facets.hasCategories && <Topics {...props} />}
      </div>
    </>
  );
};

const Kinds = ({ t, facets, filter, onFilter }: FiltersProps) => {
  const name = useId();
  const choices: { kind?: Filter['kind']; count?: number | undefined }[] = [{ count: facets.anyKind }, ...facets.kinds];
  return (
    <fieldset class="kinds">
      <legend class="sr-only">{t('filter.kind')}</legend>
      {choices.map(({ kind, count }) => (
        <label key={kind ?? 'all'}>
          <input
            type="radio"
            name={name}
            checked={filter.kind === kind}
            disabled={count === 0 && filter.kind !== kind && kind !== undefined}
            onChange={() => onFilter({ kind })}
          />
          <span>{t(`filter.${kind ?? 'all'}`)}</span> {count !== undefined && <small>{count}</small>}
        </label>
      ))}
    </fieldset>
  );
};

const counted = (t: Translate, name: string, count: number | undefined): string =>
  count === undefined ? name : t('filter.counted', { name, count });

const Topics = ({ t, facets, filter, onFilter }: FiltersProps) => (
  <label class="topics">
    <span class="sr-only">{t('filter.category')}</span>
    <select
      value={filter.category ?? ''}
      onChange={(event) => onFilter({ category: event.currentTarget.value || undefined })}
    >
      <option value="">{counted(t, t('filter.everywhere'), facets.anyCategory)}</option>
      {facets.categories.map(({ slug, title, count }) => (
        <option key={slug} value={slug}>
          {counted(t, title, count)}
        </option>
      ))}
    </select>
    <Icon name="chevron" size={16} />
  </label>
);
