import { redactText } from '../../api/contract/redact.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import type { Settled } from '../search/settle.ts';
import { emit } from './emit.ts';

/** What the host hears of a search is what the trail keeps: words without addresses, tokens or card numbers. */

export const tellSearch = ({ query, corrected, count }: Settled): void =>
  emit('search', {
    query: redactText(query),
    count,
    ...(corrected === undefined ? {} : { corrected: redactText(corrected) }),
  });

export const tellClick = (query: string, document: DocumentId, rank: number): void =>
  emit('result-click', { query: redactText(query), document, rank });
