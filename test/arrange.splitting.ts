import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../src/platform/app.ts'
import { newId } from '../src/platform/ids.ts'

/** A file as the splitting rules look at it, without the acts that lead there. */
export type Planted = {
  readonly clientId: string
  readonly team: string
  readonly repository: string
  readonly title: string
  readonly work: string
  readonly skills: readonly string[]
  /** Before tax. */
  readonly priceCents: number
  /** Of section 32. */
  readonly committedAt: Date
  readonly state: 'draft' | 'in_approval' | 'open' | 'cancelled'
}

const BATCH = 1_000

/** Writes many files in one go, committed on their days; answers their ids in the same order. */
export async function plantFiles(app: App, departmentId: string, files: readonly Planted[]): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < files.length; from += BATCH) {
    const rows = files.slice(from, from + BATCH).map((file, place) => ({
      ...{ id: newId(file.committedAt, randomBytes), requestId: newId(file.committedAt, randomBytes), file },
      number: `${file.committedAt.getUTCFullYear()}-${String(from + place).padStart(6, '0')}-${randomBytes(2).toString('hex')}`,
    }))
    await app.transaction('everything', async (tx) => {
      await tx
        .insertInto('requests')
        .values(
          rows.map(({ requestId: id, number, file }) => ({
            ...{ id, departmentId, number, state: 'accepted' as const, clientId: file.clientId, team: file.team },
            ...{ language: 'en' as const, subject: file.title, need: file.work, receivedAt: file.committedAt },
            ...{ screenedAt: file.committedAt, screenedBy: file.clientId, meetsCriteria: true },
          })),
        )
        .execute()
      await tx
        .insertInto('opportunities')
        .values(
          rows.map(({ id, requestId, number, file }) => ({
            ...{
              id,
              departmentId,
              requestId,
              number,
              slug: `planted-${id}`,
              state: file.state,
              clientId: file.clientId,
            },
            ...{
              sourceLanguage: 'en' as const,
              titleEn: file.title,
              workEn: file.work,
              repositoryUrl: file.repository,
            },
            ...{ priceCents: file.priceCents, s32SignedAt: file.committedAt, s32SignedBy: file.clientId },
            ...(file.state === 'in_approval'
              ? { submittedAt: file.committedAt, statementDigest: Buffer.alloc(32) }
              : {}),
            ...(file.state === 'cancelled' ? { endedAt: file.committedAt, endedBecause: 'no longer needed' } : {}),
            ...(file.state === 'open'
              ? {
                  publishedAt: file.committedAt,
                  closesAt: file.committedAt,
                  ...{ selectionDay: '2030-01-02', deliveryDay: '2030-03-01' },
                }
              : {}),
          })),
        )
        .execute()
      const skills = rows.flatMap(({ id, file }) => file.skills.map((name, place) => ({ id, name, place })))
      if (skills.length > 0)
        await sql`
          insert into opportunity_skills (id, department_id, opportunity_id, position, name_en, name_fr)
          select gen_random_uuid(), ${departmentId}, o, p + 1, n, n
          from unnest(${skills.map(({ id }) => id)}::uuid[], ${skills.map(({ place }) => place)}::integer[],
            ${skills.map(({ name }) => name)}::text[]) as t(o, p, n)`.execute(tx)
    })
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}
