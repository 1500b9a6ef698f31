import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrangeRunning } from '../../test/arrange.awards.ts'
import {
  arrangeDraft,
  arrangeInApproval,
  arrangeReady,
  done,
  found,
  reservation,
  tick,
} from '../../test/arrange.opportunities.ts'
import { type Planted, plantFiles } from '../../test/arrange.splitting.ts'
import { openWorld, type World } from '../../test/world.ts'
import { system } from '../accounts/rules.ts'
import { cancelOpportunity } from '../opportunities/commands.amendments.ts'
import { reserveFunds, sendToFinance, signCommitment } from '../opportunities/commands.gates.ts'
import { decideSplitting } from '../opportunities/commands.splitting.ts'
import { type Day, day } from '../platform/day.ts'
import { cents, dollars } from '../platform/money.ts'
import { addDays, instantAt } from '../platform/time.ts'
import { policiesOf, policyOf } from '../policy/store.ts'
import { publish } from '../publication/commands.ts'
import { attestTranslation } from '../translation/commands.attest.ts'
import { checkDepartment, nightlyChecks } from './commands.night.ts'
import { checkSplitting } from './commands.ts'
import { hitsOf, yardstickOf } from './rules.compare.ts'
import { likeness, likenessOf, trigramsOf } from './rules.spelling.ts'
import type { FlagDecision, Occasion } from './rules.ts'
import { findHits, purchasesOf } from './store.compared.ts'
import { departmentFlag, flagsAgainstPosting, flagsOf } from './store.flags.ts'
import { keepPurchases } from './store.purchases.ts'
import { waitingForSplitting } from './waiting.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Prices before tax whose value with 15 % is exactly that. */
const FIFTY_ONE_HUNDRED = cents(443_478)
const FIVE_THOUSAND = cents(434_783)

const everything = <T>(question: Parameters<typeof world.app.read<T>>[1]) => world.app.read('everything', question)
const flags = (id: string) => everything((tx) => flagsOf(tx, id))
const rulesOn = async (id: string) => (await flags(id)).map(({ rule, state }) => `${rule} ${state}`).sort()
const at = (on: Day) => instantAt(on, '10:00', 'America/Toronto')
const letters = async (kind: string) => {
  const rows = await everything((tx) =>
    tx.selectFrom('outboxMessages').select(['toAddress', 'facts']).where('kind', '=', kind).execute(),
  )
  return rows
}

const file = (changed: Partial<Planted> = {}): Planted => ({
  ...{ clientId: world.staff.client.id, team: 'Licensing', repository: 'https://github.com/waterways/forms' },
  ...{ title: 'Fix the date picker', work: 'Tab leaves the calendar.', skills: ['TypeScript'] },
  ...{ priceCents: FIFTY_ONE_HUNDRED, committedAt: at(day('2026-05-04')), state: 'in_approval' },
  ...changed,
})

const check = (opportunityId: string, occasion: Occasion = 'submission') =>
  world.app.transaction('everything', async (tx) =>
    checkSplitting(tx, world.app, {
      ...{ opportunityId, departmentId: world.departmentId, occasion, actor: system, at: await tx.now() },
    }),
  )

/** Plants files and checks each, the last one last; answers the ids. */
async function planted(...some: readonly Partial<Planted>[]): Promise<string[]> {
  const ids = await plantFiles(world.app, world.departmentId, some.map(file))
  for (const id of ids) await check(id)
  return ids
}

async function decide(id: string, decision: FlagDecision, rule = 'S1', by = world.staff.procurement) {
  const flag = (await flags(id)).find((each) => each.rule === rule)
  if (!flag) throw new Error(`no flag ${rule}`)
  tick(world)
  const rationale = 'A second bug that nobody had planned.'
  return decideSplitting(world.app, by, { id, flagId: flag.id, seen: flag.version, decision, rationale })
}

let teams = 0
/** A repository and a team that no other test knows. */
const apart = () => {
  teams += 1
  return { team: `Team ${teams}`, repository: `https://github.com/waterways/repo-${teams}` }
}

