import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isOpen } from '../../src/applications/rules.ts'
import { dayFrom, instantAt } from '../../src/platform/time.ts'
import { arrangeOpen, arrangeSuppliers, sceneOf } from '../arrange.applications.ts'
import { openWorld, type World } from '../world.ts'

/*
 * The closing instant, to the millisecond, in the functions that decide: ten thousand cases across both clock changes of
 * 2026, in every kind of zone, with the database's clock injected one millisecond before, at, and after it.
 */
const INSTANTS = 3_334
const zones = [
  ...['America/Toronto', 'America/St_Johns', 'America/Halifax', 'America/Vancouver', 'America/Winnipeg'],
  ...['America/Regina', 'America/Iqaluit', 'America/Whitehorse', 'Europe/Paris', 'Australia/Lord_Howe', 'UTC'],
] as const

let world: World
beforeAll(async () => {
  world = await openWorld(new Date('2026-02-01T12:00:00Z'))
})
afterAll(() => world.close())

/** A closing somewhere in the days around a clock change, at any millisecond; also the hour that comes twice, and none. */
const closing = fc
  .record({
    zone: fc.constantFrom(...zones),
    around: fc.constantFrom(
      [2026, 3, 8] as const,
      [2026, 11, 1] as const,
      [2026, 3, 29] as const,
      [2026, 7, 1] as const,
    ),
    minute: fc.oneof(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 59, max: 181 })),
    ms: fc.integer({ min: 0, max: 59_999 }),
  })
  .map(({ zone, around, minute, ms }) => {
    const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as const
    return new Date(instantAt(dayFrom(around[0], around[1], around[2]), time, zone).getTime() + ms)
  })
const two = (part: number) => String(part).padStart(2, '0') as `${number}`

it('is exact in ten thousand cases: a millisecond before is in time, the instant itself is late', async () => {
  const instants = fc.sample(closing, { numRuns: INSTANTS, seed: 20_261_101 })
  const [supplier] = await arrangeSuppliers(world.app, 1)
  const { id, posted } = await arrangeOpen(sceneOf(world), { closesAt: new Date('2026-06-01T12:00:00Z') })
  const application = world.newId()
  const outcomes = await world.worker.transaction('everything', async (tx) => {
    await sql`
      create function pg_temp.at_each(closings timestamptz[]) returns table (closes timestamptz, ms integer, submitted text, at timestamptz)
      language plpgsql as $$
      declare t timestamptz; m integer; s record; seen jsonb;
      begin
        foreach t in array closings loop
          seen := '[]';
          begin
            update opportunities set closes_at = t where id = ${sql.lit(id)};
            foreach m in array array[1, 0, -1] loop
              select * into s from hand_in_application(
                (t + m * interval '1 millisecond')::text, ${sql.lit(application)}, ${sql.lit(id)},
                ${sql.lit(posted.departmentId)}, ${sql.lit(supplier?.id)}, '7K3M9QX2TB', 'en', 1, '\\x00', '\\x00',
                gen_random_uuid(), '\\x00', repeat('0', 64), repeat('1', 64), gen_random_uuid(), '{}',
                gen_random_uuid(), '{}', gen_random_uuid(), 'somebody@example.org', '{}');
              seen := seen || jsonb_build_object('ms', m, 'submitted', s.outcome, 'at', s.at);
            end loop;
            raise exception 'seen' using errcode = 'OP001'; -- nothing of a case is there in the next one
          exception when sqlstate 'OP001' then null;
          end;
          return query select t, (x ->> 'ms')::integer, x ->> 'submitted', (x ->> 'at')::timestamptz
            from jsonb_array_elements(seen) as x;
        end loop;
      end $$`.execute(tx)
    const { rows } = await sql<{ closes: Date; ms: number; submitted: string; at: Date }>`
      select * from pg_temp.at_each(${instants}::timestamptz[])`.execute(tx)
    return rows
  })

  expect(outcomes).toHaveLength(INSTANTS * 3)
  const wrong = outcomes.filter(
    ({ closes, ms, submitted, at }) =>
      submitted !== (ms < 0 ? 'received' : 'too_late') ||
      at.getTime() !== closes.getTime() + ms ||
      isOpen({ state: 'open', closesAt: closes }, at) !== ms < 0,
  )
  expect(wrong).toEqual([])
  expect(new Set(instants.map((instant) => instant.getTime())).size).toBeGreaterThan(3_000)
})
