import type { Actor } from '../accounts/rules.ts'
import { type Act, compareFile, onOpportunity, recordOn, whoActs } from '../opportunities/commands.file.ts'
import { nameAddress, takeWriting } from '../opportunities/commands.writing.ts'
import { mostRows } from '../opportunities/rules.limits.ts'
import type { ListFieldName } from '../opportunities/rules.readiness.ts'
import type { Draft } from '../opportunities/rules.ts'
import type { App } from '../platform/app.ts'
import { type Decision, yes } from '../platform/decision.ts'
import { newId } from '../platform/ids.ts'
import type { Zone } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import * as rules from './rules.edits.ts'
import {
  canonical,
  fieldNamed,
  hasRow,
  markOf,
  rowsOf,
  typedOf,
  type Written,
  wholeOf,
  withoutRow,
  withRow,
  withText,
} from './rules.fields.ts'
import { insertConflict, openConflicts, saveSettled } from './store.conflicts.ts'
import {
  appliedIn,
  editsByKey,
  insertEdit,
  insertRow,
  lastEditBy,
  lastRemoval,
  saveWritten,
  textsBefore,
  writtenOf,
} from './store.ts'

/** What became of each change, by the name of its field. */
export type Outcome = { readonly name: string; readonly outcome: 'applied' | 'unchanged' | 'conflict' | 'unknown' }
export type Saved = { readonly version: number; readonly outcomes: readonly Outcome[]; readonly at: Date }

/**
 * Takes over changes of single fields, each over the text that its writer read. A field that somebody else changed
 * meanwhile is left as it is, and the other text is kept beside it until somebody chooses. Sent twice, a change is one.
 */
export function saveChanges(
  app: App,
  actor: Actor,
  input: { id: string; changes: readonly rules.Change[] },
): Promise<Decision<Saved, rules.EditRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.edit(act.opportunity, actor, input.changes)
    if (!decision.ok) return decision

    const draft = await draftOf(act, decision.value)
    const received = await editsByKey(
      act.tx,
      input.id,
      input.changes.map(({ key }) => key),
    )
    const outcomes: Outcome[] = []
    const before = new Map(received)
    for (const change of input.changes) {
      const again = before.get(change.key)
      const outcome = again === undefined ? await takeOver(draft, change) : again ? 'applied' : 'conflict'
      if (outcome === 'applied' || outcome === 'conflict') before.set(change.key, outcome === 'applied')
      outcomes.push({ name: change.name, outcome })
    }
    return yes({ version: await finish(draft), outcomes, at: act.now })
  })
}

/** Adds an empty row at the end of a list; answers its id. */
export function addRow(
  app: App,
  actor: Actor,
  input: { id: string; list: ListFieldName; most: number },
): Promise<Decision<{ rowId: string | null }, rules.EditRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.edit(act.opportunity, actor, [])
    if (!decision.ok) return decision

    const draft = await draftOf(act, decision.value)
    if (rowsOf(draft.written.lists, input.list).length >= input.most)
      return yes<{ rowId: string | null }>({ rowId: null })
    const rowId = newId(act.now, app.random)
    await makeRow(draft, input.list, rowId, { en: '', fr: '' })
    await finish(draft)
    return yes<{ rowId: string | null }>({ rowId })
  })
}

/** Takes a row away; its words stay in the edits, and come back with it when somebody was still writing in it. */
export function removeRow(
  app: App,
  actor: Actor,
  input: { id: string; list: ListFieldName; rowId: string },
): Promise<Decision<{ removed: boolean }, rules.EditRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.edit(act.opportunity, actor, [])
    if (!decision.ok) return decision

    const { list, rowId } = input
    const draft = await draftOf(act, decision.value)
    const row = rowsOf(draft.written.lists, list).find(({ id }) => id === rowId)
    if (!row) return yes<{ removed: boolean }>({ removed: false })
    const base = JSON.stringify({ en: row.en, fr: row.fr })
    await keep(draft, { name: `${list}.${rowId}`, what: 'row_removed', base, value: '', applied: true })
    draft.written = withoutRow(draft.written, list, rowId)
    await finish(draft)
    return yes<{ removed: boolean }>({ removed: true })
  })
}

/** Of two texts for one field one is chosen, or a third is written; the one that loses stays among the earlier versions. */
export function settleConflict(
  app: App,
  actor: Actor,
  input: { id: string; editId: string; choice: 'kept' | 'taken' | 'merged'; merged: string; mark: string },
): Promise<Decision<{ name: string }, rules.SettleRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const found = (await openConflicts(act.tx, input.id)).find(({ id }) => id === input.editId)
    const name = found ? nameOf(found) : ''
    const written = await writtenOf(act.tx, act.opportunity)
    const { zone } = await policyOf(act.tx, act.opportunity.departmentId, act.now)
    const current = typedOf(written, zone, 'en')[name] ?? ''
    const text = input.choice === 'merged' ? input.merged : (found?.value ?? '')
    const unchanged = input.choice === 'kept' || markOf(name, current) === input.mark
    const decision = rules.settle(act.opportunity, actor, { open: found !== undefined, unchanged, text })
    if (!decision.ok) return decision

    const draft = await draftOf(act, decision.value)
    await saveSettled(act.tx, [input.editId], input.choice, { id: whoActs(actor), at: act.now })
    if (input.choice !== 'kept') {
      const key = `settled ${input.editId}`
      await takeOver(draft, { key, name, mark: markOf(name, current), value: text })
    }
    await recordOn(act, 'opportunity.text_chosen', { field: name, chosen: input.choice })
    draft.touched = true
    await finish(draft)
    return yes({ name })
  })
}

