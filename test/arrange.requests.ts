import { createDepartment } from '../src/accounts/commands.ts'
import { type Staff, system } from '../src/accounts/rules.ts'
import { answerQuestion, askClient } from '../src/requests/commands.questions.ts'
import { decideReferral, handOn } from '../src/requests/commands.referrals.ts'
import { decideGo, receiveRequest, screenRequest } from '../src/requests/commands.ts'
import { type AcceptedRequest, answersOf, type ClientRequest, type Need, type Verdict } from '../src/requests/rules.ts'
import { referralsTo } from '../src/requests/store.referrals.ts'
import { findRequest } from '../src/requests/store.ts'
import type { World } from './world.ts'

export const need = (changed: Partial<Need> = {}): Need => ({
  subject: 'Validate boat-licence numbers offline',
  team: 'Licensing',
  homeBranch: true,
  language: 'en',
  need: 'Counters lose the network. **A check** of the number is enough.',
  answers: answersOf(() => true),
  maintainer: 'Two developers of the team',
  estimate: null,
  ...changed,
})

export const acceptance: Verdict = { answers: answersOf(() => true), meetsCriteria: true, reply: '', outcome: 'accept' }

/** A request as the client sent it. */
export async function arrangeReceived(world: World, changed: Partial<Need> = {}, by?: Staff): Promise<ClientRequest> {
  const decision = await receiveRequest(world.app, by ?? world.staff.client, need(changed))
  if (!decision.ok) throw new Error(`the request was refused: ${decision.because}`)
  return decision.value
}

/** A request that the program accepted. */
export async function arrangeAccepted(world: World, changed: Partial<Need> = {}): Promise<AcceptedRequest> {
  const { id } = await arrangeReceived(world, changed)
  const decision = await screenRequest(world.app, world.staff.program, { id, verdict: acceptance })
  if (!decision.ok) throw new Error(`the screening was refused: ${decision.because}`)
  return acceptedAgain(world, id)
}

/** A request with procurement's Go: the client may start the statement. */
export async function arrangeReleased(world: World, changed: Partial<Need> = {}): Promise<AcceptedRequest> {
  const { id } = await arrangeAccepted(world, changed)
  const decision = await decideGo(world.app, world.staff.procurement, { id, said: 'go', reason: '' })
  if (!decision.ok) throw new Error(`the Go was refused: ${decision.because}`)
  return acceptedAgain(world, id)
}

/** A question that waits for its client, and one that was answered. */
export async function arrangeQuestions(world: World): Promise<void> {
  for (const answered of [false, true]) {
    const { id } = await arrangeReceived(world)
    const asked = await askClient(world.app, world.staff.program, { id, question: 'Which counters would use it?' })
    if (!asked.ok) throw new Error(`the question was refused: ${asked.because}`)
    if (!answered) continue
    const answer = await answerQuestion(world.app, world.staff.client, { id, answer: 'The three of the harbour.' })
    if (!answer.ok) throw new Error(`the answer was refused: ${answer.because}`)
  }
}

/** Needs that another department handed on to this one: one to decide, one taken on. */
export async function arrangeReferral(world: World): Promise<void> {
  const department = {
    ...{ code: 'PK', name: { en: 'Department of Parks', fr: 'Ministère des Parcs' }, mailbox: 'micro@parks.example' },
    ...{ postalAddress: '2 Trail Street, Ottawa ON K1A 0A1', simulated: true },
  }
  const made = await createDepartment(world.app, system, department)
  if (!made.ok) throw new Error(`the department was refused: ${made.because}`)
  const parks = { departmentId: made.value.id, departmentCode: department.code }
  const [asker, screener] = [
    { ...world.staff.client, ...parks },
    { ...world.staff.program, ...parks },
  ]
  for (const [subject, taken] of [
    ['Trail map for canal paths', false],
    ['Count the locks of each trail', true],
  ] as const) {
    const { id } = await arrangeReceived(world, { subject }, asker)
    const verdict: Verdict = {
      ...{ answers: answersOf((of) => of !== 'isOwnDepartment'), meetsCriteria: false, reply: '', outcome: 'decline' },
      ...{ reason: 'other_department', referredTo: '', referredDepartmentId: world.departmentId },
    }
    const screened = await screenRequest(world.app, screener, { id, verdict })
    if (!screened.ok) throw new Error(`the screening was refused: ${screened.because}`)
    await handOn(world.worker, { requestId: id })
    if (!taken) continue
    const [newest] = await world.app.read('everything', (tx) => referralsTo(tx, world.departmentId))
    const said = { id: newest?.id ?? '', decision: 'taken', note: 'Write to us.' } as const
    const decided = await decideReferral(world.app, world.staff.program, said)
    if (!decided.ok) throw new Error(`the referral was refused: ${decided.because}`)
  }
}

async function acceptedAgain(world: World, id: string): Promise<AcceptedRequest> {
  const request = await world.app.read('everything', (tx) => findRequest(tx, id))
  if (request?.state !== 'accepted') throw new Error('the request is not accepted')
  return request
}
