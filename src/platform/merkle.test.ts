import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  append,
  consistencyProof,
  emptyFrontier,
  type Frontier,
  inclusionProof,
  leafHash,
  nodeHash,
  rootOf,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

/** The usual eight leaves of Certificate Transparency's own tests, and the roots over the first n of them. */
const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots: [size: number, root: string][] = [
  [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
]
const leaves = entries.map((hex) => leafHash(Buffer.from(hex, 'hex')))
const many = (size: number): Buffer[] => Array.from({ length: size }, (_, n) => leafHash(Buffer.from(`entry ${n}`)))
const flipped = (hash: Buffer): Buffer => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte)) as Buffer

/** RFC 6962, section 2.1, word for word. */
function definition(list: Buffer[]): Buffer {
  const [first] = list
  if (!first) return rootOf(emptyFrontier)
  if (list.length === 1) return first
  let split = 1
  while (split * 2 < list.length) split *= 2
  return nodeHash(definition(list.slice(0, split)), definition(list.slice(split)))
}

describe('the Merkle tree', () => {
  it.each(roots)('has the known root over %i leaves', (size, root) => {
    expect(rootOfLeaves(leaves.slice(0, size)).toString('hex')).toBe(root)
  })

  it('grows leaf by leaf to the same root, keeping few hashes', () => {
    const list = many(300)
    let frontier: Frontier = emptyFrontier
    for (const [n, leaf] of list.entries()) {
      frontier = append(frontier, leaf)
      expect(rootOf(frontier)).toEqual(definition(list.slice(0, n + 1)))
      expect(frontier).toMatchObject({ size: n + 1 })
      expect(frontier.hashes.length).toBe((n + 1).toString(2).replaceAll('0', '').length)
    }
  })

  it('goes on from a frontier that was stored as text', () => {
    const list = many(13)
    const stored = JSON.stringify(
      list
        .slice(0, 9)
        .reduce(append, emptyFrontier)
        .hashes.map((hash) => hash.toString('hex')),
    )
    const kept = { size: 9, hashes: (JSON.parse(stored) as string[]).map((hex) => Buffer.from(hex, 'hex')) }
    expect(rootOf(list.slice(9).reduce(append, kept))).toEqual(rootOfLeaves(list))
    expect(() => append({ size: 9, hashes: [] }, leafHash(Buffer.of()))).toThrow('does not fit')
  })

  it('keeps leaves and nodes apart', () => {
    const [a, b] = leaves as [Buffer, Buffer]
    expect(leafHash(Buffer.concat([a, b]))).not.toEqual(nodeHash(a, b))
  })
})

describe('inclusion', () => {
  it('is proved for every leaf of every size up to 40, and for no other place, leaf, size or root', () => {
    const all = many(41)
    for (let size = 1; size <= 40; size += 1) {
      const list = all.slice(0, size)
      const root = rootOfLeaves(list)
      for (const [index, leaf] of list.entries()) {
        const proof = inclusionProof(index, list)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)))
        expect(verifyInclusion({ leaf, index, size, root }, proof)).toBe(true)
        expect(verifyInclusion({ leaf: flipped(leaf), index, size, root }, proof)).toBe(false)
        expect(verifyInclusion({ leaf, index, size, root: flipped(root) }, proof)).toBe(false)
        expect(verifyInclusion({ leaf, index: (index + 1) % size, size, root }, proof)).toBe(size === 1)
        expect(verifyInclusion({ leaf, index, size, root }, [...proof, root])).toBe(false)
        if (proof.length > 0) expect(verifyInclusion({ leaf, index, size, root }, proof.slice(1))).toBe(false)
        for (let at = 0; at < proof.length; at += 1) {
          const spoilt = proof.with(at, flipped(proof[at] ?? root))
          expect(verifyInclusion({ leaf, index, size, root }, spoilt)).toBe(false)
        }
      }
    }
  })

  it('is not proved for what cannot be', () => {
    const root = rootOfLeaves(leaves)
    const leaf = leaves[0] as Buffer
    const proof = inclusionProof(0, leaves)
    for (const index of [-1, 8, 0.5, Number.NaN]) {
      expect(verifyInclusion({ leaf, index, size: 8, root }, proof)).toBe(false)
      expect(() => inclusionProof(index, leaves)).toThrow(RangeError)
    }
    expect(verifyInclusion({ leaf, index: 0, size: 0, root }, [])).toBe(false)
  })

  it('stays short for a large list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.nat(), (size, at) => {
        const list = many(size)
        const index = at % size
        const proof = inclusionProof(index, list)
        const leaf = list[index] as Buffer
        expect(verifyInclusion({ leaf, index, size, root: definition(list) }, proof)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe('consistency', () => {
  const all = many(41)
  const listOf = (size: number) => ({ size, root: rootOfLeaves(all.slice(0, size)) })

  it('is proved for every pair of sizes up to 40, and for nothing else', () => {
    for (let newSize = 0; newSize <= 40; newSize += 1) {
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const [older, newer] = [listOf(oldSize), listOf(newSize)]
        const proof = consistencyProof(oldSize, all.slice(0, newSize))
        expect(verifyConsistency(older, newer, proof), `${oldSize} in ${newSize}`).toBe(true)
        expect(verifyConsistency({ ...older, root: flipped(older.root) }, newer, proof)).toBe(false)
        expect(verifyConsistency(older, newer, [...proof, newer.root])).toBe(false)
        if (oldSize === 0) continue
        expect(verifyConsistency(older, { ...newer, root: flipped(newer.root) }, proof)).toBe(false)
        for (let at = 0; at < proof.length; at += 1) {
          expect(verifyConsistency(older, newer, proof.with(at, flipped(proof[at] ?? newer.root)))).toBe(false)
          expect(verifyConsistency(older, newer, proof.toSpliced(at, 1))).toBe(false)
        }
      }
    }
  })

  it('fails for a history that was written anew or cut short', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        fc.nat(),
        (oldSize, more, which) => {
          const newSize = Math.min(41, oldSize + more)
          const rewritten = all.slice(0, newSize).with(which % oldSize, leafHash(Buffer.from('forged')))
          const newer = { size: newSize, root: rootOfLeaves(rewritten) }
          expect(verifyConsistency(listOf(oldSize), newer, consistencyProof(oldSize, rewritten))).toBe(false)
        },
      ),
    )
    expect(verifyConsistency(listOf(9), listOf(8), [])).toBe(false)
    expect(verifyConsistency({ ...listOf(3), size: -1 }, listOf(8), [])).toBe(false)
    expect(verifyConsistency(listOf(3), listOf(8), [])).toBe(false)
    expect(() => consistencyProof(9, leaves)).toThrow(RangeError)
  })
})
