import articleCss from '../article/article.css?inline';
import formCss from '../ui/form.css?inline';
import checklistCss from '../walkthrough/checklist.css?inline';
import walkthroughCss from '../walkthrough/walkthrough.css?inline';
import homeCss from './home.css?inline';

/** Reading: a chunk of its own, because nobody needs it to search, and zod comes with it. */

export const css = [homeCss, formCss, articleCss, walkthroughCss, checklistCss];
export { loadReadingMessages as loadMessages } from '../i18n/reading.ts';
export { Checklists } from '../walkthrough/checklist.tsx';
export { CategoryView } from './category.tsx';
export { DocumentView } from './document.tsx';
