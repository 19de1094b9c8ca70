/** Where a walkthrough begins. SECURITY: whatever its path says, on the origin of the app. */
export const startUrl = (app: string, start: string): string => new URL(`./${start.replace(/^[\\/]+/, '')}`, app).href;
