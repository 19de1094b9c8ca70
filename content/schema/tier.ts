import * as z from 'zod/mini';

/** Tier 1 knows the known, tier 2 looks inside, tier 3 changes the product. */
export const tier = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Tier = z.infer<typeof tier>;

export const priority = z.enum(['low', 'normal', 'high', 'urgent']);
export type Priority = z.infer<typeof priority>;
