import type { Staff } from '../src/accounts/rules.ts'
import { decideGo, receiveRequest, screenRequest } from '../src/requests/commands.ts'
import { type AcceptedRequest, answersOf, type ClientRequest, type Need, type Verdict } from '../src/requests/rules.ts'
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

async function acceptedAgain(world: World, id: string): Promise<AcceptedRequest> {
  const request = await world.app.read('everything', (tx) => findRequest(tx, id))
  if (request?.state !== 'accepted') throw new Error('the request is not accepted')
  return request
}
