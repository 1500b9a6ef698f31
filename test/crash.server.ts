import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { createServer } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import type { App } from '../src/platform/app.ts'
import { openDatabase } from '../src/platform/db.ts'
import { loadKeys } from '../src/platform/keys.ts'

/** The web side alone, on a free port that it prints: to be killed by `crash.ts` in the middle of its work. */
const read = readConfig(process.env)
if (!read.ok) throw new Error('the settings are refused')
const config = read.value
const keys = await loadKeys({ ...config, part: 'web' }, randomBytes)
const {
  read: ask,
  transaction,
  alone,
} = openDatabase({
  url: config.databaseUrl ?? '',
  role: 'opportune_web',
  poolSize: 20,
  onError: () => {},
})
const app: App = {
  ...{ config, keys, read: ask, transaction, alone, random: randomBytes },
  log: pino({ level: 'silent' }),
  clock: () => new Date(),
}
const server = await createServer(app, {
  addresses: { tokens: '/assets/tokens.css', ui: '/assets/ui.css', script: '/assets/enhance.js' },
  files: new Map(),
})
const address = await server.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`listening at ${address}\n`)
