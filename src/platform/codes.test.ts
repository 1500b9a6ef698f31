import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeDigest, codeFor, codeMatches, newSessionToken, sameSecret, sessionHash } from './codes.ts'

const key = Buffer.alloc(32, 1)

describe('a one-time code', () => {
  it('is six digits that follow from the key and the row alone', () => {
    fc.assert(
      fc.property(fc.uuid(), (row) => {
        expect(codeFor(key, row)).toMatch(/^[0-9]{6}$/)
        expect(codeFor(key, row)).toBe(codeFor(key, row))
      }),
    )
    const rows = Array.from({ length: 2_000 }, (_, n) => codeFor(key, `row ${n}`))
    const otherKey = Array.from({ length: 2_000 }, (_, n) => codeFor(Buffer.alloc(32, 2), `row ${n}`))
    expect(new Set(rows).size).toBeGreaterThan(1_990)
    expect(rows.filter((code, n) => code === otherKey[n]).length).toBeLessThan(5)
    expect(rows.some((code) => code.startsWith('0'))).toBe(true)
  })

  it('is spread evenly: the first digit over 20,000 rows, chi-square below 27.9', () => {
    const counts = new Array<number>(10).fill(0)
    for (let n = 0; n < 20_000; n += 1) {
      const digit = Number(codeFor(key, `even ${n}`).charAt(0))
      counts[digit] = (counts[digit] ?? 0) + 1
    }
    expect(counts.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0)).toBeLessThan(27.9)
  })

  it('matches as typed, with blanks or a hyphen, for its own row and key', () => {
    const code = codeFor(key, 'row 1')
    const digest = codeDigest(key, 'row 1', code)
    const [half, rest] = [code.slice(0, 3), code.slice(3)]
    for (const typed of [code, ` ${code}\n`, `${half} ${rest}`, `${half}-${rest}`, `${half}\u00a0${rest}`]) {
      expect(codeMatches(key, 'row 1', digest, typed)).toBe(true)
    }
    const next = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (const typed of [next, '', code.slice(1), `${code}0`, 'abcdef', '１２３４５６']) {
      expect(codeMatches(key, 'row 1', digest, typed)).toBe(false)
    }
    expect(codeMatches(key, 'row 2', digest, code)).toBe(false)
    expect(codeMatches(Buffer.alloc(32, 2), 'row 1', digest, code)).toBe(false)
    expect(codeMatches(key, 'row 1', '', code)).toBe(false)
    expect(digest).not.toContain(code)
  })

  it('insists on a long key', () => {
    expect(() => codeFor(Buffer.alloc(31), 'row')).toThrow('32 bytes')
  })
})

describe('a session token', () => {
  it('has 256 bits, and is found by its hash', () => {
    const { token, hash } = newSessionToken((length) => Buffer.alloc(length, 255))
    expect(token).toBe('__________________________________________8')
    expect(hash).toBe(sessionHash(token))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(newSessionToken(randomBytes).token).not.toBe(newSessionToken(randomBytes).token)
  })
})

describe('equality of secrets', () => {
  it('is that of texts', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameSecret(a, b) === (a === b)))
    expect(sameSecret('same', 'same')).toBe(true)
  })
})
