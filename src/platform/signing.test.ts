import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkpointText,
  parseCheckpoint,
  parseVerifier,
  sign,
  signingKey,
  signNote,
  verifierText,
  verify,
  verifyNote,
} from './signing.ts'

/** The example of the reference implementation (golang.org/x/mod/sumdb/note). */
const example = {
  secret: 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  verifier: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}
const key = signingKey(Buffer.from(example.secret, 'base64').subarray(1))
const other = signingKey(Buffer.alloc(32, 9))
const peter = { name: 'PeterNeumann', publicKey: key.publicKey }

describe('signing', () => {
  it('gives the signature of RFC 8032, test 1', () => {
    const rfc = signingKey(Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'))
    expect(rfc.publicKey.toString('hex')).toBe('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a')
    const signature = sign(rfc, '')
    expect(signature.toString('hex')).toMatch(/^e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155/)
    expect(verify(rfc.publicKey, '', signature)).toBe(true)
  })

  it('tells a changed message, key or signature', () => {
    const signature = sign(key, 'reçu')
    expect(verify(key.publicKey, 'reçu', signature)).toBe(true)
    expect(verify(key.publicKey, 'recu', signature)).toBe(false)
    expect(verify(other.publicKey, 'reçu', signature)).toBe(false)
    expect(verify(key.publicKey, 'reçu', signature.subarray(1))).toBe(false)
    expect(verify(key.publicKey.subarray(1), 'reçu', signature)).toBe(false)
    for (let at = 0; at < 64; at += 1) {
      const changed = Buffer.from(signature)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(verify(key.publicKey, 'reçu', changed)).toBe(false)
    }
    expect(() => signingKey(Buffer.alloc(31))).toThrow('32 bytes')
  })
})

describe('a signed note', () => {
  const note = `${example.text}\n${example.line}`

  it('is the reference’s, byte for byte', () => {
    expect(signNote(key, 'PeterNeumann', example.text)).toBe(note)
    expect(verifierText(peter)).toBe(example.verifier)
    expect(parseVerifier(example.verifier)).toEqual({ ok: true, value: peter })
    expect(verifyNote(peter, note)).toEqual({ ok: true, value: example.text })
  })

  it('is refused with any character changed', () => {
    for (let at = 0; at < note.length; at += 1) {
      const changed = note.slice(0, at) + (note[at] === 'A' ? 'B' : 'A') + note.slice(at + 1)
      expect(verifyNote(peter, changed).ok, `character ${at}`).toBe(false)
    }
  })

  it('may carry the signatures of others, such as witnesses', () => {
    const [, theirs = ''] = signNote(other, 'witness.example', example.text).split('\n\n')
    for (const both of [note + theirs, `${example.text}\n${theirs}${example.line}`]) {
      expect(verifyNote(peter, both)).toEqual({ ok: true, value: example.text })
    }
    expect(verifyNote(peter, `${example.text}\n${theirs}`)).toEqual({ ok: false, because: 'not_signed_by_this_key' })
    expect(verifyNote({ ...peter, publicKey: other.publicKey }, note)).toEqual({
      ok: false,
      because: 'not_signed_by_this_key',
    })
    expect(verifyNote(peter, `Another text\n\n${example.line}`)).toEqual({ ok: false, because: 'bad_signature' })
    expect(verifyNote(peter, `${note}${theirs.repeat(100)}`)).toEqual({ ok: false, because: 'not_a_note' })
  })

  it.each([
    '',
    '\n',
    'text',
    'text\n',
    'text\n\n',
    'text\n\nsignature\n',
    note.slice(0, -1),
    `${note}\n`,
    `\u0000${note}`,
    note.replace('— ', '- '),
  ])('is not: %j', (text) => expect(verifyNote(peter, text)).toEqual({ ok: false, because: 'not_a_note' }))

  it('takes several paragraphs and French', () => {
    const text = 'Accusé de réception\n\nOccasion : réparer\n'
    expect(verifyNote(peter, signNote(key, 'PeterNeumann', text))).toEqual({ ok: true, value: text })
  })

  it('is not made from what cannot be one', () => {
    for (const text of ['', 'no line end', 'a\tb\n', 'a\r\n', '\ud800\n'])
      expect(() => signNote(key, 'x', text)).toThrow()
    for (const name of ['', 'a b', 'a+b', 'a\n']) expect(() => signNote(key, name, 'a\n')).toThrow()
  })

  it('never throws on reading', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(verifyNote(peter, text).ok).toBe(false)
        expect(verifyNote(peter, `${example.text}\n— ${text}\n`).ok).toBe(false)
        expect(parseVerifier(text).ok).toBe(false)
        expect(parseCheckpoint(text).ok).toBe(false)
      }),
    )
    const parts = ['PeterNeumann+c74f20a4', 'Peter+c74f20a3', 'PeterNeumann+c74f20a3+AAAA']
    for (const text of parts) expect(parseVerifier(`${text}${example.verifier.slice(21)}`).ok).toBe(false)
  })
})

describe('a checkpoint', () => {
  const checkpoint = { origin: 'opportune.example/history', size: 20_852_163, root: Buffer.alloc(32, 5) }
  const text = `opportune.example/history\n20852163\n${checkpoint.root.toString('base64')}\n`

  it('is three lines, read back as written', () => {
    expect(checkpointText(checkpoint)).toBe(text)
    expect(parseCheckpoint(text)).toEqual({ ok: true, value: checkpoint })
    expect(parseCheckpoint(`${text}extension\n`)).toEqual({ ok: true, value: checkpoint })
  })

  it('is refused when it is anything else', () => {
    for (const wrong of [
      text.replace('2', '02'),
      text.replace('BQ', 'B'),
      `\n${text}`,
      text.slice(0, -1),
      text.replace('2085', '-2085'),
    ]) {
      expect(parseCheckpoint(wrong)).toEqual({ ok: false, because: 'not_a_checkpoint' })
    }
    expect(() => checkpointText({ ...checkpoint, origin: 'a\nb' })).toThrow()
    expect(() => checkpointText({ ...checkpoint, size: -1 })).toThrow()
    expect(() => checkpointText({ ...checkpoint, root: Buffer.alloc(31) })).toThrow()
  })
})
