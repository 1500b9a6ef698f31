import type { Tx } from '../platform/db.ts'

export type KeptLetter = {
  readonly id: string
  readonly toAddress: string
  readonly subject: string
  readonly bodyText: string
  readonly bodyHtml: string
  readonly headers: string
  readonly at: Date
}

/** The letters that the local stand-in received, newest first. */
export const newestLetters = (tx: Tx, most: number): Promise<KeptLetter[]> =>
  tx.selectFrom('localMailbox').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute()

export const findLetter = (tx: Tx, id: string): Promise<KeptLetter | undefined> =>
  tx.selectFrom('localMailbox').selectAll().where('id', '=', id).executeTakeFirst()
