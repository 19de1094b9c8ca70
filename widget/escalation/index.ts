import escalationCss from './escalation.css?inline';

export { ContactView } from './contact.tsx';
export { IssueNotices } from './issue/notices.tsx';
export { TellView } from './issue/tell.tsx';
export { stopMail } from './mail.ts';
export { RequestsView } from './requests.tsx';
export { ThreadView } from './thread.tsx';
export { escalationCss };
