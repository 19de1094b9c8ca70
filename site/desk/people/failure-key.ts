import type { Failure } from '../../../widget/client/api.ts';

const said = ['not-allowed', 'last-admin', 'not-found', 'invalid-request'];

/** What a person is told when a command about people was not done. */
export const failureKey = (failure: Failure): string => {
  if (failure.kind === 'offline' || failure.kind === 'timeout') return 'people.failed.offline';
  const code = failure.kind === 'problem' ? failure.code : undefined;
  return code !== undefined && said.includes(code) ? `people.failed.${code}` : 'people.failed';
};
