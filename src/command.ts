import type { Composed } from './compose.ts'

export type Surroundings = {
  environment: Readonly<Record<string, string | undefined>>
  clock: () => Date
  readInput: () => string
  out: (text: string) => void
  err: (text: string) => void
}

/** A word that needs the database: it is given the program, its own words, and where to write. Answers the exit code. */
export type DatabaseCommand = (
  program: Composed,
  words: readonly string[],
  say: Pick<Surroundings, 'out' | 'err'>,
) => Promise<number>
