/** Paths below the API's origin, the same for server and widget. */
export const routes = {
  health: '/api/health',
  tickets: '/api/tickets',
  /** The thread of the capability in `Authorization: Bearer`. */
  thread: '/api/thread',
  messages: '/api/thread/messages',
  feedback: '/api/feedback',
  /** When groups work, for the time a requester is promised before sending. */
  hours: '/api/hours',
  /** Known issues, as the public may know them. */
  issues: '/api/issues',
  /** Where a timer of the platform calls, when no process of ours stays awake. */
  tick: '/api/tick',
  /** Contact form that needs no JavaScript. */
  contact: '/contact',
  /** Request page; the capability is the URL's fragment. */
  request: '/request',
  desk: '/desk',
  deskSession: '/desk/api/session',
  deskTickets: '/desk/api/tickets',
  deskRouting: '/desk/api/routing',
  deskClusters: '/desk/api/clusters',
  deskIssues: '/desk/api/issues',
} as const;

/** One per user action, made before the first attempt, the same on every retry: 16 to 255 characters. */
export const idempotencyKeyHeader = 'Idempotency-Key';
/** `true` on an answer that repeats an earlier one. */
export const replayedHeader = 'Idempotency-Replayed';
