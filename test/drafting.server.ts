import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createServer } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { App } from '../src/platform/app.ts'
import { openDatabase } from '../src/platform/db.ts'
import { loadKeys } from '../src/platform/keys.ts'
import { freshAssets } from './pages/assets.ts'

/** The web side alone with its script and style sheets, on the port it is given: to be killed while people type. */
const read = readConfig(process.env)
if (!read.ok) throw new Error('the settings are refused')
const config = read.value
const keys = await loadKeys({ ...config, part: 'web' }, randomBytes)
const database = openDatabase({ url: config.databaseUrl ?? '', role: 'opportune_web', poolSize: 5, onError: () => {} })
const app: App = {
  ...{
    config,
    keys,
    read: database.read,
    transaction: database.transaction,
    alone: database.alone,
    random: randomBytes,
  },
  log: pino({ level: 'silent' }),
  clock: () => new Date(),
}
const server = await createServer(app, await freshAssets())
const address = await server.listen({ port: Number(process.env.LISTEN_AT ?? 0), host: '127.0.0.1' })
process.stdout.write(`listening at ${address}\n`)
