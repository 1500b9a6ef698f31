import type { Staff, Supplier } from '../accounts/rules.ts'
import type { Department } from '../accounts/store.ts'
import type { Past } from './past.ts'
import type { Programme } from './programme.ts'

/** One act of the past: when, what in a few words, and the command that does it. */
export type PastAct = { readonly at: Date; readonly what: string; readonly does: () => Promise<void> }

/** Everybody and everything that the acts of a replay find again. */
export type Stage = {
  readonly past: Past
  readonly programme: Programme
  readonly department: Department
  staff(key: string): Staff
  readonly suppliers: ReadonlyMap<string, Supplier>
  /** The number of the file that each request opened, and its id. */
  readonly files: Map<string, { id: string; number: string }>
  /** When a step began and ended, and what people recorded. */
  step(name: string): { start: Date; end: Date; workingDays: number | null }
}
