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
  const running: { stop(): Promise<unknown> }[] = [{ stop: program.close }]
  const stopAll = async () => {
    for (const part of running.splice(0).reverse()) await part.stop()
  }
  try {
    if (config.demo) await loadDemoWorld(program, (line) => process.stdout.write(`${line}\n`))

    if (config.part !== 'web') running.push(await startWorker(worker, workerPool))
    if (config.part !== 'worker') {
      const version = config.pageCacheBytes > 0 ? program.followPublicVersion() : undefined
      if (version) running.push(version)
      const server = await createServer(web, await loadAssets(join(rootFolder, 'dist', 'public')), version)
      await server.listen({ port: config.port, host: '::' }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EADDRINUSE') throw error
        throw new StartRefused(portTaken(config.port), 1)
      })
      running.push(startServing(web), { stop: () => server.close() })
    }
  } catch (error) {
    // Nothing of what was started is left behind: not the jobs, nor the database server.
    await stopAll()
    throw error
  }
  process.stdout.write(
    config.part === 'worker'
      ? 'Opportune’s worker is ready\n'
      : `Opportune is ready at http://localhost:${config.port}\n`,
  )

  const stop = async () => {
    if (running.length === 0) return
    await stopAll()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

const portTaken = (port: number) => ({
  en: `Port ${port} is taken: choose another with --port.`,
  fr: `Le port ${port} est déjà pris\u00a0: choisissez-en un autre avec --port.`,
})
