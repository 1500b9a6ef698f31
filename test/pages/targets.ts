import type { FastifyInstance } from 'fastify'
import { createServer } from '../../src/app.ts'
import { freshAssets } from './assets.ts'
import { type FoundForm, gatheringKinds, undoing } from './forms.ts'
import type { Stage } from './stage.ts'
import { survey } from './survey.ts'

/** A form of one of the worlds, with the server that undoes what it does. */
export type Target = { readonly form: FoundForm; readonly server: FastifyInstance }

/** Worlds, and every kind of form that anybody is shown in them. */
export async function openTargets(worlds: readonly (() => Promise<Stage>)[]): Promise<{
  readonly targets: readonly Target[]
  close(): Promise<void>
}> {
  const [stages, servers]: [Stage[], FastifyInstance[]] = [[], []]
  const targets: Target[] = []
  const met = new Set<string>()
  for (const open of worlds) {
    const stage = await open()
    stages.push(stage)
    const server = await createServer(undoing(stage.app), await freshAssets())
    servers.push(server)
    const { forms, look } = gatheringKinds(met)
    await survey(stage, { ...{ most: 5, checks: 'none' }, look })
    targets.push(...forms.map((form) => ({ form, server })))
  }
  return {
    targets,
    async close() {
      for (const each of [...servers, ...stages]) await each.close()
    },
  }
}
