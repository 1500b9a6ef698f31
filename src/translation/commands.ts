import type { Actor } from '../accounts/rules.ts'
import { type Act, onOpportunity, recordOn, whoActs } from '../opportunities/commands.file.ts'
import { explanationsOf } from '../opportunities/declarations.store.ts'
import { explainedField, explainedNames } from '../opportunities/rules.declarations.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { statementOf } from '../opportunities/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { otherLanguage } from '../platform/i18n.ts'
import { byField, type Returned } from './exchange.ts'
import { mostOf } from './lengths.ts'
import {
  type Memory,
  passagesIn,
  type Segment,
  segmentsOf,
  type TranslatedField,
  targetOf,
  translatedFields,
} from './rules.segments.ts'
import * as rules from './rules.ts'
import { countVersion, findImport, insertImport, markTaken, memoriesOf, savePassages, saveTarget } from './store.ts'

export type Translation = { readonly fields: readonly TranslatedField[]; readonly segments: readonly Segment[] }

/** Every text of the statement, and of why it is bought, with its segments as they stand now. */
export async function translationOf(tx: Tx, opportunity: Opportunity): Promise<Translation> {
  const [statement, explained] = [await statementOf(tx, opportunity), await explanationsOf(tx, opportunity.id)]
  const fields = translatedFields(statement, explained, opportunity.sourceLanguage)
  const memories = await memoriesOf(tx, opportunity.id)
  return {
    fields,
    segments: fields.flatMap((field) => segmentsOf(field, memories.get(field.field) ?? besideIn(field))),
  }
}

/** Both halves of an explanation are written side by side: what nobody remembers was written so, before it was kept. */
const besideIn = ({ field, source, target }: TranslatedField): Memory | undefined =>
  explainedNames.some((name) => explainedField(name) === field)
    ? { sourceText: source, targetText: target, parts: null }
    : undefined

/** Saves what was typed in each segment; what changed meanwhile is answered as a conflict and not overwritten. */
export function translateSegments(
  app: App,
  actor: Actor,
  input: { id: string; entries: readonly rules.Entry[] },
): Promise<Decision<{ version: number; saved: number; conflicts: readonly rules.Conflict[] }, rules.TranslateRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const decision = rules.translate(act.opportunity, actor)
    if (!decision.ok) return decision

    const { fields, segments } = await translationOf(act.tx, act.opportunity)
    const done = rules.entered(segments, input.entries, mostOf)
    const version = await saveSegments(act, fields, done.segments, done.saved)
    return yes({ version, saved: done.saved.length, conflicts: done.conflicts })
  })
}

/** Keeps a file that came back from a translation office; nothing of the statement changes yet. */
export function receiveImport(
  app: App,
  actor: Actor,
  input: { id: string; fileName: string; format: 'xliff' | 'csv'; returned: readonly Returned[] },
): Promise<Decision<{ importId: string }, rules.TranslateRefusal>> {
  return onOpportunity(app, actor, input.id, async ({ tx, opportunity, now }) => {
    const decision = rules.translate(opportunity, actor)
    if (!decision.ok) return decision

    const { fileName, format, returned } = input
    const read = { personId: whoActs(actor), fileName, format, returned, at: now }
    return yes({ importId: await insertImport(tx, app, opportunity, read) })
  })
}

/** Takes the chosen passages over, if they still say what the page showed. */
export function takeImport(
  app: App,
  actor: Actor,
  input: { id: string; importId: string; seen: number; chosen: readonly string[] },
): Promise<Decision<{ version: number; saved: number }, rules.TakeRefusal>> {
  return onOpportunity(app, actor, input.id, async (act) => {
    const { tx, opportunity, now } = act
    const allowed = rules.translate(opportunity, actor)
    if (!allowed.ok) return allowed
    const found = await findImport(tx, opportunity.id, input.importId)
    const decision = rules.take(found, { seen: input.seen, version: opportunity.version, chosen: input.chosen })
    if (!decision.ok) return decision

    const { fields, segments } = await translationOf(tx, opportunity)
    const proposals = rules.proposals(fields, segments, byField(decision.value.returned))
    const chosen = proposals.filter((proposal) => rules.canBeTaken(proposal) && input.chosen.includes(proposal.key))
    const after = rules.taken(segments, chosen)
    if (rules.tooLongFields(after, mostOf).size > 0) return no('too_long')
    const keys = chosen.map(({ key }) => key)
    const version = await saveSegments(act, fields, after, keys)
    await markTaken(tx, input.importId, now)
    return yes({ version, saved: keys.length })
  })
}

/** Writes each text of which a segment was saved, and what its passages translate. */
async function saveSegments(
  act: Act,
  fields: readonly TranslatedField[],
  segments: readonly Segment[],
  saved: readonly string[],
): Promise<number> {
  const { tx, opportunity, now: at } = act
  if (saved.length === 0) return opportunity.version
  const language = otherLanguage(opportunity.sourceLanguage)
  for (const { field, source, target: before } of fields) {
    const own = segments.filter((segment) => segment.field === field)
    if (!own.some(({ key }) => saved.includes(key))) continue
    const target = targetOf(own)
    if (target !== before) await saveTarget(tx, opportunity, { field, language, text: target })
    await savePassages(tx, opportunity, { field, source, target, parts: passagesIn(own), at })
  }
  const version = await countVersion(tx, opportunity)
  await recordOn(act, 'opportunity.edited', { version, translation: true, segments: saved.length })
  return version
}
