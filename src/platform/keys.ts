import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomUUID,
} from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Text } from './i18n.ts'

/** One secret for AES-256-GCM or HMAC. The id goes with what it locked, so that an older key is found again. */
export type SecretKey = { readonly id: string; readonly key: Buffer }
export type KeyRing = { readonly current: SecretKey; byId(id: string): SecretKey | undefined }

export type Keys = {
  /** Wraps the private key of each opportunity. Absent in a process that only serves pages. */
  readonly seal: KeyRing | undefined
  /** Wraps the keys of drafts. */
  readonly draft: KeyRing
  /** HMAC of sign-in codes; derived from the draft key, so it is in no database. */
  readonly code: Buffer
  /** Ed25519, signs checkpoints of the record. */
  readonly signing: {
    readonly id: string
    readonly privateKey: KeyObject
    readonly publicKey: KeyObject
    /** The 32 bytes of the public key: the last of its DER. */
    readonly publicBytes: Buffer
  }
  /** age recipient of another branch, who can open applications in a disaster. */
  readonly escrowRecipient: string
}

export type KeySources = {
  part: 'all' | 'web' | 'worker'
  dataDir: string
  keyFiles: { seal: string | undefined; draft: string | undefined; signing: string | undefined }
  escrowRecipient: string | undefined
}

export type KeyProblem = 'unreadable' | 'malformed'

/** A key file cannot be used; `text` names it in both languages. */
export class KeyError extends Error {
  readonly problem: KeyProblem
  readonly text: Text

  constructor(problem: KeyProblem, text: Text, options?: ErrorOptions) {
    super(text.en, options)
    this.name = 'KeyError'
    this.problem = problem
    this.text = text
  }
}

/**
 * Reads the keys. Those without a file of their own are made once in `keys/` of the data folder, readable by their
 * owner alone; production refuses to get this far (see `config.ts`). A secret file has one key a line, 64 hexadecimal
 * digits: the first locks, all unlock, so a key is replaced by writing the new one above it.
 *
 * @throws KeyError
 */
export async function loadKeys(
  { part, dataDir, keyFiles, escrowRecipient }: KeySources,
  random: (bytes: number) => Buffer,
): Promise<Keys> {
  const folder = join(dataDir, 'keys')
  const newSecret = () => `${random(32).toString('hex')}\n`
  const secret = (path: string | undefined, name: string) => textOf(path, join(folder, name), newSecret)

  const seal = part === 'web' ? undefined : await ringFrom(await secret(keyFiles.seal, 'seal.key'))
  const draft = await ringFrom(await secret(keyFiles.draft, 'draft.key'))
  const signing = signingFrom(await textOf(keyFiles.signing, join(folder, 'signing.pem'), newSigningKey))
  return {
    seal,
    draft,
    code: Buffer.from(hkdfSync('sha256', draft.current.key, '', 'opportune sign-in codes', 32)),
    signing,
    escrowRecipient: escrowRecipient ?? (await ownEscrow(join(folder, 'escrow.age'))),
  }
}

type KeyFile = { path: string; text: string }

async function textOf(given: string | undefined, own: string, make: () => string | Promise<string>): Promise<KeyFile> {
  if (!given) await createOnce(own, make)
  const path = given ?? own
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new KeyError(
      'unreadable',
      { en: `The key file ${path} cannot be read.`, fr: `Le fichier de clé ${path} ne peut pas être lu.` },
      { cause },
    )
  })
  return { path, text }
}

/** Written beside and linked into place: of two processes that start at once one makes the key and both read it. */
async function createOnce(path: string, make: () => string | Promise<string>): Promise<void> {
  if (await readFile(path).then(() => true, whenMissing)) return
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomUUID()}`
  const file = await open(unfinished, 'w', 0o600)
  await file.writeFile(await make())
  await file.sync()
  await file.close()
  await link(unfinished, path).catch(whenThere)
  await rm(unfinished)
}

async function ringFrom({ path, text }: KeyFile): Promise<KeyRing> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
  const keys = lines.map((line) => {
    if (!/^[0-9a-fA-F]{64}$/.test(line)) throw malformed(path, '64 hexadecimal digits', '64 chiffres hexadécimaux')
    const key = Buffer.from(line, 'hex')
    return { id: createHash('sha256').update('opportune key id').update(key).digest('hex').slice(0, 16), key }
  })
  const [current] = keys
  if (!current) throw malformed(path, '64 hexadecimal digits', '64 chiffres hexadécimaux')
  return { current, byId: (id) => keys.find((key) => key.id === id) }
}

function signingFrom({ path, text }: KeyFile): Keys['signing'] {
  const privateKey = ed25519From(text)
  if (!privateKey) throw malformed(path, 'an Ed25519 private key in PEM', 'une clé privée Ed25519 au format PEM')
  const publicKey = createPublicKey(privateKey)
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const id = createHash('sha256').update(der).digest('hex').slice(0, 16)
  return { id, privateKey, publicKey, publicBytes: der.subarray(-32) }
}

function ed25519From(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined // the caller says which file it is
  }
}

const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

async function ownEscrow(path: string): Promise<string> {
  const { text } = await textOf(undefined, path, async () => `${await generateX25519Identity()}\n`)
  return identityToRecipient(text.trim())
}

const malformed = (path: string, en: string, fr: string): KeyError =>
  new KeyError('malformed', {
    en: `The key file ${path} must hold ${en}.`,
    fr: `Le fichier de clé ${path} doit contenir ${fr}.`,
  })

function whenMissing(error: NodeJS.ErrnoException): false {
  if (error.code !== 'ENOENT') throw error
  return false
}

function whenThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
