import type { DraftRefusal } from './drafts.ts'
import type { SubmitRefusal } from './rules.ts'

/** How GC Forms may fail to answer. */
export type WireRefusal = 'not_reachable' | 'not_allowed' | 'not_found' | 'not_understood'
/** What may be wrong with a submission as it was sent. */
export type SubmissionRefusal = 'cannot_decrypt' | 'checksum_differs' | 'not_a_submission'

export type ImportRefusal = 'unknown_opportunity' | WireRefusal
/** Why a submission was not taken over. */
export type NotTaken = SubmissionRefusal | SubmitRefusal | DraftRefusal | WireRefusal | 'incomplete' | 'already_applied'

/** What the form's own staff can repair is told there; that it came too late is not their problem. */
export const isTheirs = (because: NotTaken): boolean =>
  because === 'cannot_decrypt' ||
  because === 'checksum_differs' ||
  because === 'not_a_submission' ||
  because === 'incomplete'
