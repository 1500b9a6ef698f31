import { readFileSync } from 'node:fs'
import { system } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type ReportsRead, readReports } from './commands.bounces.ts'

/** `bin/opportune bounces FILE|-`: what mail servers say of our letters. Exit codes: 0 read, 2 wrongly asked. */
export async function bouncesCommand(
  { worker }: { worker: App },
  words: readonly string[],
  { out, err, readInput }: { out: (text: string) => void; err: (text: string) => void; readInput: () => string },
): Promise<number> {
  const [file, ...more] = words
  if (words.includes('--help')) {
    out(help)
    return 0
  }
  if (file === undefined || more.length > 0) {
    err(help)
    return 2
  }
  const text = file === '-' ? readInput() : fileText(file)
  if (text === undefined) {
    err(`${file} cannot be read. / Impossible de lire ${file}.\n`)
    return 2
  }
  out(summary(await readReports(worker, system, text)))
  return 0
}

const summary = ({ refused, complaints, passedOver }: ReportsRead): string =>
  `${refused} refused, ${complaints} complaints, ${passedOver} passed over\n` +
  `${refused} refus, ${complaints} plaintes, ${passedOver} sans suite\n`

const help = `bin/opportune bounces FILE|-

Reads reports of delivery (RFC 3464) and complaints (RFC 5965): one message, or a mailbox file (mbox); - is standard
input, for a mailbox that hands each message on. A mailbox that refuses letters for good as often as the policy says, or
whose owner complains, is taken off the mailing list. What is no report about a letter of ours is passed over.

Lit les avis de non-remise (RFC 3464) et les plaintes (RFC 5965)\u00a0: un message, ou un fichier de boîte (mbox); le tiret
désigne l’entrée standard. Une adresse qui refuse pour de bon autant de courriels que le prévoit la politique, ou dont
la personne se plaint, est retirée de la liste. Ce qui ne porte sur aucun de nos courriels reste sans suite.
`

function fileText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // There is no such file, or it is not ours to read: the answer says so.
    return undefined
  }
}
