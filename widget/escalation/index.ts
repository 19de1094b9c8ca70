import escalationCss from './escalation.css?inline';

export { ContactView } from './contact.tsx';
export { stopMail } from './mail.ts';
export { RequestsView } from './requests.tsx';
export { ThreadView } from './thread.tsx';
export { escalationCss };
