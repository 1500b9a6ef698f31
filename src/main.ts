import { join } from 'node:path'
import { loadDemoWorld } from './admin/demo.ts'
import { createServer } from './app.ts'
import { type Composed, compose, configured, StartRefused } from './compose.ts'
import { loadAssets } from './platform/assets.ts'
import { rootFolder } from './platform/root.ts'
import { startServing } from './platform/service.ts'
import { startWorker } from './worker.ts'

const clock = () => new Date()

try {
  await serve(await compose(configured(process.env), clock))
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  process.stderr.write(`${error.text.en}\n${error.text.fr}\n`)
  process.exit(error.exitCode)
}

async function serve(program: Composed): Promise<void> {
  const { config, web, worker, workerPool } = program
  if (config.demo) await loadDemoWorld(program, (line) => process.stdout.write(`${line}\n`))

  const jobs = config.part === 'web' ? undefined : await startWorker(worker, workerPool)
  const serves = config.part !== 'worker'
  const version = serves && config.pageCacheBytes > 0 ? program.followPublicVersion() : undefined
  const server = serves
    ? await createServer(web, await loadAssets(join(rootFolder, 'dist', 'public')), version)
    : undefined
  await server?.listen({ port: config.port, host: '::' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new StartRefused(portTaken(config.port), 1)
  })
  const beating = server && startServing(web)
  process.stdout.write(
    server ? `Opportune is ready at http://localhost:${config.port}\n` : 'Opportune’s worker is ready\n',
  )

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await server?.close()
    await beating?.stop()
    await version?.stop()
    await jobs?.stop()
    await program.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

const portTaken = (port: number) => ({
  en: `Port ${port} is taken: choose another with --port.`,
  fr: `Le port ${port} est déjà pris\u00a0: choisissez-en un autre avec --port.`,
})
