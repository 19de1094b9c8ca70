import { Field } from '../../widget/ui/field.tsx';

interface SelectProps<Value extends string> {
  label: string;
  /** Name of the place for walkthroughs. */
  tierzeroAnchor: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChoose: (value: Value) => void;
}

/** One of a few. */
export const Select = <Value extends string>({
  label,
  tierzeroAnchor,
  value,
  options,
  onChoose,
}: SelectProps<Value>) => (
  <Field label={label}>
    {(control) => (
      <select
        {...control}
        data-tierzero-anchor={tierzeroAnchor}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = options.find((option) => option.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);