describe('the rules on rows', () => {
  it('find 2 x 5,100 for the same repository 20 days apart, and write to procurement once', async () => {
    const own = apart()
    const [first = '', second = ''] = await planted(own, { ...own, committedAt: at(day('2026-05-24')) })
    expect(await rulesOn(first)).toEqual([])
    const [flag] = await flags(second)
    expect(flag).toMatchObject({ rule: 'S1', state: 'raised', sum: dollars(10_200), limit: dollars(10_000) })
    expect(flag?.members).toEqual([second, first])
    const before = (await letters('splitting.raised')).length
    await check(second)
    expect((await letters('splitting.raised')).length).toBe(before)
    const told = (await letters('splitting.raised')).filter(({ facts }) => facts.includes(second))
    expect(told.map(({ toAddress }) => toAddress)).toContain(world.staff.procurement.email)
    const waits = await everything((tx) => waitingForSplitting(tx, world.staff.procurement, 'fr'))
    expect(waits.map(({ href }) => href)).toContain(`/fr/dossiers/${second}/fractionnement`)
  })

  it('let 2 x 5,000 exactly pass', async () => {
    const own = { ...apart(), priceCents: FIVE_THOUSAND }
    const [, second = ''] = await planted(own, { ...own, committedAt: at(day('2026-05-24')) })
    expect(await rulesOn(second)).toEqual([])
    const [purchase] = await everything((tx) => purchasesOf(tx, world.departmentId, [second]))
    expect(purchase?.original).toBe(dollars(5_000))
  })

  it('find three teams with one parent issue', async () => {
    const { repository } = apart()
    const work = `Part of ${repository}/issues/412.`
    const three = ['Maps', 'Tides', 'Locks'].map((team) => ({ team, work, repository: '', priceCents: 400_000 }))
    const [, , third = ''] = await planted(...three)
    const [flag] = await flags(third)
    expect(flag).toMatchObject({ rule: 'S1', sum: dollars(13_800) })
    expect(flag?.members).toHaveLength(3)
  })

  it('leave out what was cancelled, and the file itself', async () => {
    const own = apart()
    const [, second = ''] = await planted({ ...own, state: 'cancelled' }, own)
    expect(await rulesOn(second)).toEqual([])
    const [alone = ''] = await planted({ ...apart(), priceCents: 860_000 })
    expect(await rulesOn(alone)).toEqual([])
  })

  it('look across 31 March and 1 April, and no further than a year', async () => {
    const own = apart()
    const [, april = ''] = await planted(
      { ...own, committedAt: at(day('2026-03-31')) },
      { ...own, committedAt: at(day('2026-04-01')) },
    )
    expect(await rulesOn(april)).toEqual(['S1 raised', 'S4 raised'])
    const other = apart()
    const [, later = ''] = await planted(other, { ...other, committedAt: at(day('2027-05-05')) })
    expect(await rulesOn(later)).toEqual([])
  })

  it('find an amendment that passes the limit', async () => {
    const [id = ''] = await planted({ ...apart(), state: 'open', priceCents: 860_000 })
    expect(await rulesOn(id)).toEqual([])
    const priced = (priceCents: number) =>
      world.app.transaction('everything', (tx) =>
        tx.updateTable('opportunities').set({ priceCents }).where('id', '=', id).execute(),
      )
    await priced(869_565)
    await check(id, 'amendment')
    expect(await rulesOn(id)).toEqual([])
    await priced(869_566)
    await check(id, 'amendment')
    expect(await rulesOn(id)).toEqual(['S5 raised'])
    const [flag] = await flags(id)
    expect(flag).toMatchObject({ occasion: 'amendment', sum: 1_000_001 })
    expect(flag?.found).toMatchObject({ own: { original: dollars(9_890), amended: 11_001 } })
    expect(await everything((tx) => flagsAgainstPosting(tx, id))).toEqual([])
  })

  it('say what the pure rules say of the same files', async () => {
    const teamsOf = ['Rivers', 'Canals']
    const words = ['Fix the date picker of the form', 'Fix the date picker of the map', 'Clean the tide tables']
    const some = Array.from(
      { length: 60 },
      (_, place): Partial<Planted> => ({
        team: teamsOf[place % 2] ?? '',
        repository: place % 3 === 0 ? 'https://github.com/waterways/agree' : '',
        title: words[place % words.length] ?? '',
        work: place % 7 === 0 ? 'Part of https://github.com/waterways/agree/issues/7' : '',
        skills: place % 4 === 0 ? ['CSS'] : ['TypeScript', 'Forms'],
        clientId: place % 5 === 0 ? world.staff.program.id : world.staff.client.id,
        priceCents: [100_000, 300_000, 443_478, 860_000][place % 4] ?? 0,
        committedAt: at(addDays(day('2024-01-01'), (place * 37) % 700)),
        state: (['in_approval', 'open', 'cancelled', 'in_approval'] as const)[place % 4] ?? 'draft',
      }),
    )
    const ids = await plantFiles(world.app, world.departmentId, some.map(file))
    await world.app.transaction('everything', async (tx) => {
      const policies = await policiesOf(tx, world.departmentId)
      await keepPurchases(tx, world.departmentId, { ids, saved: false, at: world.now, policies })
    })
    await everything(async (tx) => {
      const yardstick = yardstickOf(await policyOf(tx, world.departmentId, world.now))
      const all = await purchasesOf(tx, world.departmentId, ids)
      const byDatabase = await findHits(tx, world.departmentId, ids, yardstick)
      expect([...byDatabase.values()].flat().length).toBeGreaterThan(20)
      for (const one of all) expect(byDatabase.get(one.id)).toEqual(hitsOf(one, all, yardstick, likenessOf))
    })
  })

  it('compare words as pg_trgm does', async () => {
    const pairs = [
      ['fix a keyboard trap in the date picker', 'fix a keyboard trap in the calendar'],
      ['corriger l acces au formulaire', 'corriger l acces a la carte'],
      ['abc', 'xyz'],
    ] as const
    for (const [one, other] of pairs) {
      const { rows } = await everything((tx) =>
        sql<{ alike: number }>`select similarity(${one}, ${other}) as alike`.execute(tx),
      )
      expect(likeness(trigramsOf(one), trigramsOf(other))).toBeCloseTo(rows[0]?.alike ?? -1, 5)
    }
  })
})

