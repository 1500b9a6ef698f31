import { sql } from 'kysely'
import type { Tx } from '../platform/db.ts'

export type DueNight = { readonly departmentId: string; readonly night: string }

/** Departments where it is past that hour and tonight's check has not begun, or began and did not end within an hour. */
export async function nightsDue(tx: Tx, hour: number): Promise<DueNight[]> {
  const { rows } = await sql<DueNight>`
    select d.id as department_id, (opportune_now() at time zone d.time_zone)::date as night
    from departments d
    where extract(hour from opportune_now() at time zone d.time_zone) >= ${hour}
      and not exists (
        select from splitting_nights n
        where n.department_id = d.id and n.night = (opportune_now() at time zone d.time_zone)::date
          and (n.finished_at is not null or n.started_at > opportune_now() - interval '1 hour')
      )`.execute(tx)
  return rows
}

/** Is this night's check ours to make? One process gets a yes; after an hour without an end, another may try again. */
export async function claimNight(tx: Tx, departmentId: string, night: string): Promise<boolean> {
  const { rows } = await sql`
    insert into splitting_nights (department_id, night, started_at) values (${departmentId}, ${night}, opportune_now())
    on conflict (department_id, night) do update set started_at = excluded.started_at
      where splitting_nights.finished_at is null
        and splitting_nights.started_at <= excluded.started_at - interval '1 hour'
    returning night`.execute(tx)
  return rows.length > 0
}

export async function endNight(
  tx: Tx,
  { departmentId, night, files, at }: DueNight & { files: number; at: Date },
): Promise<void> {
  await tx
    .insertInto('splittingNights')
    .values({ departmentId, night, startedAt: at, finishedAt: at, files })
    .onConflict((conflict) => conflict.columns(['departmentId', 'night']).doUpdateSet({ finishedAt: at, files }))
    .execute()
}

/** Every file of a department, oldest first. */
export async function fileIds(tx: Tx, departmentId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('opportunities')
    .select('id')
    .where('departmentId', '=', departmentId)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
