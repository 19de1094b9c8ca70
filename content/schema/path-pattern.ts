import * as z from 'zod/mini';

/** Paths of the host application: `/billing/**`; `*` stands for one segment, `**` for any rest. */
export const pathPattern = z.string().check(z.regex(/^\/\S*$/, 'expected a path such as /billing/**'));
