import { type Actor, system } from '../accounts/rules.ts'
import { holdersOn, writeOn } from '../awards/letters.ts'
import type { App } from '../platform/app.ts'
import type { Day } from '../platform/day.ts'
import { type Decision, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { clientAndProgram, onContract, recordOn, tellSupplier, watchDelivery } from './commands.shared.ts'
import { askedAboutLateness, declaredUnable, extensionAsked, extensionDecided } from './emails.exceptions.ts'
import type {
  AskExtensionRefusal,
  DecideExtensionRefusal,
  Extension,
  LatenessRefusal,
  UnableRefusal,
} from './rules.exceptions.ts'
import * as rules from './rules.exceptions.ts'
import { extensionsOf, insertExtension, saveExtensionDecided } from './store.exceptions.ts'
import { saveDeliveryDay, saveLateAsked, saveUnable } from './store.ts'

/** The supplier asks to deliver later, and says why. */
export function askExtension(
  app: App,
  actor: Actor,
  input: { contractId: string; day: Day; because: string; language: Extension['language'] },
): Promise<Decision<{ askedDay: Day }, AskExtensionRefusal>> {
  return onContract(app, actor, input.contractId, async (tx, contract, on) => {
    const { contractId, day, because, language } = input
    const { opportunity, now } = on
    const { zone } = await policyOf(tx, contract.departmentId, now)
    const asked = (await extensionsOf(tx, contractId)).at(-1)
    const decision = rules.askExtension(contract, { actor, asked, day, today: dayOf(now, zone) })
    if (!decision.ok) return decision

    await insertExtension(tx, app, contract, { askedDay: day, because, language, askedAt: now })
    await recordOn(tx, app, 'contract.extension_asked', contractId, on, { askedDay: day })
    await writeOn(tx, app, extensionAsked, {
      ...{ opportunity, to: await holdersOn(tx, opportunity, ['program_team', 'signatory'], now), at: now },
      ...{ page: ['/files/:id/work/extension', { id: opportunity.id }], once: `${contractId}:${now.toISOString()}` },
      facts: (about) => ({ ...about, askedDay: day }),
    })
    return yes({ askedDay: day })
  })
}

/** The program team, or Canada’s signatory, moves the delivery date or says why not. */
export function decideExtension(
  app: App,
  actor: Actor,
  input: { contractId: string; decision: 'granted' | 'refused'; reply: string },
): Promise<Decision<{ deliveryDay: Day }, DecideExtensionRefusal>> {
  return onContract(app, actor, input.contractId, async (tx, contract, on) => {
    const { contractId: id, decision: said, reply } = input
    const { opportunity, now } = on
    const { zone } = await policyOf(tx, contract.departmentId, now)
    const asked = (await extensionsOf(tx, id)).at(-1)
    const decision = rules.decideExtension(contract, {
      ...{ actor, opportunity, asked, decision: said, reply, today: dayOf(now, zone) },
    })
    if (!decision.ok) return decision

    const { id: extensionId, askedDay, by } = decision.value
    const granted = said === 'granted'
    const deliveryDay = granted ? askedDay : contract.deliveryDay
    await saveExtensionDecided(tx, extensionId, { decision: said, reply, by, at: now })
    if (granted) await saveDeliveryDay(tx, id, deliveryDay)
    if (granted) await watchDelivery(tx, id, deliveryDay, zone)
    const kind = granted ? 'contract.extended' : 'contract.extension_refused'
    await recordOn(tx, app, kind, id, on, { deliveryDay })
    await tellSupplier(tx, contract, (to) =>
      writeOn(tx, app, extensionDecided, {
        ...{ opportunity, to, page: ['/contracts/:id', { id }], once: extensionId, at: now },
        facts: (about) => ({ ...about, granted, deliveryDay, reply }),
      }),
    )
    return yes({ deliveryDay })
  })
}

/** The supplier says that they cannot deliver; Canada’s signatory ends the contract next. */
export function declareUnable(
  app: App,
  actor: Actor,
  input: { contractId: string; because: string },
): Promise<Decision<{ contractId: string }, UnableRefusal>> {
  return onContract(app, actor, input.contractId, async (tx, contract, on) => {
    const decision = rules.declareUnable(contract, actor)
    if (!decision.ok) return decision

    const { contractId, because } = input
    const { opportunity, now } = on
    await saveUnable(tx, contractId, because, now)
    await recordOn(tx, app, 'contract.declared_unable', contractId, on)
    const told = [
      ...(await clientAndProgram(tx, opportunity, now)),
      ...(await holdersOn(tx, opportunity, ['signatory'], now)),
    ]
    await writeOn(tx, app, declaredUnable, {
      ...{ opportunity, to: told, facts: (about) => about, once: contractId, at: now },
      page: ['/files/:id/work', { id: opportunity.id }],
    })
    return yes({ contractId })
  })
}

/** The supplier is asked, once for each delivery date, what became of the work. */
export function askAboutLateness(
  app: App,
  actor: Actor,
  input: { contractId: string },
): Promise<Decision<{ contractId: string }, LatenessRefusal>> {
  return onContract(app, actor, input.contractId, async (tx, contract, on) => {
    const { opportunity, now } = on
    const { zone } = await policyOf(tx, contract.departmentId, now)
    const askedOn = contract.lateAskedAt && dayOf(contract.lateAskedAt, zone)
    const decision = rules.askAboutLateness(contract, { actor, opportunity, today: dayOf(now, zone), askedOn })
    if (!decision.ok) return decision

    const { id, deliveryDay } = contract
    await saveLateAsked(tx, id, now)
    await recordOn(tx, app, 'contract.late', id, on, { deliveryDay })
    await tellSupplier(tx, contract, (to) =>
      writeOn(tx, app, askedAboutLateness, {
        ...{ opportunity, to, page: ['/contracts/:id', { id }], once: `${id}:${deliveryDay}`, at: now },
        facts: (about) => ({ ...about, deliveryDay }),
      }),
    )
    return yes({ contractId: id })
  })
}

/** The job of the day after: a refusal means that the work came, the date moved, or somebody asked already. */
export async function checkLate(app: App, { contractId }: { contractId: string }): Promise<void> {
  await askAboutLateness(app, system, { contractId })
}
