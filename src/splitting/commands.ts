import { type Actor, system } from '../accounts/rules.ts'
import { findPerson, holdersOf } from '../accounts/store.ts'
import type { EventKind } from '../history/kinds.ts'
import { type Facts, record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import { enqueue, type Tx } from '../platform/db.ts'
import { post } from '../platform/mail.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { type Policies, policiesOf, policyOf } from '../policy/store.ts'
import { flagDecidedEmail, flagRaisedEmail, flagsRaisedEmail } from './emails.ts'
import { type FileRule, fileRules, type Hit, weighsOtherwise, yardstickOf } from './rules.compare.ts'
import { bars, effects, type Flag, flagLifecycle, type Occasion, settle } from './rules.ts'
import { foundSays } from './sentences.ts'
import { findHits, purchasesOf } from './store.compared.ts'
import {
  flagsAbout,
  flagsOf,
  hitFacts,
  insertFlag,
  lockFlags,
  type Named,
  namesOf,
  setFlagState,
  setTold,
  updateFlag,
} from './store.flags.ts'
import { keepPurchases } from './store.purchases.ts'

export type Checked = {
  readonly opportunityId: string
  readonly departmentId: string
  readonly occasion: Occasion
  readonly actor: Actor
  readonly at: Date
}

/**
 * Compares a file with the others, in the transaction that changed it: its row is kept, findings become flags, and what
 * no longer holds lapses, on this file and on those that were compared with it. Answers the flags of the file. Procurement
 * is written to once the file is out of its writers' hands, or at night.
 */
export async function checkSplitting(tx: Tx, app: App, checked: Checked): Promise<readonly Flag[]> {
  const { opportunityId, departmentId, occasion, actor, at } = checked
  const [before] = await purchasesOf(tx, departmentId, [opportunityId])
  const policies = await policiesOf(tx, departmentId)
  await keepPurchases(tx, departmentId, { ids: [opportunityId], saved: occasion === 'save', at, policies })
  const [after] = await purchasesOf(tx, departmentId, [opportunityId])
  const touchesOthers = !before || !after || weighsOtherwise(before, after)
  await settleFiles(tx, app, { departmentId, occasion, actor, at, policies }, [opportunityId], touchesOthers)
  const flags = await flagsOf(tx, opportunityId)
  if (occasion !== 'save') await tellProcurement(tx, app, departmentId, flags.filter(isUntold), at)
  return flags
}

type Settled = Omit<Checked, 'opportunityId'> & { readonly policies: Policies }

/**
 * Turns what the rules find about these files into flags; those that are compared with them are looked at again when
 * `touchesOthers`. Answers how many flags are new, or opened again.
 */
export async function settleFiles(
  tx: Tx,
  app: App,
  on: Settled,
  ids: readonly string[],
  touchesOthers: boolean,
): Promise<number> {
  const { departmentId, at, policies } = on
  const yardstick = yardstickOf(policies.at(at))
  const about = await flagsAbout(tx, departmentId, ids)
  const companions = about.flatMap(({ opportunityId, state }) =>
    touchesOthers && opportunityId !== null && state !== 'explained' && state !== 'lapsed' ? [opportunityId] : [],
  )
  const subjects = [...new Set([...ids, ...companions])]
  const hits = await findHits(tx, departmentId, subjects, yardstick)
  if (about.length === 0 && [...hits.values()].every((found) => found.length === 0)) return 0

  await lockFlags(tx, departmentId)
  const known = await flagsAbout(tx, departmentId, subjects)
  let opened = 0
  for (const id of subjects)
    for (const rule of fileRules) opened += await settleOne(tx, app, on, { id, rule, hits: hits.get(id) ?? [], known })
  return opened
}

async function settleOne(
  tx: Tx,
  app: App,
  on: Settled,
  { id, rule, hits, known }: { id: string; rule: FileRule; hits: readonly Hit[]; known: Flag[] },
): Promise<number> {
  const hit = hits.find((found) => found.rule === rule)
  const flag = known.find((each) => each.opportunityId === id && each.rule === rule)
  const settling = settle(
    hit,
    flag,
    known.filter((each) => each !== flag),
  )
  if (!settling) return 0
  if (settling.does === 'lapse') {
    await setFlagState(tx, settling.flag, 'lapsed')
    await recordFlag(tx, app, 'splitting.lapsed', settling.flag, on)
    if (bars(settling.flag)) await goOnLater(tx, id)
    return 0
  }
  const facts = hitFacts(settling.hit)
  if (settling.does === 'raise') {
    const { departmentId, occasion } = on
    const raised = await insertFlag(tx, app, { departmentId, occasion, opportunityId: id, ...facts }, on.at)
    known.push(raised)
    await recordFlag(tx, app, 'splitting.raised', raised, on)
    return 1
  }
  const { flag: own } = settling
  const same = JSON.stringify(own.found) === JSON.stringify(settling.hit)
  if (settling.does === 'update') {
    if (!same) await updateFlag(tx, own, { state: own.state, ...facts })
    return 0
  }
  const state = flagLifecycle.allows(own, 'reopen') ? flagLifecycle.after(own.state, 'reopen') : own.state
  await updateFlag(tx, own, { state, raisedAt: on.at, ...facts })
  await recordFlag(tx, app, 'splitting.reopened', { ...own, sum: facts.sum, members: facts.members }, on)
  return 1
}

/** A file that nothing bars any more may be ready: its own feature looks. */
export const goOnLater = (tx: Tx, opportunityId: string): Promise<void> =>
  enqueue(tx, 'opportunity.go_on', { opportunityId }, { key: `opportunity.go_on ${opportunityId}` })

export async function recordFlag(
  tx: Tx,
  app: App,
  kind: EventKind,
  { id, departmentId, opportunityId, rule, sum, limit, members }: Flag,
  { actor, at }: { actor: Actor; at: Date },
): Promise<void> {
  const file = opportunityId === null ? undefined : (await namesOf(tx, [opportunityId])).get(opportunityId)
  const facts: Facts = { rule, sum, limit, files: members.length, opportunity: opportunityId }
  const subject = { type: 'splitting_flag', id }
  await record(tx, app.random, { departmentId, kind, subject, fileId: file?.requestId ?? null, actor, at, facts })
}

/** More letters than this in one go become one letter with the list. */
const MOST_LETTERS = 3

export const isUntold = ({ rule, state, toldAt }: Flag): boolean =>
  state === 'raised' && toldAt === null && effects[rule] !== 'information'

/** Writes to procurement of findings, once each. */
export async function tellProcurement(
  tx: Tx,
  app: App,
  departmentId: string,
  flags: readonly Flag[],
  at: Date,
): Promise<void> {
  if (flags.length === 0) return
  const { zone } = await policyOf(tx, departmentId, at)
  const people = await holdersOf(tx, ['procurement'], { departmentId, day: dayOf(at, zone) })
  const files = await namesOf(
    tx,
    flags.flatMap(({ opportunityId }) => opportunityId ?? []),
  )
  for (const { id, email, language } of people) {
    const to = { address: email, language }
    if (flags.length > MOST_LETTERS) {
      const link = app.config.baseUrl + path('/splitting', language)
      const once = `splitting.raised_many ${id} ${at.toISOString()}`
      await post(tx, app.random, flagsRaisedEmail, {
        ...{ to, departmentId, at, once },
        facts: { count: flags.length, link },
      })
      continue
    }
    for (const flag of flags) {
      const file = flag.opportunityId === null ? undefined : files.get(flag.opportunityId)
      if (!file) continue
      await post(tx, app.random, flagRaisedEmail, {
        ...{ to, departmentId, at, once: `splitting.raised ${flag.id} ${flag.version} ${id}` },
        facts: { ...aboutOf(app, file, language), found: foundSays(flag.found)[language], bars: bars(flag) },
      })
    }
  }
  await setTold(
    tx,
    flags.map(({ id }) => id),
    at,
  )
}

/** Tells the client what procurement decided, when it asks something of them. */
export async function tellClientOf(
  tx: Tx,
  app: App,
  flag: Flag,
  { decision, rationale, at }: { decision: 'merge' | 'stop'; rationale: string; at: Date },
): Promise<void> {
  const files = await namesOf(tx, flag.members)
  const file = flag.opportunityId === null ? undefined : files.get(flag.opportunityId)
  const client = file && (await findPerson(tx, file.clientId))
  if (!file || !client) return
  const others = flag.members.flatMap((id) => (id === file.id ? [] : (files.get(id)?.number ?? [])))
  await post(tx, app.random, flagDecidedEmail, {
    ...{ to: { address: client.email, language: client.language }, departmentId: flag.departmentId, at },
    once: `splitting.decided ${flag.id} ${flag.version}`,
    facts: {
      ...aboutOf(app, file, client.language),
      ...{ merge: decision === 'merge', rationale, others: others.join(', ') },
    },
  })
}

/** The rules at night have no person behind them. */
export const atNight = (departmentId: string, at: Date, policies: Policies): Settled => ({
  ...{ departmentId, occasion: 'night', actor: system, at, policies },
})

const aboutOf = (app: App, { id, number, title }: Named, language: 'en' | 'fr') => ({
  number,
  title: title[language],
  link: app.config.baseUrl + path('/files/:id/splitting', language, { id }),
})
