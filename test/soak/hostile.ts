import { attack } from '../pages/hostile.ts'
import { few, openDemoStage } from '../pages/stage.ts'
import { openTargets } from '../pages/targets.ts'

/**
 * Each of ten hostile texts in each field of each form, one field at a time: `bin/soak hostile`. `bin/test` mixes them.
 * Ends with 1 when a text got out of its place or was lost, or an answer failed.
 */
const { targets, close } = await openTargets([() => openDemoStage(few)])
try {
  const { problems } = await attack(targets, {
    thorough: true,
    said: (sums) => process.stdout.write(`${sums.forms}/${targets.length} forms: ${JSON.stringify(sums)}\n`),
  })
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  await close()
}
