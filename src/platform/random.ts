/** Chance as an input: that many random bytes. `main.ts` gives a cryptographic source, a test or a replay a fixed one. */
export type Random = (bytes: number) => Buffer
