import contextCss from './context.css?inline';

export { ContextCard } from './card.tsx';
export { contextCss };
