import { stepEventsOf } from '../src/history/steps.store.ts'
import { completePif, reserveFunds, sendToFinance, signCommitment } from '../src/opportunities/commands.gates.ts'
import { decideSplitting } from '../src/opportunities/commands.splitting.ts'
import {
  approveStatement,
  saveStatement,
  startStatement,
  submitStatement,
} from '../src/opportunities/commands.writing.ts'
import { writeNotice } from '../src/opportunities/notice.ts'
import type { Opportunity, Statement } from '../src/opportunities/rules.ts'
import { findOpportunity, lockOpportunity, scheduleClosing, setOpportunityState } from '../src/opportunities/store.ts'
import { planOutreach } from '../src/outreach/commands.ts'
import { day } from '../src/platform/day.ts'
import type { Decision } from '../src/platform/decision.ts'
import { dollars } from '../src/platform/money.ts'
import { dayOf } from '../src/platform/time.ts'
import { undecidedFlags } from '../src/splitting/store.flags.ts'
import { attestTranslation } from '../src/translation/commands.attest.ts'
import { arrangeReleased } from './arrange.requests.ts'
import type { World } from './world.ts'

/** A complete statement, posted any day from 4 May 2026 to 19 May 2026: closing on Tuesday the 26th, 2 p.m. Eastern. */
export const statement = (changed: Partial<Statement> = {}): Statement => ({
  title: {
    en: 'Fix a keyboard trap in the boat-licence date picker',
    fr: 'Corriger un piège au clavier dans le calendrier des permis',
  },
  teaser: { en: 'Keyboard users cannot leave the calendar.', fr: 'Au clavier, on ne peut plus quitter le calendrier.' },
  team: { en: 'Licensing', fr: 'Permis' },
  background: { en: 'About 61,000 people renew online.', fr: 'Environ 61 000 personnes renouvellent en ligne.' },
  work: { en: 'Start from issue 412.', fr: 'Partez du ticket 412.' },
  skills: [{ en: 'TypeScript', fr: 'TypeScript' }],
  workCriteria: [
    {
      en: 'The keyboard gets in and out\nTab leaves the calendar.',
      fr: 'Le clavier entre et sort\nTab quitte le calendrier.',
    },
    { en: 'A licence file and documentation are there', fr: 'Un fichier de licence et de la documentation y sont' },
    { en: 'The automated security check passes', fr: 'La vérification automatisée de la sécurité réussit' },
  ],
  applicationCriteria: [
    { en: 'You have repaired focus handling before', fr: 'Vous avez déjà corrigé la gestion du focus' },
  ],
  provisions: [{ text: { en: 'A test environment.', fr: 'Un environnement d’essai.' }, dueDay: day('2026-06-01') }],
  licence: 'MIT',
  repository: { kind: 'department', url: 'https://example.org/waterways/licence-forms' },
  hasInterface: true,
  hours: 90,
  price: dollars(6_500),
  closesAt: new Date('2026-05-26T18:00:00Z'),
  selectionDay: day('2026-05-28'),
  deliveryDay: day('2026-07-31'),
  declared: { standalone: true, noCapacity: true, unclassified: true },
  ...changed,
})

/** Why the work stands alone, and why nobody inside does it. */
export const explained = {
  standalone: {
    en: 'The repair has one result and needs nothing else to serve.',
    fr: 'La correction donne un seul résultat et sert sans rien d’autre.',
  },
  noCapacity: {
    en: 'Nobody on the team knows how screen readers move the focus.',
    fr: 'Personne dans l’équipe ne connaît la gestion du focus des lecteurs d’écran.',
  },
}

/** A draft with these words, started by the client on a request with a Go. */
export async function arrangeDraft(world: World, changed: Partial<Statement> = {}): Promise<Opportunity> {
  const { id: requestId } = await arrangeReleased(world)
  tick(world)
  const { id, version } = done(await startStatement(world.app, world.staff.client, { requestId }))
  tick(world)
  done(await saveStatement(world.app, world.staff.client, { id, seen: version, statement: statement(changed) }))
  return found(world, id)
}

/** Submitted: frozen, and waiting for its approval. */
export async function arrangeInReview(world: World, changed: Partial<Statement> = {}): Promise<Opportunity> {
  const { id, version } = await arrangeDraft(world, changed)
  tick(world)
  done(await submitStatement(world.app, world.staff.client, { id, seen: version, explained }))
  await explainSplitting(world, id)
  return found(world, id)
}

