import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { rankDraw } from '../../src/draws/protocol.ts'

/** 0.1 % of honest draws pass this value at 9 degrees of freedom. */
export const CHI_SQUARE_LIMIT = 27.9

const TOKENS = Array.from({ length: 10 }, (_, place) => `A${String(place).padStart(9, '0')}`)
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Draws ten applicants again and again: `bin/soak draw [draws] [name]`, 300,000 by default. Says for each place of
 * the ranking how far its winners are from one in ten each; ends with 1 when one is too far. The seeds follow from
 * `name`, so that a run can be repeated.
 */
export function chiSquareOfPlaces(draws: number, name: string, progress: (done: number) => void = () => {}): number[] {
  const received = TOKENS.map((token) => ({ token, sealedHash: hash(token) }))
  const counts = TOKENS.map(() => new Map<string, number>())
  for (let n = 0; n < draws; n += 1) {
    const drawn = rankDraw({
      slug: 'uniform',
      draw: 1,
      previous: 'none',
      seed: hash(`${name} ${n}`),
      received,
      eligible: TOKENS,
      beacon: { ref: 'drand-quicknet 1000', value: hash(`${name} value ${n}`) },
    })
    if (!drawn.ok) throw new Error(`Refused: ${drawn.because}`)
    for (const [place, { token }] of drawn.value.ranking.entries()) {
      counts[place]?.set(token, (counts[place]?.get(token) ?? 0) + 1)
    }
    if ((n + 1) % 10_000 === 0) progress(n + 1)
  }
  const expected = draws / TOKENS.length
  return counts.map((count) =>
    TOKENS.reduce((sum, token) => sum + ((count.get(token) ?? 0) - expected) ** 2 / expected, 0),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const draws = Number(process.argv[2] ?? 300_000)
  const name = process.argv[3] ?? 'soak'
  const places = chiSquareOfPlaces(draws, name, (done) => {
    if (done % 50_000 === 0) console.log(`${done} of ${draws} draws`)
  })
  places.forEach((value, place) => {
    console.log(`place ${place + 1}: chi-square ${value.toFixed(2)}, limit ${CHI_SQUARE_LIMIT}`)
  })
  const failed = places.filter((value) => value >= CHI_SQUARE_LIMIT).length
  console.log(`draw: ${draws} draws of 10 named "${name}", ${places.length - failed} places uniform, ${failed} not`)
  process.exitCode = failed === 0 ? 0 : 1
}
