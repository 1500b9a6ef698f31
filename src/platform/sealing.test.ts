import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  contentCommitment,
  decryptDraft,
  encryptDraft,
  isRecipient,
  newDraftKey,
  newSalt,
  newSealingKey,
  open,
  recipientOf,
  type SealingKey,
  seal,
  sha256Hex,
  unwrapKey,
  wrapKey,
  wrappingKeyId,
} from './sealing.ts'

/** Every byte with one of its bits turned. */
const turned = (bytes: Buffer): Buffer[] =>
  Array.from(bytes, (byte, at) => bytes.map((old, i) => (i === at ? byte ^ 1 : old)) as Buffer)

describe('sealing', () => {
  let opportunity: SealingKey
  let escrow: SealingKey
  let both: string[]
  beforeAll(async () => {
    opportunity = await newSealingKey()
    escrow = await newSealingKey()
    both = [opportunity.recipient, escrow.recipient]
  })

  it('opens with either key and with no other', async () => {
    const content = Buffer.from('réponse scellée')
    const sealed = await seal(both, content)
    expect(sealed.includes(content)).toBe(false)
    expect(await open(opportunity.identity, sealed)).toEqual({ ok: true, value: content })
    expect(await open(escrow.identity, sealed)).toEqual({ ok: true, value: content })
    expect(await open((await newSealingKey()).identity, sealed)).toEqual({ ok: false, because: 'cannot_open' })
  })

  it('never seals the same twice, and seals nothing as well as a megabyte', async () => {
    expect(sha256Hex(await seal(both, Buffer.from('a')))).not.toBe(sha256Hex(await seal(both, Buffer.from('a'))))
    for (const size of [0, 1, 65_535, 65_536, 65_537, 1_000_000]) {
      const content = randomBytes(size)
      expect(await open(escrow.identity, await seal(both, content))).toEqual({ ok: true, value: content })
    }
  })

  it('does not open with any byte changed, cut short or lengthened', async () => {
    const sealed = await seal(both, Buffer.from('x'))
    const spoilt = [
      ...turned(sealed),
      sealed.subarray(0, -1),
      Buffer.concat([sealed, Buffer.from('x')]),
      Buffer.alloc(0),
    ]
    for (const [at, bytes] of spoilt.entries()) {
      const opened = await open(opportunity.identity, bytes)
      // The escrow's lines of the head are authenticated by the same MAC as ours.
      expect(opened, `byte ${at}`).toEqual({ ok: false, because: 'cannot_open' })
    }
  })

  it('insists on two recipients', async () => {
    await expect(seal([opportunity.recipient], Buffer.from('x'))).rejects.toThrow('two different recipients')
    await expect(seal([escrow.recipient, escrow.recipient], Buffer.from('x'))).rejects.toThrow(
      'two different recipients',
    )
  })

  it('knows a recipient from another text', async () => {
    expect(await recipientOf(opportunity.identity)).toBe(opportunity.recipient)
    expect(await isRecipient(opportunity.recipient)).toBe(true)
    for (const text of [
      '',
      'age1',
      opportunity.identity,
      `${opportunity.recipient}x`,
      opportunity.recipient.toUpperCase(),
    ]) {
      expect(await isRecipient(text)).toBe(false)
    }
  })

  it('is opened by the stock age command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealed-'))
    try {
      for (const key of [opportunity, escrow]) {
        writeFileSync(join(folder, 'key'), `${key.identity}\n`)
        writeFileSync(join(folder, 'file.age'), await seal(both, Buffer.from('ouvert sans notre code')))
        const opened = spawnSync('age', ['--decrypt', '-i', 'key', 'file.age'], { cwd: folder, encoding: 'utf8' })
        expect([opened.stderr, opened.stdout]).toEqual(['', 'ouvert sans notre code'])
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a key kept under a master key', () => {
  const master = { id: 'seal-2026', key: randomBytes(32) }
  const keyNamed = (id: string) => (id === master.id ? master.key : undefined)
  const wrapped = wrapKey(master, 'opportunity-1', Buffer.from('AGE-SECRET-KEY'), randomBytes)

  it('comes back for the same owner, and names its master key', () => {
    expect(unwrapKey(keyNamed, 'opportunity-1', wrapped)).toEqual({ ok: true, value: Buffer.from('AGE-SECRET-KEY') })
    expect(wrappingKeyId(wrapped)).toEqual({ ok: true, value: 'seal-2026' })
    expect(wrapped.subarray(0, 3)).toEqual(Buffer.from([0x4b, 1, 9]))
  })

  it('does not come back elsewhere, under another key, or changed', () => {
    expect(unwrapKey(keyNamed, 'opportunity-2', wrapped)).toEqual({ ok: false, because: 'damaged' })
    expect(unwrapKey(() => randomBytes(32), 'opportunity-1', wrapped)).toEqual({ ok: false, because: 'damaged' })
    expect(unwrapKey(() => undefined, 'opportunity-1', wrapped)).toEqual({ ok: false, because: 'unknown_key' })
    expect(unwrapKey(keyNamed, 'opportunity-1', Buffer.alloc(0))).toEqual({ ok: false, because: 'not_wrapped' })
    const later = Buffer.from(wrapped)
    later[1] = 2
    expect(unwrapKey(keyNamed, 'opportunity-1', later)).toEqual({ ok: false, because: 'unknown_version' })
    for (const bytes of turned(wrapped)) expect(unwrapKey(() => master.key, 'opportunity-1', bytes).ok).toBe(false)
    for (let length = 0; length < wrapped.length; length += 1) {
      expect(unwrapKey(() => master.key, 'opportunity-1', wrapped.subarray(0, length)).ok).toBe(false)
    }
  })

  it('never throws on bytes that are not a wrapped key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(unwrapKey(() => master.key, 'a', Buffer.concat([Buffer.from([0x4b, 1]), bytes])).ok).toBe(false)
      }),
    )
  })

  it('refuses a key without a name', () => {
    expect(() => wrapKey({ id: '', key: master.key }, 'a', Buffer.from('x'), randomBytes)).toThrow('1 to 64 bytes')
    expect(() => wrapKey({ id: 'é'.repeat(33), key: master.key }, 'a', Buffer.from('x'), randomBytes)).toThrow()
  })
})

