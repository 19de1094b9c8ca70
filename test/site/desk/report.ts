import type { Figures, Report, ReportQuery } from '../../../api/contract/report.ts';

const nothing = { met: 0, breached: 0, running: 0 };
const none = { count: 0 };

export const noFigures: Figures = {
  received: 0,
  solved: 0,
  reopened: 0,
  causes: { answered: 0, 'article-missing': 0, 'article-wrong': 0, defect: 0, request: 0, other: 0, unsaid: 0 },
  transfers: 0,
  pingPong: 0,
  firstReply: { ...nothing, clock: none, business: none },
  nextReply: { ...nothing, clock: none, business: none },
  resolution: nothing,
  open: 0,
  age: none,
};

const some: Figures = {
  ...noFigures,
  received: 50,
  solved: 40,
  reopened: 2,
  causes: { ...noFigures.causes, answered: 30, unsaid: 10 },
  transfers: 5,
  firstReply: {
    met: 46,
    breached: 4,
    running: 3,
    clock: { count: 50, median: 90, p90: 600 },
    business: { count: 50, median: 45, p90: 240 },
  },
};

export const emptyReport = ({ from, to, zone }: ReportQuery): Report => ({
  from,
  to,
  zone,
  at: '2026-11-22T12:00:00.000Z',
  total: noFigures,
  tiers: [],
  groups: [],
  days: [{ day: from, received: 0, solved: 0, met: 0, breached: 0 }],
});

export const someReport = (query: ReportQuery): Report => ({
  ...emptyReport(query),
  total: some,
  tiers: [{ tier: 1, figures: some }],
  groups: [
    { group: 'gone', figures: noFigures },
    { group: 'front-line', figures: some },
  ],
  days: [
    { day: '2026-11-21', received: 20, solved: 10, met: 16, breached: 4, firstReply: 90 },
    { day: '2026-11-22', received: 30, solved: 30, met: 30, breached: 0 },
  ],
});
