import { createHash } from 'node:crypto'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { EventKind } from './kinds.ts'

/** Facts of an event: identifiers, codes, amounts and instants. Never free text, never a name or an address. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Who acted. Every actor of accounts/rules.ts fits. */
export type Who = { readonly kind: 'staff' | 'supplier'; readonly id: string } | { readonly kind: 'visitor' | 'system' }

export type Event = {
  departmentId: string | null
  kind: EventKind
  subject: { type: string; id: string }
  /** The request that opened the file; null when the act belongs to no file. */
  fileId: string | null
  actor: Who
  /** The effective instant: what `tx.now()` answered to the command. */
  at: Date
  facts?: Facts
}

/** Writes one event in the act's own transaction, with its digest. No shared lock: the sequencer numbers it within a second or two. */
export async function record(tx: Tx, random: (bytes: number) => Buffer, event: Event): Promise<void> {
  const row = {
    id: newId(event.at, random),
    departmentId: event.departmentId,
    kind: event.kind,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    fileId: event.fileId,
    ...columnsOf(event.actor),
    at: event.at,
    body: canonical(event.facts ?? {}),
  }
  await tx
    .insertInto('historyEvents')
    .values({ ...row, digest: digestOf(row) })
    .execute()
}

export type DigestedFields = {
  id: string
  departmentId: string | null
  kind: string
  subjectType: string
  subjectId: string
  fileId: string | null
  actorKind: string
  actorId: string | null
  at: Date
  body: string
}

/** sha256(0x00 || length-prefixed fields): also the RFC 6962 leaf of the event. A missing field has length 2^32 - 1. */
export function digestOf(event: DigestedFields): Buffer {
  const hash = createHash('sha256').update(Buffer.from([0]))
  const fields = [
    event.id,
    event.departmentId,
    event.kind,
    event.subjectType,
    event.subjectId,
    event.fileId,
    event.actorKind,
    event.actorId,
    event.at.toISOString(),
    event.body,
  ]
  for (const field of fields) {
    const bytes = Buffer.from(field ?? '', 'utf8')
    const length = Buffer.alloc(4)
    length.writeUInt32BE(field === null ? 0xffffffff : bytes.length)
    hash.update(length).update(bytes)
  }
  return hash.digest()
}

const columnsOf = (who: Who) =>
  'id' in who ? { actorKind: 'person' as const, actorId: who.id } : { actorKind: who.kind, actorId: null }

/** The body of an event. Keys in order, no spaces: the same facts give the same bytes. */
export const canonical = (facts: Facts): string => JSON.stringify(Object.fromEntries(Object.entries(facts).sort()))