describe('a draft', () => {
  const key = newDraftKey(randomBytes)
  const draft = encryptDraft(key, 'application-1/3', Buffer.from('brouillon'), randomBytes)

  it('is read with its key, for its application and version', () => {
    expect(decryptDraft(key, 'application-1/3', draft)).toEqual({ ok: true, value: Buffer.from('brouillon') })
    expect(draft.includes('brouillon')).toBe(false)
  })

  it('is not read as another version, with another key, or changed', () => {
    expect(decryptDraft(key, 'application-1/4', draft)).toEqual({ ok: false, because: 'damaged' })
    expect(decryptDraft(randomBytes(32), 'application-1/3', draft)).toEqual({ ok: false, because: 'damaged' })
    expect(decryptDraft(key, 'application-1/3', draft.subarray(0, 29))).toEqual({ ok: false, because: 'not_a_draft' })
    const later = Buffer.from(draft)
    later[1] = 2
    expect(decryptDraft(key, 'application-1/3', later)).toEqual({ ok: false, because: 'unknown_version' })
    for (const bytes of turned(draft)) expect(decryptDraft(key, 'application-1/3', bytes).ok).toBe(false)
  })

  it('never passes for a key, nor a key for a draft', () => {
    const wrapped = wrapKey({ id: 'k', key }, 'a', Buffer.from('x'), randomBytes)
    expect(decryptDraft(key, 'a', wrapped)).toEqual({ ok: false, because: 'not_a_draft' })
    expect(unwrapKey(() => key, 'application-1/3', draft)).toEqual({ ok: false, because: 'not_wrapped' })
  })
})

describe('a content commitment', () => {
  it('is SHA-256 of the salt and the content', () => {
    const salt = newSalt((length) => Buffer.alloc(length, 7))
    expect(contentCommitment(salt, Buffer.from('abc'))).toBe(
      sha256Hex(Buffer.concat([Buffer.alloc(32, 7), Buffer.from('abc')])),
    )
    expect(contentCommitment(Buffer.alloc(32), Buffer.from('abc'))).not.toBe(
      contentCommitment(salt, Buffer.from('abc')),
    )
    expect(() => contentCommitment(Buffer.alloc(31), Buffer.from('abc'))).toThrow('32 bytes')
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})
