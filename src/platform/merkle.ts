import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962: one root for a list that only grows, and short proofs that an entry is in it
 * (inclusion) and that a longer list begins with a shorter one (consistency). Hashes are 32 bytes.
 */

/**
 * The roots of the full subtrees, largest first: all that is needed to add a leaf, at most 53 hashes.
 * It is what a log keeps between two runs.
 */
export type Frontier = { readonly size: number; readonly hashes: readonly Buffer[] }

export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/** SHA-256(0x00 || entry). */
export const leafHash = (entry: Uint8Array): Buffer => createHash('sha256').update(LEAF).update(entry).digest()

/** SHA-256(0x01 || left || right). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest()

/** The frontier with one leaf more, in O(log n). */
export function append({ size, hashes }: Frontier, leaf: Buffer): Frontier {
  const grown = [...hashes]
  let node = leaf
  for (let left = size; left % 2 === 1; left = Math.floor(left / 2)) {
    node = nodeHash(grown.pop() ?? missing(), node)
  }
  return { size: size + 1, hashes: [...grown, node] }
}

/** The root of everything added so far, in O(log n). The root of nothing is SHA-256 of nothing. */
export function rootOf({ hashes }: Frontier): Buffer {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right))
}

/** The root over a whole list of leaf hashes. */
export const rootOfLeaves = (leaves: readonly Buffer[]): Buffer => rootOf(leaves.reduce(append, emptyFrontier))

/** The hashes that lead from the leaf at `index` (from 0) to the root. Throws when there is no such leaf. */
export function inclusionProof(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError('No leaf at this index')
  if (leaves.length === 1) return []
  const split = leftSize(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...inclusionProof(index, left), rootOfLeaves(right)]
    : [...inclusionProof(index - split, right), rootOfLeaves(left)]
}

/** Whether `leaf` is the entry at `index` of the list of `size` entries that has this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  { leaf, index, size, root }: { leaf: Buffer; index: number; size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!isSize(size) || !Number.isInteger(index) || index < 0 || index >= size) return false
  let [place, last] = [index, size - 1]
  let node = leaf
  for (const hash of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      node = nodeHash(hash, node)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      node = nodeHash(node, hash)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && node.equals(root)
}

/** The hashes that show that the first `oldSize` of these leaves are the whole older list. */
export function consistencyProof(oldSize: number, leaves: readonly Buffer[]): Buffer[] {
  if (!Number.isInteger(oldSize) || oldSize < 0 || oldSize > leaves.length) throw new RangeError('No such older size')
  return oldSize === 0 ? [] : subproof(oldSize, leaves, true)
}

/** Whether the newer list begins with the whole older one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  older: { size: number; root: Buffer },
  newer: { size: number; root: Buffer },
  proof: readonly Buffer[],
): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size) return false
  if (older.size === 0) return proof.length === 0 && older.root.equals(EMPTY_ROOT)
  if (older.size === newer.size) return proof.length === 0 && older.root.equals(newer.root)

  let [place, last] = [older.size - 1, newer.size - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  const [first, ...rest] = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof
  if (!first) return false
  let [oldNode, newNode] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      oldNode = nodeHash(hash, oldNode)
      newNode = nodeHash(hash, newNode)
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      newNode = nodeHash(newNode, hash)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && oldNode.equals(older.root) && newNode.equals(newer.root)
}

const LEAF = Buffer.from([0])
const NODE = Buffer.from([1])
const EMPTY_ROOT = createHash('sha256').digest()

function subproof(oldSize: number, leaves: readonly Buffer[], complete: boolean): Buffer[] {
  if (oldSize === leaves.length) return complete ? [] : [rootOfLeaves(leaves)]
  const split = leftSize(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return oldSize <= split
    ? [...subproof(oldSize, left, complete), rootOfLeaves(right)]
    : [...subproof(oldSize - split, right, false), rootOfLeaves(left)]
}

/** The largest power of two below `size`, for a size of two or more. */
function leftSize(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}

/** Not a shift: sizes may pass 32 bits. */
const half = (place: number): number => Math.floor(place / 2)
const isSize = (size: number): boolean => Number.isSafeInteger(size) && size >= 0
const isPowerOfTwo = (size: number): boolean => size === 1 || leftSize(size) * 2 === size

function missing(): never {
  throw new Error('The frontier does not fit its size')
}
