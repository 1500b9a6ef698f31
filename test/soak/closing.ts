import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '../../src/platform/db.ts'
import { rootFolder } from '../../src/platform/root.ts'
import { arrangeSuppliers } from '../arrange.applications.ts'
import { openInstallation } from '../installation.ts'
import { pauseCommits, raceTheClosing } from '../race.ts'

/**
 * Closings against submitters who race them: `bin/soak closing [rounds] [applications]`, 1,000 rounds of 1,000
 * applications by default, sent by up to 500 at once. An interrupted run goes on where it stopped. Ends with 1 when an
 * acknowledged application is missing, one is late, or a closing waits a second.
 */
const [wished, applications] = [Number(process.argv[2] ?? 1_000), Number(process.argv[3] ?? 1_000)]
const file = join(rootFolder, '.cache', 'soak', 'closing.json')
const fresh = {
  rounds: 0,
  acknowledged: 0,
  refused: 0,
  missing: 0,
  late: 0,
  unheard: 0,
  slow: 0,
  waitMostMs: 0,
  closingMostMs: 0,
}
const sums: typeof fresh = await readFile(file, 'utf8').then(JSON.parse, () => fresh)
await mkdir(join(file, '..'), { recursive: true })

const installation = await openInstallation({ durable: false })
const web = openDatabase({ url: installation.appUrl, role: 'opportune_web', poolSize: 60 })
const scene = {
  ...installation.scene,
  app: { ...installation.app, read: web.read, transaction: web.transaction, alone: web.alone },
}
try {
  const suppliers = await arrangeSuppliers(scene.app, applications)
  await pauseCommits(installation.ownerUrl)
  while (sums.rounds < wished) {
    const round = await raceTheClosing(scene, suppliers, { leadMs: 400 })
    sums.rounds += 1
    for (const name of ['acknowledged', 'refused', 'missing', 'late', 'unheard'] as const) sums[name] += round[name]
    if (round.waitMs >= 1_000) sums.slow += 1
    sums.waitMostMs = Math.max(sums.waitMostMs, Math.round(round.waitMs))
    sums.closingMostMs = Math.max(sums.closingMostMs, Math.round(round.closingMs))
    await writeFile(file, JSON.stringify(sums))
    if (sums.rounds % 10 === 0 || sums.rounds === wished) say()
  }
} finally {
  await web.close()
  await installation.stop()
}
await rm(file, { force: true })
process.exitCode = sums.missing + sums.late + sums.unheard + sums.slow === 0 ? 0 : 1

function say(): void {
  const words = Object.entries(sums).map(([name, value]) => `${name} ${value}`)
  process.stdout.write(`${sums.rounds}/${wished}: ${words.join(', ')}\n`)
}
