import { type Actor, scopeOf } from '../accounts/rules.ts'
import { countAct } from '../accounts/store.sessions.ts'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import type { Issue } from '../platform/codeHosts.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { outlineOf } from './rules.mapping.ts'
import { outlineOfStatement } from './rules.reuse.ts'
import * as rules from './rules.ts'
import { earlierWords } from './store.statements.ts'
import { insertImport } from './store.ts'
import { type TemplateKey, templateOf, templateOutline } from './templates.ts'

/** Asks before another site is read for this person; each time counts, whatever the site answers. */
export function askToRead(app: App, actor: Actor): Promise<Decision<true, rules.ReadRefusal>> {
  return app.transaction(scopeOf(actor), async (tx) => {
    const count = actor.kind === 'staff' ? await countReads(tx, actor.id) : 0
    return rules.read(actor, count)
  })
}

const countReads = async (tx: Tx, personId: string): Promise<number> =>
  countAct(tx, `read issue ${personId}`, rules.readLimit.minutes, await tx.now())

/** Keeps what was read of an issue, laid out as a statement. The reading was before: nothing is asked of others inside an act. */
export function importIssue(app: App, actor: Actor, input: { issue: Issue; language: Language }) {
  const { kind, address, title, body, labels, repository } = input.issue
  const { language, outline } = outlineOf({ title, body, labels, repository }, input.language)
  return keep(app, actor, { kind, address, language, outline, other: null })
}

/** Keeps pasted Markdown, laid out as a statement. */
export function importMarkdown(app: App, actor: Actor, input: { title: string; body: string; language: Language }) {
  const source = { title: input.title, body: input.body, labels: [], repository: null }
  const { language, outline } = outlineOf(source, input.language)
  return keep(app, actor, { kind: 'markdown', address: '', language, outline, other: null })
}

/** Starts from a worked template, in both languages. */
export function importTemplate(app: App, actor: Actor, input: { key: TemplateKey; language: Language }) {
  const template = templateOf(input.key)
  const { language } = input
  const [outline, other] = [templateOutline(template, language), templateOutline(template, otherLanguage(language))]
  return keep(app, actor, { kind: 'template', address: input.key, language, outline, other })
}

/** Starts from an earlier statement of the department, if this person may read it. */
export function importStatement(app: App, actor: Actor, input: { opportunityId: string }) {
  return app.transaction(scopeOf(actor), async (tx) => {
    const words = actor.kind === 'staff' ? await earlierWords(tx, actor, input.opportunityId) : undefined
    if (!words) return no('not_allowed')
    return keepIn(tx, app, actor, { kind: 'statement', address: words.number, ...outlineOfStatement(words) })
  })
}

type Kept = Omit<rules.Import, 'id' | 'departmentId' | 'personId' | 'at'>
type Tx = Parameters<typeof insertImport>[0]

const keep = (app: App, actor: Actor, kept: Kept) =>
  app.transaction(scopeOf(actor), (tx) => keepIn(tx, app, actor, kept))

async function keepIn(
  tx: Tx,
  app: App,
  actor: Actor,
  kept: Kept,
): Promise<Decision<{ id: string }, rules.ImportRefusal>> {
  const decision = rules.start(actor)
  if (!decision.ok) return decision

  const { departmentId, personId } = decision.value
  const at = await tx.now()
  const id = newId(at, app.random)
  await insertImport(tx, { ...kept, id, departmentId, personId, at })
  const subject = { type: 'import', id }
  const facts = { from: kept.kind, unmapped: kept.outline.unmapped.length }
  await record(tx, app.random, { departmentId, kind: 'need.imported', subject, fileId: null, actor, at, facts })
  return yes({ id })
}
