import { createMiddleware } from 'hono/factory';
import { may, type Right } from '../ticket/may.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** After `requireAgent`: refuses who is signed in without the right. */
export const requireRight = (right: Right) =>
  createMiddleware<AppEnv>(async (c, next) =>
    may(c.var.agent, right, c.var.deps.routing) ? next() : problem(c, 'not-allowed'),
  );
