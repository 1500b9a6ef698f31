import type { Client } from 'pg'

/** What a connection may be: each pool takes one of these, and none of them can log in. */
export const poolRoles = ['opportune_web', 'opportune_worker', 'opportune_survey', 'opportune_evaluator'] as const
export type PoolRole = (typeof poolRoles)[number]

/** Owns the tables of the history, so that not even the owner of the rest changes a line of it by accident. */
export const RECORD_ROLE = 'opportune_record'

/**
 * Creates the roles that are missing and lets the login `app` take each of the pools' roles, inheriting none: without
 * `set role` (the pools ask for it when they connect) it can read nothing.
 * Roles belong to the whole server, so two databases prepared at once meet here: whoever comes second tries again.
 */
export async function createRoles(owner: Client, { app }: { app: string | undefined }): Promise<void> {
  await retried(async () => {
    const { rows } = await owner.query<{ rolname: string }>('select rolname from pg_roles')
    const existing = new Set(rows.map((row) => row.rolname))
    for (const role of [...poolRoles, RECORD_ROLE]) {
      if (!existing.has(role)) await owner.query(`create role ${role} nologin`)
    }
    const { rows: me } = await owner.query<{ name: string; version: number }>(
      `select current_user as name, current_setting('server_version_num')::int as version`,
    )
    const [{ name, version } = { name: '', version: 0 }] = me
    if (!(await isMember(owner, name, RECORD_ROLE))) await owner.query(`grant ${RECORD_ROLE} to current_user`)
    if (!app) return
    if (app !== name) await owner.query(`alter role ${quoted(app)} noinherit`)
    for (const role of poolRoles) {
      if (await isGranted(owner, app, role)) continue
      const separated = version >= 160_000 ? ' with inherit false, set true' : ''
      await owner.query(`grant ${role} to ${quoted(app)}${separated}`)
    }
  })
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Superusers are members of everything. */
async function isMember(owner: Client, member: string, role: string): Promise<boolean> {
  const { rows } = await owner.query<{ yes: boolean }>(`select pg_has_role($1, $2, 'member') as yes`, [member, role])
  return rows[0]?.yes === true
}

async function isGranted(owner: Client, member: string, role: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles u on u.oid = m.member
     where g.rolname = $1 and u.rolname = $2`,
    [role, member],
  )
  return rowCount !== 0
}

/** Somebody else created the same role, or changes it at this moment. */
const RACES = ['42710', '23505', 'XX000', '40001', '40P01']

async function retried(work: () => Promise<void>, attemptsLeft = 20): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { code } = error as { code?: string }
    if (!RACES.includes(code ?? '') || attemptsLeft === 0) throw error
    await retried(work, attemptsLeft - 1)
  }
}
