/** What a page needs to leave something behind and to carry on with it. */
export { createApi } from '../../widget/client/api.ts';
export { createOutbox } from '../../widget/client/outbox.ts';
export { resume } from '../../widget/client/resume.ts';
export { openStorage } from '../../widget/client/storage.ts';