describe('a decision', () => {
  it('that explains stays closed for the same files, and opens again when one joins', async () => {
    const own = apart()
    const [first = '', second = ''] = await planted(own, own)
    expect(await decide(second, 'explain')).toMatchObject({ ok: true })
    await check(second)
    await check(first)
    expect(await rulesOn(second)).toEqual(['S1 explained', 'S4 raised'])
    expect(await rulesOn(first)).toEqual([])
    const [third = ''] = await planted({ ...own, priceCents: 1, committedAt: at(day('2026-05-20')) })
    await check(second)
    expect(await rulesOn(second)).toEqual(['S1 raised', 'S4 raised'])
    expect(await rulesOn(third)).toEqual(['S1 raised'])
  })

  it('to merge or stop bars the posting, is told to the client, and ends when the other file ends', async () => {
    const own = apart()
    const [first = '', second = ''] = await planted(own, { ...own, committedAt: at(day('2026-06-04')) })
    expect(await decide(second, 'merge')).toMatchObject({ ok: true, value: { state: 'merged' } })
    const [letter] = (await letters('splitting.decided')).filter(({ facts }) => facts.includes(second))
    expect(letter?.toAddress).toBe(world.staff.client.email)
    expect(await everything((tx) => flagsAgainstPosting(tx, second))).toHaveLength(1)
    expect(await decide(second, 'stop')).toMatchObject({ ok: true, value: { state: 'stopped' } })
    const ending = { reason: 'Joined with the other file.', publicReason: { en: '', fr: '' } }
    done(await cancelOpportunity(world.app, world.staff.program, { id: first, ...ending }))
    expect(await rulesOn(second)).toEqual(['S1 lapsed'])
    expect(await everything((tx) => flagsAgainstPosting(tx, second))).toEqual([])
  })

  it('of two people at once is one decision', async () => {
    const own = apart()
    const [, second = ''] = await planted(own, { ...own, committedAt: at(day('2026-06-04')) })
    const both = await Promise.all([decide(second, 'explain'), decide(second, 'stop')])
    const won = both.filter(({ ok }) => ok)
    expect(won).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ ok: false })
  })

  it('is never of whoever asked for one of the files', async () => {
    const own = { ...apart(), clientId: world.staff.procurement.id }
    const [, second = ''] = await planted(own, { ...own, clientId: world.staff.client.id })
    expect(await decide(second, 'explain')).toEqual({ ok: false, because: 'separation_of_duties' })
    expect(await decide(second, 'explain', 'S1', world.staff.client)).toEqual({ ok: false, because: 'not_allowed' })
  })
})

