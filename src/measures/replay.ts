import { createDepartment } from '../accounts/commands.ts'
import { type Staff, type Supplier, system } from '../accounts/rules.ts'
import { type Department, findDepartmentByCode } from '../accounts/store.ts'
import type { Composed } from '../compose.ts'
import { record } from '../history/record.ts'
import { day } from '../platform/day.ts'
import { clockOf, dayOf } from '../platform/time.ts'
import { checkSetting } from '../policy/inForce.ts'
import { insertSetting } from './past.store.ts'
import { openPast, type Past } from './past.ts'
import type { Programme } from './programme.ts'
import { audienceActs } from './replay.audience.ts'
import { opportunityActs } from './replay.opportunity.ts'
import { requestActs } from './replay.requests.ts'
import type { Stage } from './replay.stage.ts'
import { ActRefused, done, found, joinStaff, joinSupplier } from './settling.ts'

export type Replayed = { readonly departmentId: string; readonly replayed: boolean }

/**
 * Runs a past programme through the commands that the pages use, each at the instant when it happened, into a
 * department of its own. When the department is there, nothing is done. @throws ActRefused when a rule refuses an act.
 */
export async function replay(program: Composed, programme: Programme, say: (line: string) => void): Promise<Replayed> {
  const { code } = programme.department
  const known = await program.worker.read('everything', (tx) => findDepartmentByCode(tx, code))
  if (known) return { departmentId: known.id, replayed: false }

  const past = openPast(program, openingOf(programme))
  try {
    const stage = await settle(past, programme)
    const acts = [...requestActs(stage), ...opportunityActs(stage), ...audienceActs(stage)]
    for (const { at, what, does } of acts.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      await past.travelTo(at)
      await does()
      await past.travelTo(at) // what the act left to be done at once
      say(`${dayOf(at, stage.department.timeZone)} ${clockOf(at, stage.department.timeZone)}  ${what}`)
    }
    await past.travelTo(endOf(programme))
    return { departmentId: stage.department.id, replayed: true }
  } finally {
    await past.close()
  }
}

/** People, policy and suppliers are there a while before anything happens. */
const openingOf = ({ steps }: Programme): Date =>
  new Date(Math.min(...steps.map(({ start }) => start.getTime())) - 30 * 86_400_000)

/** Nothing is left waiting after the last fact: every clock of the past has run out by then. */
const endOf = ({ placedNotes }: Programme): Date => new Date(placedNotes.getTime() + 365 * 86_400_000)

async function settle(past: Past, programme: Programme): Promise<Stage> {
  const { app } = past
  const { code, name, mailbox, postalAddress, timeZone } = programme.department
  const set = { code, name, mailbox, postalAddress, timeZone, simulated: true }
  const department = await done('set up the department', createDepartment(app, system, set))
  await settlePolicy(past, programme, department)

  const since = day('2021-01-01')
  const host = mailbox.split('@')[1] ?? ''
  const staff = new Map<string, Staff>()
  for (const [key, person] of Object.entries(programme.people))
    staff.set(key, await joinStaff(app, department, { ...person, email: `${key}@${host}` }, since))
  const suppliers = new Map<string, Supplier>()
  for (const { email, worker, language } of programme.opportunity.suppliers)
    suppliers.set(email, await joinSupplier(app, { email, name: worker, language, demo: false }))

  return {
    past,
    programme,
    department,
    suppliers,
    files: new Map(),
    staff: (key) => found(staff.get(key), `the facts name nobody as ${key}`),
    step: (wanted) =>
      found(
        programme.steps.find(({ step }) => step === wanted),
        `the timeline lacks the step ${wanted}`,
      ),
  }
}

/** A past programme is not held to what was learnt from it, unless its facts say so. */
const settingsOfBefore = (policy: Programme['policy']): Programme['policy'] =>
  policy.some(({ setting }) => setting === 'outreach')
    ? []
    : [
        {
          setting: 'outreach',
          from: day('2021-01-01'),
          value: { required: false, runwayBusinessDays: 0, channels: ['mailing-list', 'social'] },
          source: 'Closeout report, section 5: nothing was planned before the first posting',
        },
      ]

async function settlePolicy({ app }: Past, { policy }: Programme, { id: departmentId }: Department): Promise<void> {
  await app.transaction({ department: departmentId }, async (tx) => {
    const at = await tx.now()
    for (const { setting, from: fromDay, value, source } of [...policy, ...settingsOfBefore(policy)]) {
      const row = { setting, fromDay, value: JSON.stringify(value), source }
      const checked = checkSetting(row)
      if (!checked.ok) throw new ActRefused(`set ${setting}`, checked.because)
      await insertSetting(tx, app, { departmentId, ...row }, at)
      await record(tx, app.random, {
        ...{ departmentId, kind: 'policy.changed', fileId: null, actor: system, at },
        subject: { type: 'department', id: departmentId },
        facts: { setting, from: fromDay },
      })
    }
  })
}
