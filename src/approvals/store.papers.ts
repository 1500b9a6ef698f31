import type { Selectable } from 'kysely'
import type { Tx } from '../platform/db.ts'
import type { AuthorityPapers } from '../platform/tables.ts'
import { parseDay } from '../platform/time.ts'
import { type Paper, type PaperFile, paperFileTypes } from './rules.papers.ts'

const columns = [
  ...(['id', 'kind', 'title', 'language', 'dated', 'validUntil', 'link', 'fileName'] as const),
  ...(['reply', 'replyDay'] as const),
] as const

/** The papers of a department that stand on its list, by kind, the latest first. */
export async function papersOf(tx: Tx, departmentId: string): Promise<Paper[]> {
  const rows = await tx
    .selectFrom('authorityPapers')
    .select(columns)
    .where('departmentId', '=', departmentId)
    .where('removedAt', 'is', null)
    .orderBy('kind')
    .orderBy('dated', 'desc')
    .orderBy('addedAt', 'desc')
    .execute()
  return rows.map(fromRow)
}

/** Holds a paper of the list until the transaction ends. */
export async function lockPaper(tx: Tx, id: string): Promise<Paper | undefined> {
  const row = await tx
    .selectFrom('authorityPapers')
    .select(columns)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function insertPaper(
  tx: Tx,
  departmentId: string,
  paper: Omit<Paper, 'fileName' | 'reply'>,
  file: PaperFile | undefined,
  by: { id: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('authorityPapers')
    .values({
      ...paper,
      departmentId,
      ...(file ? { fileName: file.name, fileType: file.type, file: file.bytes } : {}),
      ...{ addedBy: by.id, addedAt: by.at },
    })
    .execute()
}

/** Takes a paper off the list; the row and its file stay for the record. */
export async function markRemoved(tx: Tx, id: string, by: { id: string; at: Date }): Promise<void> {
  await tx.updateTable('authorityPapers').set({ removedBy: by.id, removedAt: by.at }).where('id', '=', id).execute()
}

export async function saveReply(tx: Tx, id: string, reply: { text: string; day: string }): Promise<void> {
  await tx.updateTable('authorityPapers').set({ reply: reply.text, replyDay: reply.day }).where('id', '=', id).execute()
}

/** The file of a paper, on the list or taken off it. */
export async function fileOf(tx: Tx, departmentId: string, id: string): Promise<PaperFile | undefined> {
  const row = await tx
    .selectFrom('authorityPapers')
    .select(['fileName', 'fileType', 'file'])
    .where('departmentId', '=', departmentId)
    .where('id', '=', id)
    .executeTakeFirst()
  const type = paperFileTypes.find((known) => known === row?.fileType)
  return row?.file && row.fileName && type ? { name: row.fileName, type, bytes: row.file } : undefined
}

function fromRow(row: Pick<Selectable<AuthorityPapers>, (typeof columns)[number]>): Paper {
  const { dated, validUntil, reply, replyDay, ...rest } = row
  const [day, until, answered] = [dated, validUntil ?? '', replyDay ?? ''].map(parseDay)
  if (!day) throw new Error(`paper ${row.id} has no date`)
  return { ...rest, dated: day, validUntil: until ?? null, reply: answered ? { text: reply, day: answered } : null }
}
