import type { Routes } from '../accounts/routing.ts'
import { showFile } from '../opportunities/showFile.tsx'
import { path } from '../platform/paths.ts'
import { waitingFor } from './waiting.ts'

/** One file, with what waits there for this person, whichever feature it waits in. */
export const fileHomeRoutes = {
  'GET /files/:id': showFile(async (tx, actor, language, id) => {
    const address = path('/files/:id', language, { id })
    return (await waitingFor(tx, actor, language)).find(({ href }) => href.startsWith(`${address}/`))
  }),
} satisfies Routes