describe('the path to the posting', () => {
  it('waits for the decision, then goes on by itself', async () => {
    const repository = { kind: 'department', url: 'https://example.org/waterways/two-needs' } as const
    const { id, version } = await arrangeInApproval(world, { repository })
    await planted({ repository: repository.url, committedAt: world.now })
    await check(id, 'night')
    expect(await rulesOn(id)).toContain('S1 raised')
    const { section32, client, finance, program } = world.staff
    tick(world)
    done(await signCommitment(world.app, section32, { id }))
    done(await sendToFinance(world.app, client, { id }))
    done(await reserveFunds(world.app, finance, { id, reservation, payableAtYearEnd: false }))
    done(await attestTranslation(world.app, program, { id, seen: version }))
    expect((await found(world, id)).state).toBe('in_approval')
    done(await decide(id, 'explain'))
    expect((await found(world, id)).state).toBe('ready')
  })

  it('bars what was found after it was ready', async () => {
    const repository = { kind: 'department', url: 'https://example.org/waterways/late-need' } as const
    const { id } = await arrangeReady(world, { repository })
    await planted({ repository: repository.url, committedAt: world.now })
    tick(world)
    const refused = await publish(world.app, world.staff.program, { id })
    expect(refused).toEqual({ ok: false, because: 'splitting_undecided' })
    expect(await rulesOn(id)).toContain('S1 raised')
    done(await decide(id, 'stop'))
    expect(await publish(world.app, world.staff.program, { id })).toEqual({ ok: false, because: 'splitting_stopped' })
  })

  it('keeps quiet while a draft is written', async () => {
    const repository = { kind: 'department', url: 'https://example.org/waterways/quiet' } as const
    await planted({ repository: repository.url, committedAt: world.now })
    const { id } = await arrangeDraft(world, { repository })
    expect(await rulesOn(id)).toContain('S1 raised')
    const [flag] = await flags(id)
    expect(flag?.toldAt).toBeNull()
  })

  it('compares at the award what one supplier gets', async () => {
    const one = await arrangeRunning(world, 2, [{ name: 'Ana Roy' }, { name: 'Bo Sol' }])
    const supplier = await everything((tx) =>
      tx.selectFrom('purchases').select('supplier').where('opportunityId', '=', one.id).executeTakeFirstOrThrow(),
    )
    expect(supplier.supplier).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('the night', () => {
  it('compares every file once a night, in one process', async () => {
    const own = apart()
    const [first = '', second = ''] = await plantFiles(world.app, world.departmentId, [file(own), file(own)])
    world.now = instantAt(day('2026-06-10'), '01:59', 'America/Toronto')
    expect(await nightlyChecks(world.worker)).toBe(0)
    world.now = instantAt(day('2026-06-10'), '02:00', 'America/Toronto')
    await Promise.all([nightlyChecks(world.worker), nightlyChecks(world.worker)])
    expect(await rulesOn(first)).toContain('S1 raised')
    expect(await rulesOn(second)).toContain('S1 raised')
    expect(await nightlyChecks(world.worker)).toBe(0)
    const nights = await everything((tx) => tx.selectFrom('splittingNights').selectAll().execute())
    expect(nights).toHaveLength(1)
    expect(nights[0]?.files).toBeGreaterThan(60)
    expect((await checkDepartment(world.worker, world.departmentId, '2026-06-11')).opened).toBe(0)
  })

  it('compares the department with the others, for information', async () => {
    const other = world.newId()
    await world.app.transaction('everything', (tx) =>
      tx
        .insertInto('departments')
        .values({
          id: other,
          code: 'DF',
          nameEn: 'Forests',
          nameFr: 'Forêts',
          mailbox: 'f@f.example',
          postalAddress: '–',
        })
        .execute(),
    )
    const committedAt = at(day('2026-06-01'))
    const open = { state: 'open', committedAt } as const
    const near = Array.from({ length: 12 }, () => file({ ...apart(), ...open, priceCents: 860_000 }))
    await plantFiles(world.app, world.departmentId, near)
    const far = Array.from({ length: 80 }, () => file({ ...apart(), ...open, priceCents: 300_000 }))
    await plantFiles(world.app, other, far)
    await checkDepartment(world.worker, other, '2026-06-12')
    await checkDepartment(world.worker, world.departmentId, '2026-06-12')
    const flag = await everything((tx) => departmentFlag(tx, world.departmentId))
    expect(flag).toMatchObject({ rule: 'S6', state: 'raised', opportunityId: null })
    expect(await everything((tx) => departmentFlag(tx, other))).toBeUndefined()
  })
})
