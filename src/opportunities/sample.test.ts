import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawnAgain, drawSample, lowerOf } from './sample.ts'

const secret = (name: string) => ({ id: name, key: createHash('sha256').update(name).digest() })
const [old, current] = [secret('old'), secret('new')]
const ring = { current, byId: (id: string) => [current, old].find((key) => key.id === id) }
const submitted = (number: number) => ({
  id: '0190f3a2-0000-7000-8000-000000000001',
  at: new Date('2026-05-12T14:00:00Z'),
  digest: createHash('sha256').update(String(number)).digest(),
})

test('a share of statements falls in the sample, whatever their address', () => {
  const drawn = Array.from({ length: 4_000 }, (_, number) => drawSample(ring, submitted(number)).drawn)
  const share = drawn.filter((each) => each < 0.1).length / drawn.length
  expect(share).toBeGreaterThan(0.08)
  expect(share).toBeLessThan(0.12)
})

test('another key draws otherwise; the same one, found by its name, draws the same', () => {
  const first = drawSample({ ...ring, current: old }, submitted(1))
  expect(drawSample(ring, submitted(1)).drawn).not.toBe(first.drawn)
  expect(drawnAgain(ring, first.key, submitted(1))).toBe(first.drawn)
  expect(drawnAgain(ring, 'lost', submitted(1))).toBeUndefined()
})

test('what was in the sample stays in it', () => {
  const [low, high] = [
    { drawn: 0.05, key: 'new' },
    { drawn: 0.5, key: 'new' },
  ]
  expect([lowerOf(null, high), lowerOf(low, high), lowerOf(high, low)]).toEqual([high, low, low])
})
