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
  /** Internal articles and saved replies, with readers' documents in one search. */
  deskKnowledge: '/desk/api/knowledge',
  deskReport: '/desk/api/report',
  deskReportSheet: '/desk/api/report.csv',
  deskQueues: '/desk/api/queues',
  deskChanges: '/desk/api/changes',
  deskStream: '/desk/api/changes/stream',
  deskPresence: '/desk/api/presence',
  deskClusters: '/desk/api/clusters',
  deskIssues: '/desk/api/issues',
} as const;

/** The desk's, about people. Apart, because the widget carries whatever is among the others. */
export const teamRoutes = {
  /** A sign-in link for another device of whoever is signed in. */
  ownLink: '/desk/api/session/link',
  /** Everybody's: `DELETE` ends all but the own one. */
  sessions: '/desk/api/sessions',
  people: '/desk/api/people',
  invitations: '/desk/api/invitations',
  audit: '/desk/api/audit',
} as const;

/** About walkthroughs; apart, because the widget needs them only once one has begun. */
export const walkthroughRoutes = {
  /** What happened in walkthroughs on pages, counted. */
  counts: '/api/walkthroughs/counts',
  /** The same for their authors, in the desk. */
  report: '/desk/api/walkthroughs',
} as const;

/** One per user action, made before the first attempt, the same on every retry: 16 to 255 characters. */
export const idempotencyKeyHeader = 'Idempotency-Key';
/** `true` on an answer that repeats an earlier one. */
export const replayedHeader = 'Idempotency-Replayed';
