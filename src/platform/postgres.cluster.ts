import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PostgresError } from './postgres.errors.ts'
import { cleanEnvironment, giveTo, type Place } from './postgres.place.ts'

export type Passwords = { owner: string; app: string }

/**
 * Creates the database files when there are none: beside, then renamed, so that nobody meets half of them and of two
 * who create at once one wins. The passwords are random and lie next to the files, for their owner's eyes only.
 */
export async function createCluster(place: Place, { durable }: { durable: boolean }): Promise<void> {
  if (await isThere(place.home)) return

  const unfinished = `${place.home}.${randomBytes(4).toString('hex')}`
  const passwords: Passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') }
  await mkdir(join(unfinished, 'cluster'), { recursive: true })
  await chmod(unfinished, 0o711)
  await giveTo(place.runAs, join(unfinished, 'cluster'))
  await writeFile(join(unfinished, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 })

  const passwordFile = join(unfinished, 'owner.password')
  await writeFile(passwordFile, passwords.owner, { mode: 0o600 })
  await giveTo(place.runAs, passwordFile)
  await initdb(place, join(unfinished, 'cluster'), passwordFile, durable)
  await rm(passwordFile)

  await rename(unfinished, place.home).catch(async (error: unknown) => {
    if (!(await isThere(place.home))) throw error
    await rm(unfinished, { recursive: true, force: true })
  })
}

/** @throws PostgresError `not_ours` when another user of this machine created the files */
export async function readPasswords(place: Place): Promise<Passwords> {
  const text = await readFile(join(place.home, 'passwords.json'), 'utf8').catch((cause: unknown) => {
    throw new PostgresError(
      'not_ours',
      {
        en: `The database in ${place.home} belongs to another user of this machine. Start Opportune as that user, or choose another folder with --data.`,
        fr: `La base de données de ${place.home} appartient à un autre compte de cet ordinateur. Lancez Opportune avec ce compte, ou choisissez un autre dossier avec --data.`,
      },
      { cause },
    )
  })
  return JSON.parse(text) as Passwords
}

/** @throws PostgresError `other_major`: PostgreSQL cannot read the files of another major version */
export async function refuseOtherMajor(place: Place): Promise<void> {
  const found = (await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => place.major)).trim()
  if (found === place.major) return
  throw new PostgresError('other_major', {
    en: `The database in ${place.home} was written by PostgreSQL ${found}, and this version of Opportune brings PostgreSQL ${place.major}. Restore a backup into an empty folder, or go back to the version that wrote it.`,
    fr: `La base de données de ${place.home} a été écrite par PostgreSQL ${found}, et cette version d’Opportune fournit PostgreSQL ${place.major}. Restaurez une sauvegarde dans un dossier vide, ou revenez à la version qui l’a écrite.`,
  })
}

async function initdb(place: Place, cluster: string, passwordFile: string, durable: boolean): Promise<void> {
  const options = [
    ['--pgdata', cluster],
    ['--username', 'opportune_owner'],
    ['--pwfile', passwordFile],
    ['--auth', 'scram-sha-256'],
    ['--encoding', 'UTF8'],
    ['--locale-provider', 'builtin'],
    ['--builtin-locale', 'C.UTF-8'],
    ['--locale', 'C'],
    ['--text-search-config', 'simple'],
    ...(durable ? [] : [['--no-sync']]),
  ].flat()

  const child = spawn(join(place.bin, 'initdb'), options, {
    ...place.runAs,
    cwd: '/',
    env: cleanEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((done) => child.once('close', done).once('error', done))
  if (code === 0) return
  const tail = `${code instanceof Error ? code.message : ''}${said.trim().split('\n').slice(-6).join('\n')}`
  throw new PostgresError('no_initdb', {
    en: `The database could not be created in ${place.home}:\n${tail}`,
    fr: `La base de données n’a pas pu être créée dans ${place.home} :\n${tail}`,
  })
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
