import escalationCss from './escalation.css?inline';

export { ContactView } from './contact.tsx';
export { stopMail } from './mail.ts';
export type { Card, ContactProps, Prefill } from './props.ts';
export { RequestsView } from './requests.tsx';
export { ThreadView } from './thread.tsx';
export { escalationCss };
