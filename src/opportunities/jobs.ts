import { type Staff, system } from '../accounts/rules.ts'
import { staffOf } from '../accounts/sessions.ts'
import { findDepartment, findPerson } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import { yes } from '../platform/decision.ts'
import { findRequest } from '../requests/store.ts'
import { onOpportunity } from './commands.file.ts'
import { goOn } from './commands.gates.ts'
import { startStatement } from './commands.writing.ts'

export const opportunityJobs = {
  /** A request that was started from something is a draft as soon as it is accepted; a second run finds it there. */
  'statement.start': async (app: App, { requestId = '' }: Readonly<Record<string, string>>) => {
    const client = await app.read('everything', (tx) => clientOf(tx, requestId))
    if (client) await startStatement(app, client, { requestId, onAcceptance: true })
  },
  /** What barred the file is gone: with every gate passed, it is ready. */
  'opportunity.go_on': async (app: App, { opportunityId = '' }: Readonly<Record<string, string>>) => {
    await onOpportunity(app, system, opportunityId, async (act) => {
      await goOn(act)
      return yes(true)
    })
  },
}

async function clientOf(tx: Tx, requestId: string): Promise<Staff | undefined> {
  const request = await findRequest(tx, requestId)
  const person = request && (await findPerson(tx, request.clientId))
  const department = request && (await findDepartment(tx, request.departmentId))
  return person && department ? staffOf(tx, person, department, await tx.now()) : undefined
}
