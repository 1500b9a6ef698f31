import { versionsAgreed } from '../applications/agreements.ts'
import { submitApplication } from '../applications/submission.ts'
import { confirmValue, enterValue } from '../draws/commands.ts'
import { confirmEvaluation, lockEvaluation } from '../evaluation/commands.lock.ts'
import { declareNoConflict, markAnswers, startEvaluation } from '../evaluation/commands.ts'
import { numbersOfSuppliers } from '../measures/past.store.ts'
import { done, found } from '../measures/settling.ts'
import { cancelOpportunity, withdrawOpportunity } from '../opportunities/commands.amendments.ts'
import { completePif, reserveFunds, sendToFinance, signCommitment } from '../opportunities/commands.gates.ts'
import { decideSplitting } from '../opportunities/commands.splitting.ts'
import { approveStatement, saveStatement, startStatement, submitStatement } from '../opportunities/commands.writing.ts'
import { firstYearOf } from '../opportunities/rules.gates.ts'
import { expectedValue } from '../opportunities/rules.readiness.ts'
import { criteriaOf, findOpportunity } from '../opportunities/store.ts'
import { finishOutreach, planOutreach } from '../outreach/commands.ts'
import { day } from '../platform/day.ts'
import { dollars } from '../platform/money.ts'
import type { ClockTime } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { publish } from '../publication/commands.ts'
import { decideGo, receiveRequest, screenRequest } from '../requests/commands.ts'
import { answersOf } from '../requests/rules.ts'
import { isUndecided } from '../splitting/rules.ts'
import { flagsOf } from '../splitting/store.flags.ts'
import { attestTranslation } from '../translation/commands.attest.ts'
import type { DemoSupplier } from './demo.people.ts'
import type { Declared } from './demo.plan.ts'
import { type DemoFile, deliveryDayOf, explainedIn, type FileAct, statementOf } from './demo.stage.ts'
import { workActs } from './demo.work.ts'

/** All acts of a file, from the client's need to the payment; the caller keeps those of the stages it has reached. */
export const fileActs = (file: DemoFile): FileAct[] => [
  ...askingActs(file),
  ...writingActs(file),
  ...gateActs(file),
  ...outreachActs(file),
  ...postingActs(file),
  ...choosingActs(file),
  ...workActs(file),
  ...endingActs(file),
]

function askingActs(file: DemoFile): FileAct[] {
  const { app, staff, written } = file
  const client = staff[file.planned.client]
  return [
    {
      ...{ stage: 'draft', day: -16, clock: '09:20' },
      does: async () => {
        const { title, background } = written
        const language = file.language
        const told = {
          subject: title[language],
          team: file.team[file.language],
          homeBranch: true,
          language,
          need: background[language],
        }
        const rest = {
          answers: answersOf(() => true),
          maintainer: file.team[file.language],
          estimate: dollars(written.price),
        }
        file.requestId = (await done('receive', receiveRequest(app, client, { ...told, ...rest }))).id
      },
    },
    {
      ...{ stage: 'draft', day: -15, clock: '10:10' },
      does: async () => {
        const verdict = { answers: answersOf(() => true), meetsCriteria: true, reply: '', outcome: 'accept' } as const
        await done('screen', screenRequest(app, staff.program, { id: file.requestId, verdict }))
      },
    },
    {
      ...{ stage: 'draft', day: -14, clock: '11:00' },
      does: async () => {
        const go = { id: file.requestId, said: 'go', reason: '', workingDays: 0.25 } as const
        await done('give the Go', decideGo(app, staff.procurement, go))
      },
    },
  ]
}

function writingActs(file: DemoFile): FileAct[] {
  const { app, staff } = file
  const { apart } = file.planned
  const client = staff[file.planned.client]
  return [
    {
      ...{ stage: 'draft', day: -14, clock: '14:00' },
      does: async () => {
        const { requestId } = file
        file.id = (await done('start the statement', startStatement(app, client, { requestId }))).id
      },
    },
    {
      ...{ stage: 'draft', day: -12, clock: '15:30' },
      does: async () => {
        const statement = statementOf(file, file.planned.reached === 'draft' ? 'begun' : 'whole')
        await done('save the statement', saveStatement(app, client, { ...(await seen(file)), statement }))
      },
    },
    {
      ...{ stage: 'in_review', day: -11, clock: '10:00' },
      does: async () => {
        await done(
          'submit',
          submitStatement(app, client, { ...(await seen(file)), workingDays: 1, explained: explainedIn(file) }),
        )
      },
    },
    {
      ...{ stage: 'commitment', day: -10, clock: '11:00' },
      does: async () => void (await done('approve', approveStatement(app, staff.procurement, { id: file.id }))),
    },
    ...(apart === undefined
      ? []
      : [{ stage: 'commitment' as const, day: -10, clock: '11:20' as const, does: () => explain(file, apart) }]),
  ]
}

