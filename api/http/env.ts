import type { Context } from 'hono';
import type { PublishedWalkthrough } from '../../content/schema/published-walkthrough.ts';
import type { Config } from '../config.ts';
import type { ProblemCode } from '../contract/problem.ts';
import type { Person } from '../store/store.ts';
import type { TicketDeps } from '../ticket/deps.ts';
import type { Sight } from '../ticket/sight.ts';
import type { Knowledge } from './knowledge.ts';
import type { Streams } from './streams.ts';

/** What the app is made of. Nothing in it knows which platform it runs on. */
export interface AppDeps extends TicketDeps {
  config: Pick<Config, 'base' | 'siteUrl' | 'origins' | 'proxies' | 'rateLimit' | 'agent' | 'tickToken'>;
  /** Internal articles and saved replies. Without it, the desk has none. */
  knowledge?: Knowledge;
  /** Walkthroughs that lead a page, as they are published. Without it nothing is counted, because nothing is known. */
  walkthroughs?: () => Promise<PublishedWalkthrough[]>;
  /** Answers what no route does: the built help center. Without it, such requests are 404. */
  pages?: (request: Request) => Promise<Response>;
  /** Where a process stays awake: tells open streams that something has changed. Without it there are none, and desks ask. */
  streams?: Streams;
}

export interface AppEnv {
  Bindings: {
    /** Network address of the client as the platform saw it. */
    address?: string;
  };
  Variables: {
    deps: AppDeps;
    /** Set where a problem is answered, read by the log. */
    problem?: ProblemCode;
    /** Who is signed in to the desk. */
    agent: Person;
    /** How they see tickets. */
    sight: Sight;
  };
}

export type AppContext = Context<AppEnv>;
