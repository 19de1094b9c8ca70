-- What happened in walkthroughs on pages, by day. A row names nobody, and nothing ties two of what it counts together.
create table walkthrough_count (
  day text not null,
  walkthrough text not null,
  locale text not null,
  step text not null,
  outcome text not null check (outcome in ('start', 'step', 'complete', 'abort', 'blocked')),
  -- Empty where there is none.
  reason text not null,
  version text not null,
  count integer not null,
  primary key (day, walkthrough, locale, step, outcome, reason, version)
) strict, without rowid;