/** The name of the field in the form, from its two parts in the rows. */
export const nameOf = ({ field, half }: { field: string; half: string }): string => (half ? `${field}_${half}` : field)

/** A draft that is being changed in one transaction. */
type Changing = {
  readonly act: Act
  readonly draft: Draft
  readonly zone: Zone
  readonly before: Written
  written: Written
  /** Something besides the texts changed that other pages show. */
  touched: boolean
}

async function draftOf(act: Act, draft: Draft): Promise<Changing> {
  const { zone } = await policyOf(act.tx, draft.departmentId, act.now)
  const before = await writtenOf(act.tx, draft)
  return { act, draft, zone, before, written: before, touched: false }
}

async function takeOver(changing: Changing, change: rules.Change): Promise<Outcome['outcome']> {
  const { act, zone, draft } = changing
  const { name, mark, value } = change
  const field = fieldNamed(name)
  if (field?.kind === 'row' && !hasRow(changing.written.lists, field.list, field.id)) {
    if (canonical(name, value) === '' || !(await bringBack(changing, field.list, field.id))) return 'unknown'
  }
  const current = typedOf(changing.written, zone, 'en')[name] ?? ''
  const first = rules.outcomeOf(change, current)
  if (!field || first === 'unknown') return 'unknown'
  const applied = first === 'conflict' ? await appliedIn(act.tx, draft.id, wholeOf(field), field.half) : []
  if (rules.isLate(change.key, applied[0]?.key)) return 'unchanged'
  const own = rules.isOwn(change, whoActs(act.actor), current, applied)
  const outcome = own ? 'applied' : first
  const beside = (await openConflicts(act.tx, draft.id)).filter(
    (each) => nameOf(each) === name && each.madeBy === whoActs(act.actor),
  )
  const by = { id: whoActs(act.actor), at: act.now }
  if (outcome === 'conflict') {
    const [same] = beside.filter((each) => each.value === canonical(name, value))
    if (same) return 'conflict'
    const before = await textsBefore(act.tx, draft.id, wholeOf(field), field.half)
    const base = before.find((text) => markOf(name, text) === mark) ?? ''
    const id = await keep(changing, { key: change.key, name, what: 'text', base, value, applied: false })
    await insertConflict(act.tx, draft, id)
    changing.touched = true
  }
  if (beside.length > 0) {
    await saveSettled(
      act.tx,
      beside.map(({ id }) => id),
      'continued',
      by,
    )
    changing.touched = true
  }
  if (outcome === 'applied') {
    await keep(changing, { key: change.key, name, what: 'text', base: current, value, applied: true })
    changing.written = withText(changing.written, name, value, zone)
  }
  return outcome
}

/** Somebody was still writing in a row that was taken away: it comes back with the words it had, while there is room. */
async function bringBack(changing: Changing, list: ListFieldName, id: string): Promise<boolean> {
  if (rowsOf(changing.written.lists, list).length >= mostRows[list]) return false
  const removal = await lastRemoval(changing.act.tx, changing.draft.id, `${list}.${id}`)
  if (!removal) return false
  const words: unknown = JSON.parse(removal.base)
  return makeRow(changing, list, id, pairIn(words))
}

const pairIn = (words: unknown): { en: string; fr: string } =>
  typeof words === 'object' && words !== null && 'en' in words && 'fr' in words
    ? { en: String(words.en), fr: String(words.fr) }
    : { en: '', fr: '' }

async function makeRow(
  changing: Changing,
  list: ListFieldName,
  id: string,
  words: { en: string; fr: string },
): Promise<boolean> {
  const { act, draft } = changing
  if (!(await insertRow(act.tx, draft, list, { id, after: changing.written }))) return false
  changing.written = withRow(changing.written, list, { id, ...words })
  await keep(changing, {
    ...{ name: `${list}.${id}`, what: 'row_added', base: '', value: JSON.stringify(words), applied: true },
  })
  return true
}

async function keep(
  { act, draft }: Changing,
  edit: Omit<Parameters<typeof insertEdit>[3], 'key'> & { key?: string },
): Promise<string> {
  const at = act.now
  const id = whoActs(act.actor)
  const value = edit.what === 'text' ? canonical(edit.name, edit.value) : edit.value
  const key = edit.key ?? newId(at, act.app.random)
  const last = await lastEditBy(act.tx, draft.id, id)
  if (!last || at.getTime() - last.getTime() > SITTING_MS)
    await recordOn(act, 'opportunity.edited', { version: draft.version, field: edit.name })
  return insertEdit(act.tx, act.app, draft, { ...edit, key, value }, { id, at })
}

/** The record names a sitting of somebody's writing, not every word: the edits themselves have those. */
const SITTING_MS = 30 * 60_000

async function finish(changing: Changing): Promise<number> {
  const { act, draft, before, written } = changing
  if (before === written && !changing.touched) return draft.version
  await takeWriting(act)
  const version = await saveWritten(act.tx, act.app, draft, [before, written], act.now)
  const { price, repository, title: named } = written.facts
  if (before.facts.price !== price || before.facts.repository.url !== repository.url)
    await compareFile({ ...act, opportunity: { ...draft, price, repository } }, 'save')
  const title = named.en
  if (before.facts.title.en !== title) await nameAddress(act, title)
  await compareFile(act, 'save')
  return version
}
