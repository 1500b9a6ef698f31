import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { record } from '../history/record.ts'
import type { App } from '../platform/app.ts'
import { type Decision, no, yes } from '../platform/decision.ts'
import { sealedFiles } from './opening.store.ts'
import { findPosted } from './store.ts'

type Say = { out: (text: string) => void; err: (text: string) => void }
export type ExportRefusal = 'unknown_opportunity' | 'not_closed'

/**
 * `bin/opportune sealed export --opportunity SLUG --to FOLDER`: the sealed files of a closed opportunity, as they were
 * received, one `TOKEN.age` each, for whoever holds the escrow key. Refused before closing, when even their number is
 * nobody's business; each export is recorded.
 */
export async function sealedCommand(
  { worker }: { worker: App },
  words: readonly string[],
  { out, err }: Say,
): Promise<number> {
  const [verb, ...rest] = words
  const { values } = parseArgs({
    ...{ args: rest, strict: false },
    options: { opportunity: { type: 'string' }, to: { type: 'string' }, help: { type: 'boolean' } },
  })
  const { opportunity: slug, to } = values
  if (verb !== 'export' || typeof slug !== 'string' || typeof to !== 'string') {
    ;(values.help || verb === '--help' ? out : err)(usage)
    return values.help || verb === '--help' ? 0 : 2
  }
  const exported = await exportSealed(worker, { slug })
  if (!exported.ok) {
    err(`${refusals[exported.because]}\n`)
    return 1
  }
  await mkdir(to, { recursive: true })
  for (const { token, sealed } of exported.value) await writeFile(join(to, `${token}.age`), sealed, { mode: 0o600 })
  out(`${exported.value.length} → ${to}\n`)
  return 0
}

/** The sealed files, once the opportunity is closed; nothing is opened. */
export function exportSealed(
  app: App,
  { slug }: { slug: string },
): Promise<Decision<readonly { token: string; sealed: Buffer }[], ExportRefusal>> {
  return app.transaction('everything', async (tx) => {
    const posted = await findPosted(tx, { slug })
    if (!posted) return no('unknown_opportunity')
    if (posted.state === 'open' || posted.state === 'held') return no('not_closed')
    const files = await sealedFiles(tx, posted.id)
    await record(tx, app.random, {
      ...{ departmentId: posted.departmentId, kind: 'application.exported', fileId: posted.fileId },
      ...{ subject: { type: 'opportunity', id: posted.id }, actor: { kind: 'system' }, at: await tx.now() },
      facts: { files: files.length },
    })
    return yes(files)
  })
}

const refusals: Record<ExportRefusal, string> = {
  unknown_opportunity: 'There is no such opportunity. / Cette occasion n’existe pas.',
  not_closed: 'The opportunity is not closed. / L’occasion n’est pas close.',
}

const usage = `bin/opportune sealed export --opportunity SLUG --to FOLDER

  Writes the sealed files of a closed opportunity, as they were received: TOKEN.age, to be opened with the escrow key
  by the stock age command (age --decrypt -i KEY TOKEN.age).
  Écrit les fichiers scellés d’une occasion close, tels qu’ils ont été reçus\u00a0: JETON.age, que la clé de secours ouvre
  avec la commande age (age --decrypt -i CLÉ JETON.age).
`
