import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

const icons: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'warning',
  offline: 'warning',
};
export type NoticeKind = 'info' | 'success' | 'warning' | 'danger' | 'offline';

interface NoticeProps {
  kind: NoticeKind;
  title?: string;
  children?: ComponentChildren;
  /** A button or link at its end. */
  action?: ComponentChildren;
}

/** Says what happened, what is safe and what to do. A picture and a word carry the kind, not colour alone. */
export const Notice = ({ kind, title, children, action }: NoticeProps) => (
  <div class={`notice ${kind}`} role={kind === 'danger' ? 'alert' : 'status'}>
    <Icon name={icons[kind]} />
    <div class="notice-text">
      {title && <strong>{title}</strong>}
      {children && <div>{children}</div>}
      {action && <div class="actions">{action}</div>}
    </div>
  </div>
);
