import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';

const article = (id: string, title: string, description: string, body: string): CorpusArticle => ({
  id,
  title,
  description,
  body,
  url: '',
  headings: ['Before you start'],
  category: '',
  redirects: [],
  license: '',
});

/** Five articles, in none of which the others are answered. */
export const articles = [
  article(
    'account/password',
    'Reset a forgotten password',
    'Choose a new one by mail.',
    'Select **Forgot**: a mail comes.',
  ),
  article('account/delete', 'Delete an account', 'What is lost, and what stays.', 'Deleting cannot be undone.'),
  article('billing/invoice', 'Download an invoice', 'Every invoice as PDF.', 'Open *Billing* and choose a month.'),
  article('team/invite', 'Invite a colleague', 'They get a link.', 'Write their address; the link lasts a week.'),
  article('site/domain', 'Connect a domain', 'Your own name in the address bar.', 'Set a CNAME record: ~10 minutes.'),
];
