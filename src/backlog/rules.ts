import { type Actor, holds, type Staff } from '../accounts/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Language } from '../platform/i18n.ts'

/** Where a need starts from. */
export const importKinds = ['github', 'gitlab', 'markdown', 'template', 'statement'] as const
export type ImportKind = (typeof importKinds)[number]

/** Why something of the source has no place in a statement, or was taken out of what will be public. */
export const unmappedReasons = [
  'workflow_label',
  'unknown_label',
  'image',
  'comment',
  'front_matter',
  'raw_html',
  'person_named',
  'personal_address',
  'licence_unknown',
  'checked_box',
  'prompt_of_template',
  'too_long',
  'too_many',
] as const
export type UnmappedReason = (typeof unmappedReasons)[number]
export type Unmapped = { readonly what: string; readonly why: UnmappedReason }

/** The parts of a statement that an outline fills. */
export const outlineParts = [
  'title',
  'teaser',
  'background',
  'work',
  'skills',
  'workCriteria',
  'applicationCriteria',
  'provisions',
] as const
export type OutlinePart = (typeof outlineParts)[number]

/**
 * The longest each may be, in characters, and the most rows of a list: what the statement’s own form allows, less four
 * work criteria, so that the standing ones find room.
 */
export const outlineLimits: Record<OutlinePart, number> = {
  ...{ title: 100, teaser: 500, background: 5_000, work: 10_000 },
  ...{ skills: 60, workCriteria: 1_000, applicationCriteria: 1_000, provisions: 300 },
}
export const mostOutlineRows = { skills: 10, workCriteria: 11, applicationCriteria: 6, provisions: 10 } as const
export const NEED_MAX = 6_000

/** What a source says of a need, in one language, laid out as a statement is. Each text is Markdown and may be empty. */
export type Outline = {
  readonly title: string
  readonly teaser: string
  /** For the request: why and what, together, at most 6,000 characters. */
  readonly need: string
  readonly background: string
  readonly work: string
  readonly skills: readonly string[]
  readonly workCriteria: readonly string[]
  /** An SPDX identifier. */
  readonly licence: string | null
  /** An https address. */
  readonly repositoryUrl: string | null
  readonly hasInterface?: boolean | undefined
  readonly applicationCriteria?: readonly string[] | undefined
  readonly provisions?: readonly string[] | undefined
  readonly hours?: number | undefined
  /** Which heading of the source went where. */
  readonly sections?: readonly { readonly heading: string; readonly part: OutlinePart }[] | undefined
  /** What found no place, or was taken out, and why: shown, never dropped in silence. */
  readonly unmapped: readonly Unmapped[]
}

export type Import = {
  readonly id: string
  readonly departmentId: string
  readonly personId: string
  readonly kind: ImportKind
  /** The address of the issue, the name of the template, or the number of the file; empty for what was pasted. */
  readonly address: string
  /** Of `outline`. */
  readonly language: Language
  readonly outline: Outline
  /** The same in the other language, row for row: templates and earlier statements have it. */
  readonly other: Outline | null
  readonly at: Date
}

export type ImportRefusal = 'not_allowed'
export type ReadRefusal = ImportRefusal | 'too_many_reads'

/** Who starts a need from something, and who may use what was read: whoever read it, and the program team that helps. */
export const can = {
  start: (actor: Actor): actor is Staff => holds(actor, 'client', 'program_team'),
  use: (actor: Actor, found: Pick<Import, 'departmentId' | 'personId'>): actor is Staff =>
    holds(actor, 'client', 'program_team') &&
    actor.departmentId === found.departmentId &&
    (actor.id === found.personId || actor.roles.includes('program_team')),
}

/** Clients start needs, and the program team may do it for them. */
export function start(actor: Actor): Decision<{ departmentId: string; personId: string }, ImportRefusal> {
  if (!can.start(actor)) return no('not_allowed')

  return yes({ departmentId: actor.departmentId, personId: actor.id })
}

/** How many issues one person has us read from other sites: those count what comes from here, for everybody here. */
export const readLimit = { most: 20, minutes: 15 } as const

/** May this person have one more issue read? `count` is how many in the running window, this one included. */
export function read(actor: Actor, count: number): Decision<true, ReadRefusal> {
  if (!can.start(actor)) return no('not_allowed')
  return count > readLimit.most ? no('too_many_reads') : yes(true)
}
