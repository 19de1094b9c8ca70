import type { Failure } from '../../../widget/client/api.ts';

const known: Readonly<Record<string, string>> = {
  'issue-solved': 'issues.solved.already',
  'issue-changed': 'issues.changed.meanwhile',
  'issue-elsewhere': 'issues.elsewhere',
};

/** The message that says why an issue was neither told, changed nor solved. */
export const troubleKey = (failure: Failure): string => {
  if (failure.kind === 'offline') return 'issues.offline';
  return (failure.kind === 'problem' && known[String(failure.code)]) || 'issues.failed';
};
