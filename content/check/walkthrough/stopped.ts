/** Nothing that would be played from here on proves anything: the run ends, and keeps what it has. */
export class Stopped extends Error {}
