import type { Failure } from '../../../widget/client/api.ts';

/** The message that says why an issue was neither told, changed nor solved. */
export const troubleKey = (failure: Failure): string => {
  if (failure.kind === 'offline') return 'issues.offline';
  const isSolved = failure.kind === 'problem' && failure.code === 'issue-solved';
  return isSolved ? 'issues.solved.already' : 'issues.failed';
};
