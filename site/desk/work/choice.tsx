import { useId, useState } from 'preact/hooks';
import type { Failure } from '../../../widget/client/api.ts';
import { Button } from '../../../widget/ui/button.tsx';

interface ChoiceProps<Value extends string> {
  label: string;
  /** Default true: the label is only said. */
  labelHidden?: boolean;
  value: Value;
  options: readonly { value: Value; label: string }[];
  disabled?: boolean;
  /** On the button. */
  action: string;
  /** Why it was not set. */
  failed: string | ((failure: Failure) => string);
  /** Chosen already, but not set. */
  preset?: Value | undefined;
  /** Names of the places for walkthroughs. */
  tierzeroAnchor?: { field: string; set: string };
  /** Something to know before it is set. */
  note?: (chosen: Value) => string | undefined;
  /** Answers the failure, or nothing once it is so. */
  set: (value: Value) => Promise<Failure | undefined>;
}

/** Chooses one of several; a button sets it, so that moving through the list with a key changes nothing. */
export const Choice = <Value extends string>(props: ChoiceProps<Value>) => {
  const {
    label,
    labelHidden = true,
    value,
    options,
    disabled = false,
    action,
    failed,
    preset,
    tierzeroAnchor,
    note,
    set,
  } = props;
  const [chosen, setChosen] = useState<Value | undefined>(preset);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const id = useId();
  const reason = (of: Failure) => (typeof failed === 'string' ? failed : failed(of));
  const differs = chosen !== undefined && chosen !== value;
  const submit = async (wanted: Value) => {
    setBusy(true);
    const failure = await set(wanted);
    setBusy(false);
    setFailure(failure);
    if (!failure) setChosen(undefined);
  };
  return (
    <div class="choice">
      <label class={labelHidden ? 'sr-only' : 'choice-label'} for={id}>
        {label}
      </label>
      <select
        id={id}
        class="control"
        value={chosen ?? value}
        disabled={disabled}
        data-tierzero-anchor={tierzeroAnchor?.field}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setChosen(options.find((option) => option.value === event.currentTarget.value)?.value);
          setFailure(undefined);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {differs && (
        <Button
          kind="primary"
          busy={busy}
          data-tierzero-anchor={tierzeroAnchor?.set}
          onClick={() => void submit(chosen)}
        >
          {action}
        </Button>
      )}
      <p id={`${id}-note`} class="choice-note" data-failed={failure !== undefined} role="status">
        {failure ? reason(failure) : differs && note?.(chosen)}
      </p>
    </div>
  );
};