/** Procurement read what was found about the file, and says why it is no contract cut up. */
async function explain({ app, staff, id }: DemoFile, rationale: string): Promise<void> {
  const flags = await app.read('everything', (tx) => flagsOf(tx, id))
  const { id: flagId, version } = found(flags.find(isUndecided), 'nothing was found to explain')
  const input = { id, flagId, seen: version, decision: 'explain', rationale } as const
  await done('explain the finding', decideSplitting(app, staff.procurement, input))
}

function gateActs(file: DemoFile): FileAct[] {
  const { app, staff } = file
  const client = staff[file.planned.client]
  return [
    {
      ...{ stage: 'commitment', day: -10, clock: '13:30' },
      does: async () => {
        const pif = { costCentre: '2210-07', account: '0819', note: '' }
        await done('complete the form', completePif(app, client, { id: file.id, pif, workingDays: 0.5 }))
      },
    },
    {
      ...{ stage: 'funds', day: -9, clock: '09:45' },
      does: async () => {
        await done('sign the commitment', signCommitment(app, staff.section32, { id: file.id, workingDays: 0.25 }))
      },
    },
    {
      ...{ stage: 'funds', day: -9, clock: '14:20' },
      does: async () => void (await done('send to finance', sendToFinance(app, client, { id: file.id }))),
    },
    {
      ...{ stage: 'ready', day: -8, clock: '10:30' },
      does: async () => {
        const { amount, fiscalYear } = await committed(file)
        const reservation = { number: `FR-${file.planned.key.slice(0, 6).toUpperCase()}`, fiscalYear, amount }
        const input = { id: file.id, reservation, payableAtYearEnd: false, workingDays: 0.5 }
        await done('reserve', reserveFunds(app, staff.finance, input))
      },
    },
    {
      ...{ stage: 'ready', day: -6, clock: '15:00' },
      does: async () => {
        await done('attest', attestTranslation(app, staff.program2, { ...(await seen(file)), workingDays: 1 }))
      },
    },
  ]
}

/** The program team makes each posting known: planned as the statement is submitted, done on its days. */
function outreachActs(file: DemoFile): FileAct[] {
  const { app, staff, calendar, planned } = file
  const day = (after: number) => calendar.day(planned.posted + after)
  const plan = (channel: 'mailing-list' | 'schools' | 'communities', after: number, already = false) =>
    done(
      `plan ${channel}`,
      planOutreach(app, staff.program, {
        ...{ id: file.id, language: 'en', channel, ownName: '', day: day(after), done: already },
      }),
    )
  const record = async (place: number, after: number, result: string, reached: number | null) => {
    const activityId = found(file.outreachIds[place], 'no outreach was planned')
    const input = { id: file.id, activityId, day: day(after), result, reached, language: 'en' } as const
    await done('record the outreach', finishOutreach(app, staff.program, input))
  }
  return [
    {
      ...{ stage: 'in_review', day: -11, clock: '15:00' },
      does: async () => {
        await plan('mailing-list', -15, true)
        file.outreachIds = [await plan('schools', -9), await plan('communities', 2)]
      },
    },
    {
      ...{ stage: 'ready', day: -6, clock: '16:00' },
      does: async () => {
        await record(0, -9, 'Two colleges put it on their job boards.', 340)
      },
    },
    {
      ...{ stage: 'closed', day: 3, clock: '15:10' },
      does: () => record(1, 2, 'Three groups passed it on to their members.', null),
    },
  ]
}

function postingActs(file: DemoFile): FileAct[] {
  const { app, staff, suppliers, planned } = file
  return [
    {
      ...{ stage: 'open', day: 0, clock: '10:00' },
      does: async () => {
        file.slug = (await done('post', publish(app, staff.program, { id: file.id, workingDays: 0.5 }))).slug
      },
    },
    ...planned.applicants.map(
      (key, place): FileAct => ({
        ...{ stage: 'open', day: 1, clock: applyingClocks[place] ?? '16:50' },
        does: async () => {
          const supplier = suppliers[key]
          const input = { slug: file.slug, content: contentOf(supplier, planned.declares?.[key]) }
          await done('apply', submitApplication(app, supplier, input))
        },
      }),
    ),
    // Closing comes by itself: the job runs on the way to this instant.
    { ...{ stage: 'closed', day: 6, clock: '15:00' }, does: async () => {} },
  ]
}

function choosingActs(file: DemoFile): FileAct[] {
  const { app, staff, planned } = file
  const client = staff[planned.client]
  const opportunityId = () => file.id
  const half = Math.ceil(planned.applicants.length / 2)
  return [
    {
      ...{ stage: 'evaluating', day: 7, clock: '09:00' },
      does: async () => {
        const input = { opportunityId: opportunityId(), evaluators: [client.id] }
        await done('start the evaluation', startEvaluation(app, staff.program, input))
      },
    },
    {
      ...{ stage: 'evaluating', day: 7, clock: '10:00' },
      does: async () => {
        const input = { opportunityId: opportunityId(), reads: ['en', 'fr'] } as const
        await done('declare', declareNoConflict(app, client, input))
      },
    },
    { ...{ stage: 'evaluating', day: 7, clock: '15:00' }, does: () => markSome(file, 0, half) },
    { ...{ stage: 'confirmed', day: 8, clock: '11:00' }, does: () => markSome(file, half, planned.applicants.length) },
    {
      ...{ stage: 'confirmed', day: 8, clock: '14:00' },
      does: async () => void (await done('lock', lockEvaluation(app, client, { opportunityId: opportunityId() }))),
    },
    {
      ...{ stage: 'confirmed', day: 9, clock: '10:00' },
      does: async () => {
        await done('confirm', confirmEvaluation(app, staff.procurement, { opportunityId: opportunityId() }))
      },
    },
    ...(planned.passing > 1 ? drawActs(file) : []),
  ]
}

