import { demoCalendar } from '../../src/admin/demo.calendar.ts'
import { fileActs } from '../../src/admin/demo.files.ts'
import { settleSuppliers, type WaterwaysStaff } from '../../src/admin/demo.people.ts'
import { type Planned, stages } from '../../src/admin/demo.plan.ts'
import type { DemoFile } from '../../src/admin/demo.stage.ts'
import { type Written, written } from '../../src/admin/demo.statements.ts'
import type { Composed } from '../../src/compose.ts'
import { openPast } from '../../src/measures/past.ts'
import { calendarOf } from '../../src/policy/inForce.ts'
import { policyOf } from '../../src/policy/store.ts'

/** Files that have come so far before the journey begins, by the commands that the pages use. */
export async function arrangeFiles(
  program: Composed,
  staff: WaterwaysStaff,
  now: Date,
  files: readonly Planned[],
): Promise<void> {
  const past = openPast(program, new Date(now.getTime() - 200 * 86_400_000))
  try {
    const { app } = past
    const suppliers = await settleSuppliers(app)
    const policy = await app.read('everything', (tx) => policyOf(tx, staff.program.departmentId, now))
    const calendar = demoCalendar(calendarOf(policy), policy.zone, now)
    const acts = files.flatMap((planned) => {
      const team = { en: 'Licensing', fr: 'Permis' }
      const said = { written: writtenFor(planned), language: 'en', team } as const
      const file: DemoFile = {
        app,
        calendar,
        staff,
        suppliers,
        planned,
        ...said,
        requestId: '',
        id: '',
        slug: '',
        outreachIds: [],
      }
      return fileActs(file)
        .filter(({ stage }) => stages.indexOf(stage) <= stages.indexOf(planned.reached))
        .map(({ day, clock, does }) => ({ at: calendar.at(planned.posted + day, clock), does }))
    })
    for (const { at, does } of acts.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
      await past.travelTo(at)
      await does()
      await past.travelTo(at)
    }
    await past.travelTo(now)
    await past.release()
  } finally {
    await past.close()
  }
}

/** The words of a file of the demonstration. */
export function writtenFor({ key }: Pick<Planned, 'key'>): Written {
  const found = written.find((each) => each.key === key)
  if (!found) throw new Error(`nothing is written for ${key}`)
  return found
}
