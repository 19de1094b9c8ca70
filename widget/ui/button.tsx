import type { ButtonHTMLAttributes, ComponentChildren, MouseEventHandler } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Native = Omit<ButtonHTMLAttributes, 'class' | 'icon' | 'label' | 'onClick' | 'type'> & {
  onClick?: MouseEventHandler<HTMLButtonElement>;
};

interface ButtonProps extends Native {
  /** `primary` once a view at most; `quiet` has an outline; `plain` is a word. Default `quiet`. */
  kind?: 'primary' | 'quiet' | 'plain';
  type?: 'button' | 'submit';
  icon?: IconName;
  /** Waits for an answer: stays focusable, does nothing. */
  busy?: boolean;
  children?: ComponentChildren;
}

/** A button with a word. */
export const Button = ({ kind = 'quiet', type = 'button', icon, busy, children, onClick, ...rest }: ButtonProps) => (
  <button
    {...rest}
    type={type}
    class={`button ${kind}`}
    aria-busy={busy ? 'true' : undefined}
    aria-disabled={busy ? 'true' : undefined}
    onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
  >
    {icon && <Icon name={icon} size={18} />}
    <span>{children}</span>
  </button>
);

interface IconButtonProps extends Native {
  icon: IconName;
  /** Said to screen readers and shown on hover. */
  label: string;
}

/** A square button whose picture everybody knows: back, close, copy, remove. */
export const IconButton = ({ icon, label, ...rest }: IconButtonProps) => (
  <button {...rest} type="button" class="icon-button" aria-label={label} title={label}>
    <Icon name={icon} />
  </button>
);
