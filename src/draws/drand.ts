import { createHash } from 'node:crypto'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { Beacon } from './beacon.ts'

export type DrandRefusal = 'bad_drand_round' | 'bad_drand_signature'

/**
 * The beacon's value out of a round and its signature, only if the drand network made that signature: no server is
 * trusted. Scheme `bls-unchained-g1-rfc9380`: the signature is on G1, the message is SHA-256 of the round in eight
 * bytes, and the randomness is SHA-256 of the signature.
 */
export function drandValue(round: string, signature: string): Decision<Beacon, DrandRefusal> {
  if (!/^[1-9][0-9]{0,15}$/.test(round)) return no('bad_drand_round')
  if (!/^[0-9a-f]{96}$/.test(signature)) return no('bad_drand_signature')

  const bytes = Buffer.from(signature, 'hex')
  if (!isSignedByQuicknet(messageOf(round), bytes)) return no('bad_drand_signature')
  return yes({ ref: `drand-quicknet ${round}`, value: createHash('sha256').update(bytes).digest('hex') })
}

const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
const PUBLIC_KEY =
  '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc2' +
  '2b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a'

function messageOf(round: string): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(round))
  return createHash('sha256').update(bytes).digest()
}

function isSignedByQuicknet(message: Buffer, signature: Buffer): boolean {
  const bls = bls12_381.shortSignatures
  try {
    return bls.verify(signature, bls.hash(message, DOMAIN), Buffer.from(PUBLIC_KEY, 'hex'))
  } catch {
    return false // bytes that are not a point of the curve: nobody signed that
  }
}