/** The public number, typed in by one person and confirmed by another; it is made up, as everything here. */
function drawActs(file: DemoFile): FileAct[] {
  const { app, staff } = file
  return [
    {
      ...{ stage: 'offered', day: 16, clock: '09:00' },
      does: async () => {
        const input = { opportunityId: file.id, value: '3.11.17.24.38.45.' }
        await done('enter the number', enterValue(app, staff.program2, input))
      },
    },
    {
      ...{ stage: 'offered', day: 16, clock: '10:00' },
      does: async () => {
        await done('confirm the number', confirmValue(app, staff.procurement, { opportunityId: file.id }))
      },
    },
  ]
}

/** When each applicant hands in, on the first day. */
const applyingClocks: readonly ClockTime[] = ['10:24', '11:40', '13:05', '15:32']

/** What ends a file before it has a supplier. */
function endingActs(file: DemoFile): FileAct[] {
  const { app, staff, planned } = file
  if (planned.turn === 'cancelled')
    return [
      {
        ...{ stage: planned.reached, day: -8, clock: '10:00' },
        does: async () => {
          const input = { id: file.id, reason: 'The site is replaced next year.', publicReason: { en: '', fr: '' } }
          await done('cancel', cancelOpportunity(app, staff.program, input))
        },
      },
    ]
  if (planned.turn === 'withdrawn')
    return [
      {
        ...{ stage: planned.reached, day: 4, clock: '10:00' },
        does: async () => {
          const publicReason = {
            en: 'The data changes owner this spring; the work would have to be done twice.',
            fr: 'Les données changent de responsable ce printemps; le travail serait à refaire.',
          }
          const input = { id: file.id, reason: publicReason.en, publicReason }
          await done('withdraw', withdrawOpportunity(app, staff.program, input))
        },
      },
    ]
  return []
}

async function markSome(file: DemoFile, from: number, to: number): Promise<void> {
  const { app, staff, planned, suppliers } = file
  const [numbers, criteria] = await app.read('everything', async (tx) => [
    await numbersOfSuppliers(tx, file.id),
    await criteriaOf(tx, file.id, 'application'),
  ])
  for (const [place, key] of planned.applicants.entries()) {
    if (place < from || place >= to) continue
    const { id, name, language } = suppliers[key]
    const number = found(numbers.get(id), `${name} did not apply`)
    const passed = place < planned.passing
    const marks = criteria.map(({ id: criterionId, position }) => ({
      ...{ criterionId, language },
      passed: passed || position > 1,
      rationale: reasons[passed || position > 1 ? 'met' : 'unmet'][language],
    }))
    const evaluator = staff[planned.client]
    await done(`mark ${name}`, markAnswers(app, evaluator, { opportunityId: file.id, number, marks }))
  }
}

const reasons = {
  met: {
    en: 'The answer names a comparable piece of work and says how its result was checked.',
    fr: 'La réponse nomme un travail comparable et dit comment le résultat en a été vérifié.',
  },
  unmet: {
    en: 'The answer describes experience in general and names no comparable piece of work, which the criterion asks for.',
    fr: 'La réponse décrit une expérience générale et ne nomme aucun travail comparable, ce que demande le critère.',
  },
}

const contentOf = ({ firm, name, email, language, answers }: DemoSupplier, more: Declared = {}) => ({
  ...{ language, legalName: firm, operatingName: '', workerName: name, signatoryName: name, email },
  ...{ publicService: 'no' as const, affiliates: more.affiliates ?? '', repositories: more.repositories ?? '' },
  ...versionsAgreed(day('2026-01-01')),
  answers: answers.map((answer, place) => ({ position: place + 1, answer: (place === 0 && more.answer) || answer })),
})

/** The version that whoever saves next has read. */
async function seen({ app, id }: DemoFile): Promise<{ id: string; seen: number }> {
  const opportunity = await app.read('everything', (tx) => findOpportunity(tx, id))
  return { id, seen: found(opportunity, 'no statement was started').version }
}

/** The full expected value, tax included, in the fiscal year of the delivery. */
function committed(file: DemoFile) {
  const { app, id, calendar, planned, written } = file
  return app.read('everything', async (tx) => {
    const { departmentId } = found(await findOpportunity(tx, id), 'no statement was started')
    const policy = await policyOf(tx, departmentId, await tx.now())
    const amount = expectedValue(policy, calendar.day(planned.posted - 8), dollars(written.price))
    return { amount, fiscalYear: firstYearOf(deliveryDayOf(file)) }
  })
}
