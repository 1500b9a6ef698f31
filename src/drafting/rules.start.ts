import type { Actor } from '../accounts/rules.ts'
import type { Filling } from '../backlog/rules.rows.ts'
import { type FilledPart, filled } from '../opportunities/rules.filling.ts'
import { listFields } from '../opportunities/rules.readiness.ts'
import { can, type Draft, type Opportunity } from '../opportunities/rules.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Zone } from '../platform/time.ts'
import { typedOf, type Written } from './rules.fields.ts'

export type FillRefusal = 'not_allowed' | 'wrong_state' | 'source_gone' | 'stale'

/** Where a draft may be filled from, as the form names it: `import:<id>`, `template:<key>`, `statement:<id>`. */
export type Source = { readonly kind: 'import' | 'template' | 'statement'; readonly key: string }

export function sourceIn(text: string): Source | undefined {
  const [, named, key = ''] = /^(import|template|statement):([a-z0-9_-]{1,60})$/.exec(text) ?? []
  const kind = (['import', 'template', 'statement'] as const).find((each) => each === named)
  return kind && { kind, key }
}

/**
 * Whoever writes a draft may fill what is empty in it from elsewhere. To replace what is written, one must have seen
 * it: a version that somebody saved since is not overwritten.
 */
export function fill(
  opportunity: Opportunity,
  actor: Actor,
  facts: { seen: number; replace: boolean; from: Filling | undefined },
): Decision<{ draft: Draft; from: Filling }, FillRefusal> {
  if (!can.write(actor, opportunity)) return no('not_allowed')
  if (opportunity.state !== 'draft') return no('wrong_state')
  if (!facts.from) return no('source_gone')
  if (facts.replace && facts.seen !== opportunity.version) return no('stale')

  return yes({ draft: opportunity, from: facts.from })
}

export type FilledDraft = {
  readonly written: Written
  readonly taken: readonly FilledPart[]
  readonly kept: readonly FilledPart[]
}

/** The builder with what was filled. A number that nobody could read goes when a readable one takes its place. */
export function filledDraft(before: Written, from: Filling, replace: boolean): FilledDraft {
  const { facts, lists, held } = before
  const { statement, taken, kept } = filled({ ...facts, ...lists }, from, { replace })
  const { skills, workCriteria, applicationCriteria, provisions, ...rest } = statement
  const took = (part: FilledPart): boolean => taken.includes(part)
  const dropped = Object.entries(heldNames).flatMap(([part, name]) =>
    taken.some((each) => each === part) ? [name] : [],
  )
  const kepts = Object.entries(held).filter(([name]) => !dropped.includes(name))
  return {
    written: {
      facts: rest,
      lists: listFields.some(took) ? { skills, workCriteria, applicationCriteria, provisions } : lists,
      held: dropped.some((name) => name in held) ? Object.fromEntries(kepts) : held,
    },
    taken,
    kept,
  }
}

const heldNames: Readonly<Record<string, string>> = {
  hours: 'hours',
  licence: 'licence',
  repository: 'repository_url',
}

export type FilledChange = {
  readonly name: string
  readonly what: 'text' | 'row_added' | 'row_removed'
  readonly base: string
  readonly value: string
}

/** What the filling changed, field by field, so that each stands among the earlier versions of its field. */
export function changesBetween(before: Written, after: Written, zone: Zone): FilledChange[] {
  const [old, now] = [typedOf(before, zone, 'en'), typedOf(after, zone, 'en')]
  const [was, is] = [rowsById(before), rowsById(after)]
  const texts = Object.entries(now)
    .filter(([name, value]) => name in old && old[name] !== value)
    .map(([name, value]) => ({ name, what: 'text' as const, base: old[name] ?? '', value }))
  const added = [...is].filter(([name]) => !was.has(name))
  const removed = [...was].filter(([name]) => !is.has(name))
  return [
    ...removed.map(([name, words]) => ({ name, what: 'row_removed' as const, base: words, value: '' })),
    ...texts,
    ...added.map(([name, words]) => ({ name, what: 'row_added' as const, base: '', value: words })),
  ]
}

function rowsById({ lists }: Written): Map<string, string> {
  const words = (en: string, fr: string) => JSON.stringify({ en, fr })
  return new Map([
    ...(['skills', 'workCriteria', 'applicationCriteria'] as const).flatMap((list) =>
      lists[list].map(({ id = '', en, fr }) => [`${list}.${id}`, words(en, fr)] as const),
    ),
    ...lists.provisions.map(({ id = '', text }) => [`provisions.${id}`, words(text.en, text.fr)] as const),
  ])
}
