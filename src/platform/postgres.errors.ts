import type { Text } from './i18n.ts'

export type PostgresProblem = 'other_major' | 'no_binaries' | 'no_user' | 'not_ours' | 'did_not_start' | 'no_initdb'

/** PostgreSQL cannot be started. `text` says why, and what to do, in both languages. */
export class PostgresError extends Error {
  readonly problem: PostgresProblem
  readonly text: Text

  constructor(problem: PostgresProblem, text: Text, options?: ErrorOptions) {
    super(text.en, options)
    this.name = 'PostgresError'
    this.problem = problem
    this.text = text
  }
}
