import { confirmExclusion, judgePair } from '../evaluation/commands.duplicates.ts'
import { comparedApplications, resemblancesOf } from '../evaluation/duplicates.store.ts'
import type { Judgement } from '../evaluation/duplicates.ts'
import { done, found } from '../measures/settling.ts'
import type { ClockTime } from '../platform/time.ts'
import type { SupplierKey } from './demo.people.ts'
import type { Declared } from './demo.plan.ts'
import type { DemoFile } from './demo.stage.ts'

type DuplicateAct = { readonly day: number; readonly clock: ClockTime; readonly does: () => Promise<void> }

const shared = 'https://code.example/open-tides/harmonics'

/** What applicants say of themselves that makes their applications alike, on the file on which that is shown. */
export const alike: Partial<Record<SupplierKey, Declared>> = {
  mina: { repositories: shared },
  aurelie: { repositories: `${shared}\nhttps://code.example/estran/horaires` },
  wen: {
    repositories: 'https://code.example/estran/horaires',
    answer:
      'I help to maintain an open library for this kind of data with 40 contributors. The change I am proudest of removed half of its code and made it three times as fast, with the tests unchanged.',
  },
  jonah: { affiliates: 'Blue Heron Labs' },
}

/** Four pairs that are alike: one is found to be two, one exclusion is confirmed, one is proposed, one nobody has looked at. */
export function demoDuplicates(files: readonly DemoFile[]): DuplicateAct[] {
  const file = files.find(({ planned }) => planned.key === 'tide-tables')
  if (!file) return []
  const { app, staff } = file
  const pairOf = (one: SupplierKey, other: SupplierKey) =>
    app.read('everything', async (tx) => {
      const applications = await comparedApplications(tx, file.id)
      const idOf = (key: SupplierKey) =>
        found(applications.find(({ email }) => email === file.suppliers[key].email)?.id, `${key} did not apply`)
      const both = [idOf(one), idOf(other)]
      const pairs = await resemblancesOf(tx, file.id)
      const pair = pairs.find(({ firstId, secondId }) => both.includes(firstId) && both.includes(secondId))
      return { pairId: found(pair, `${one} and ${other} are not alike`).id, otherId: idOf(other) }
    })
  const judge = async (one: SupplierKey, other: SupplierKey, says: (otherId: string) => Judgement) => {
    const { pairId, otherId } = await pairOf(one, other)
    const input = { opportunityId: file.id, pairId, judgement: says(otherId) }
    await done(`judge ${one} and ${other}`, judgePair(app, staff.program, input))
  }
  return [
    {
      ...{ day: -2, clock: '16:00' },
      does: () => judge('mina', 'aurelie', () => ({ says: 'distinct', note: publicProject })),
    },
    {
      ...{ day: -2, clock: '16:20' },
      does: () =>
        judge('mina', 'jonah', (excludedId) => ({ says: 'exclude', because: 'affiliated', excludedId, note: owned })),
    },
    {
      ...{ day: -1, clock: '09:40' },
      does: async () => {
        const { pairId } = await pairOf('mina', 'jonah')
        const input = { opportunityId: file.id, pairId, says: 'yes' } as const
        await done('confirm the exclusion', confirmExclusion(app, staff.procurement, input))
      },
    },
    {
      ...{ day: -1, clock: '10:20' },
      does: () =>
        judge('mina', 'wen', (excludedId) => ({ says: 'exclude', because: 'same_answers', excludedId, note: copied })),
    },
  ]
}

const publicProject =
  'A public project with many contributors. Both have their own commits in it, under different names and since different years.'
const owned =
  'Tamarack Bits declares Blue Heron Labs as its affiliate, and the corporate register names the same owner.'
const copied =
  'The first answers differ in three words. The public log of the library shows commits of applicant Blue Heron Labs alone.'
