import { randomBytes, sign, verify } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KeyError, loadKeys } from './keys.ts'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opportune-keys-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

const none = { seal: undefined, draft: undefined, signing: undefined }
const load = (changed: Partial<Parameters<typeof loadKeys>[0]> = {}) =>
  loadKeys({ part: 'all', dataDir, keyFiles: none, escrowRecipient: undefined, ...changed }, randomBytes)

test('keys are made once, even by two processes at once, for their owner’s eyes only', async () => {
  const [first, second] = await Promise.all([load(), load()])
  expect(second.draft.current).toEqual(first.draft.current)
  expect(second.seal?.current).toEqual(first.seal?.current)
  expect(second.signing.id).toBe(first.signing.id)
  expect(first.escrowRecipient).toMatch(/^age1/)
  expect(second.escrowRecipient).toBe(first.escrowRecipient)

  const files = (await readdir(join(dataDir, 'keys'))).sort()
  expect(files).toEqual(['draft.key', 'escrow.age', 'seal.key', 'signing.pem'])
  for (const file of files) expect((await stat(join(dataDir, 'keys', file))).mode & 0o777).toBe(0o600)
})

test('the signing key signs and its public half verifies', async () => {
  const { signing } = await load()
  const message = Buffer.from('origin, size, root')
  expect(verify(null, message, signing.publicKey, sign(null, message, signing.privateKey))).toBe(true)
})

test('a process that only serves pages has no seal key', async () => {
  expect((await load({ part: 'web' })).seal).toBeUndefined()
})

test('a new key above an old one locks, and both unlock', async () => {
  const path = join(dataDir, 'rotated')
  const [older, newer] = ['0a'.repeat(32), '0b'.repeat(32)]
  await writeFile(path, `${older}\n`)
  const before = (await load({ keyFiles: { ...none, seal: path } })).seal
  await writeFile(path, `# replaced in May\n${newer}\n${older}\n`)
  const after = (await load({ keyFiles: { ...none, seal: path } })).seal
  expect(after?.current.key.toString('hex')).toBe(newer)
  expect(after?.byId(before?.current.id ?? '')?.key.toString('hex')).toBe(older)
  expect(after?.byId('unknown')).toBeUndefined()
})

test('a file that is missing or malformed is named', async () => {
  const short = join(dataDir, 'short')
  await writeFile(short, 'abc\n')
  await expect(load({ keyFiles: { ...none, draft: short } })).rejects.toThrow(KeyError)
  await expect(load({ keyFiles: { ...none, signing: short } })).rejects.toMatchObject({ problem: 'malformed' })
  await expect(load({ keyFiles: { ...none, seal: join(dataDir, 'absent') } })).rejects.toMatchObject({
    problem: 'unreadable',
    text: { fr: expect.stringContaining('absent') },
  })
})
