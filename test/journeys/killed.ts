import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { rootFolder } from '../../src/platform/root.ts'
import { environment } from '../installation.ts'

export type Killable = {
  readonly url: string
  /** SIGKILL: it ends in the middle of whatever it does. */
  kill(): void
  /** A new process at the same address. */
  restart(): Promise<void>
}

/** The program's own server as a process of its own, that can be killed and started again at the same address. */
export async function openKillable(databaseUrl: string): Promise<Killable> {
  const folder = join(rootFolder, '.cache', 'drafting')
  await mkdir(folder, { recursive: true })
  const program = join(folder, `server.${process.pid}.js`)
  await build({
    entryPoints: [join(rootFolder, 'test', 'drafting.server.ts')],
    ...{ outfile: program, bundle: true, packages: 'external', platform: 'node', target: 'node22', format: 'esm' },
    ...{ jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'warning' },
  })
  const settings = environment(await mkdtemp(join(tmpdir(), 'opportune-drafting-')), databaseUrl)
  let server = await start(program, settings, '0')
  const { url } = server
  return {
    url,
    kill: () => void server.child.kill('SIGKILL'),
    async restart() {
      server = await start(program, settings, new URL(url).port)
    },
  }
}

function start(
  program: string,
  settings: Readonly<Record<string, string>>,
  port: string,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, ...settings, LISTEN_AT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((ready, failed) => {
    child.stdout?.on('data', (words: Buffer) => {
      const address = /listening at (\S+)/.exec(String(words))?.[1]
      if (address) ready({ child, url: address })
    })
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
  })
}
