import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from './db.ts'
import type { Keys } from './keys.ts'

/** What every command and page is given: the database, and all that the outside world does to us, as inputs. */
export type App = Pick<Database, 'read' | 'transaction' | 'alone'> & {
  readonly config: Config
  readonly keys: Keys
  readonly log: Logger
  /** The program's clock, for what is shown. Deadlines ask `tx.now()` instead. */
  readonly clock: () => Date
  readonly random: (bytes: number) => Buffer
}
