import type { App } from '../platform/app.ts'
import { dayOf } from '../platform/time.ts'
import { eraseWhatIsOver, rehearse } from './commands.ts'
import { classes, classNames, type Erased } from './rules.ts'

/** `bin/opportune retention [--dry-run]`: what was kept long enough goes. Exit codes: 0 done, 2 wrongly asked. */
export async function retentionCommand(
  { worker }: { worker: App },
  words: readonly string[],
  { out, err }: { out: (text: string) => void; err: (text: string) => void },
): Promise<number> {
  if (words.includes('--help')) {
    out(help)
    return 0
  }
  const dry = words[0] === '--dry-run'
  if (words.length > (dry ? 1 : 0)) {
    err(help)
    return 2
  }
  const day = await worker.read('nothing', async (tx) => dayOf(await tx.now(), 'UTC'))
  const erased = dry ? await rehearse(worker) : await eraseWhatIsOver(worker, day)
  const head = dry ? 'Would be deleted / Serait supprimé' : 'Deleted / Supprimé'
  out(`${head}\u00a0:\n${lines(erased)}`)
  return 0
}

const lines = (erased: Erased): string =>
  classes
    .map((name) => `  ${String(erased[name] ?? 0).padStart(7)}  ${classNames[name].en} / ${classNames[name].fr}\n`)
    .join('')

const help = `bin/opportune retention [--dry-run]

Deletes what was kept as long as each department's policy says (setting "retention"), as the program does by itself
every night. With --dry-run nothing is deleted: it says how much would be.

Supprime ce qui a été conservé aussi longtemps que le prévoit la politique de chaque ministère (paramètre
«\u00a0retention\u00a0»), comme le programme le fait de lui-même chaque nuit. Avec --dry-run, rien n’est supprimé\u00a0: la
commande indique ce qui le serait.
`
