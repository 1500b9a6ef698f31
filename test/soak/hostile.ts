import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/app.ts'
import { freshAssets } from '../pages/assets.ts'
import { type FoundForm, gatheringKinds, undoing } from '../pages/forms.ts'
import { attack } from '../pages/hostile.ts'
import { few, openDemoStage } from '../pages/stage.ts'
import { survey } from '../pages/survey.ts'

/**
 * Each of ten hostile texts in each field of each form, one field at a time: `bin/soak hostile`. `bin/test` mixes them.
 * Ends with 1 when a text got out of its place or was lost, or an answer failed.
 */
const stage = await openDemoStage(few)
const server = await createServer(undoing(stage.app), await freshAssets())
try {
  const targets = await targetsIn(server)
  const { problems } = await attack(targets, {
    thorough: true,
    said: (sums) => process.stdout.write(`${sums.forms}/${targets.length} forms: ${JSON.stringify(sums)}\n`),
  })
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  await server.close()
  await stage.close()
}

/** Every kind of form that anybody is shown, with the server that undoes what it does. */
async function targetsIn(undone: FastifyInstance): Promise<{ form: FoundForm; server: FastifyInstance }[]> {
  const { forms, look } = gatheringKinds(new Set())
  await survey(stage, { ...{ most: 5, checks: 'none' }, look })
  return forms.map((form) => ({ form, server: undone }))
}
