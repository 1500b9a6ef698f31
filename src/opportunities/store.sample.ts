import { z } from 'zod'
import type { Tx } from '../platform/db.ts'
import type { SampleDraw, Submitted } from './sample.ts'

const facts = z.object({ statement: z.string(), drawn: z.number(), key: z.string() })

/** Every draw for the sample that the record holds, oldest first, with what it was drawn from. */
export async function drawsOnRecord(tx: Tx): Promise<(Submitted & SampleDraw & { readonly number: string })[]> {
  const rows = await tx
    .selectFrom('historyEvents as e')
    .innerJoin('opportunities as o', 'o.id', 'e.subjectId')
    .select(['o.id', 'o.number', 'e.at', 'e.body'])
    .where('e.kind', '=', 'opportunity.submitted')
    .orderBy('e.at')
    .orderBy('e.id')
    .execute()
  return rows.flatMap(({ id, number, at, body }) => {
    const read = facts.safeParse(JSON.parse(body))
    if (!read.success) return [] // submitted before there was a draw
    const { statement, drawn, key } = read.data
    return [{ id, number, at, digest: Buffer.from(statement, 'hex'), drawn, key }]
  })
}