/** Approved, with its initiation form: section 32 is next. */
export async function arrangeInApproval(world: World, changed: Partial<Statement> = {}): Promise<Opportunity> {
  const { id } = await arrangeInReview(world, changed)
  tick(world)
  done(await approveStatement(world.app, world.staff.procurement, { id }))
  const pif = { costCentre: '4410', account: '51321', note: '' }
  tick(world)
  done(await completePif(world.app, world.staff.client, { id, pif }))
  return found(world, id)
}

/** Files of one world share a team and a repository: procurement says that they are needs of their own. */
export async function explainSplitting(world: World, id: string): Promise<void> {
  for (const { id: flagId, version: seen } of await world.app.read('everything', (tx) => undecidedFlags(tx, id))) {
    const said = { decision: 'explain', rationale: 'A bug that nobody had planned.' } as const
    done(await decideSplitting(world.app, world.staff.procurement, { id, flagId, seen, ...said }))
  }
}

export const reservation = { number: 'FR-1187', fiscalYear: 2026, amount: dollars(7_475) }

/** Every gate passed: ready to post. */
export async function arrangeReady(world: World, changed: Partial<Statement> = {}): Promise<Opportunity> {
  const { id, version } = await arrangeInApproval(world, changed)
  tick(world)
  done(await signCommitment(world.app, world.staff.section32, { id }))
  tick(world)
  done(await sendToFinance(world.app, world.staff.client, { id }))
  tick(world)
  done(await reserveFunds(world.app, world.staff.finance, { id, reservation, payableAtYearEnd: false }))
  tick(world)
  done(await attestTranslation(world.app, world.staff.program, { id, seen: version }))
  await arrangeOutreach(world, id)
  return found(world, id)
}

/** People were told of it two months ago: a department’s first posting goes out only then. */
export async function arrangeOutreach(world: World, id: string): Promise<void> {
  const told = new Date(world.now.getTime() - 60 * 86_400_000)
  const asked = { channel: 'mailing-list', ownName: '', day: dayOf(told, 'America/Toronto'), done: true } as const
  done(await planOutreach(world.app, world.staff.program, { id, language: 'en', ...asked }))
}

/** Posted, as far as this feature goes: open, with its notice and the job that closes it. */
export async function arrangePosted(world: World, changed: Partial<Statement> = {}): Promise<Opportunity> {
  const { id } = await arrangeReady(world, changed)
  tick(world)
  await world.app.transaction('everything', async (tx) => {
    const opportunity = await lockOpportunity(tx, id)
    await setOpportunityState(tx, opportunity, 'publish', {
      publishedAt: await tx.now(),
      publishedBy: world.staff.program.id,
    })
    const { closesAt } = await writeNotice(tx, id)
    await scheduleClosing(tx, { id, closesAt })
  })
  return found(world, id)
}

/** A second later: acts one after the other, as people do them, have instants of their own. */
export function tick(world: World): void {
  world.now = new Date(world.now.getTime() + 1_000)
}

export async function found(world: World, id: string): Promise<Opportunity> {
  const opportunity = await world.app.read('everything', (tx) => findOpportunity(tx, id))
  if (!opportunity) throw new Error(`opportunity ${id} is not there`)
  return opportunity
}

/** The value of a decision that must not be a refusal. */
export function done<Value>(decision: Decision<Value, string>): Value {
  if (!decision.ok) throw new Error(`refused: ${decision.because}`)
  return decision.value
}

/** What the record says of a file: its events in their order, and its steps. */
export const recordedOn = (world: World, requestId: string) =>
  world.app.read('everything', async (tx) => ({
    kinds: (
      await tx
        .selectFrom('historyEvents')
        .select('kind')
        .where('fileId', '=', requestId)
        .orderBy('at')
        .orderBy('id')
        .execute()
    ).map(({ kind }) => kind),
    steps: (await stepEventsOf(tx, [requestId])).get(requestId) ?? [],
  }))

/** The letters that name this id, the oldest first. */
export const lettersAbout = (world: World, id: string) =>
  world.app.read('everything', async (tx) =>
    (await tx.selectFrom('outboxMessages').selectAll().orderBy('createdAt').orderBy('id').execute()).filter(
      ({ facts }) => facts.includes(id),
    ),
  )
