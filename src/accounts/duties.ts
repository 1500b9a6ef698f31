import { type Decision, no, yes } from '../platform/decision.ts'

/** What a person did on a file. Separation of duties looks at nothing else. */
export const duties = [
  'requested',
  'gave_go',
  'decided_splitting',
  'wrote_statement',
  'approved_statement',
  'signed_32',
  'reserved_funds',
  'translated',
  'published',
  'evaluated',
  'locked_evaluation',
  'confirmed_evaluation',
  'entered_beacon',
  'confirmed_beacon',
  'signed_terms',
  'accepted_work',
  'certified_34',
  'entered_invoice',
  'paid',
] as const
export type Duty = (typeof duties)[number]

/**
 * Pairs that one person never holds on one file (Financial Administration Act s.32, 33 and 34 kept apart; mission M6, M15, M23).
 * The database refuses the same pairs (`duty_conflicts`); a test compares both lists.
 */
export const conflicts: readonly (readonly [Duty, Duty])[] = [
  ['requested', 'signed_32'],
  ['requested', 'certified_34'],
  ['requested', 'paid'],
  ['requested', 'gave_go'],
  ['requested', 'decided_splitting'],
  ['requested', 'approved_statement'],
  ['requested', 'signed_terms'],
  ['wrote_statement', 'approved_statement'],
  ['evaluated', 'certified_34'],
  ['evaluated', 'paid'],
  ['evaluated', 'entered_beacon'],
  ['evaluated', 'confirmed_beacon'],
  ['accepted_work', 'certified_34'],
  ['accepted_work', 'paid'],
  ['certified_34', 'paid'],
  ['entered_beacon', 'confirmed_beacon'],
  ['locked_evaluation', 'confirmed_evaluation'],
]

/** What somebody did on a file; `applied` is no duty, and goes with none. */
export type HeldDuty = { readonly duty: Duty | 'applied'; readonly personId: string }

/** Staff who applied to the posting change nothing of it. */
export const hasApplied = (personId: string, held: readonly HeldDuty[]): boolean =>
  held.some((act) => act.personId === personId && act.duty === 'applied')

/** May this person take on this duty, given what everybody did on the file so far? Nobody judges what they applied to. */
export function mayTake(
  duty: Duty,
  personId: string,
  held: readonly HeldDuty[],
): Decision<Duty, 'separation_of_duties'> {
  const own = held.filter((act) => act.personId === personId).map((act) => act.duty)
  if (hasApplied(personId, held)) return no('separation_of_duties')
  const conflicting = conflicts.some(
    ([first, second]) => (first === duty && own.includes(second)) || (second === duty && own.includes(first)),
  )
  return conflicting ? no('separation_of_duties') : yes(duty)
}
