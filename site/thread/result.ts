import type * as z from 'zod/mini';
import type { Answer, Failure } from '../../widget/client/api.ts';

export type Result<T> = { ok: true; value: T } | Failure;

/** An answer is believed only as far as it fits the contract. */
export const readAnswer = <T>(answer: Answer, schema: z.ZodMiniType<T>): Result<T> => {
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.body);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, kind: 'invalid-response' };
};

/** Whether the API refused with this code. */
export const refusedWith = (result: Result<unknown> | undefined, code: string): boolean =>
  result !== undefined && !result.ok && result.kind === 'problem' && result.code === code;
