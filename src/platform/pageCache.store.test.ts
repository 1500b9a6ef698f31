import { expect, it } from 'vitest'
import { pageStore } from './pageCache.store.ts'

const page = (bytes: number, until = Number.POSITIVE_INFINITY) => ({ bytes, until })

it('keeps at most so many bytes: what was not asked for longest makes room', () => {
  const store = pageStore(1_000)
  for (const name of ['a', 'b', 'c', 'd']) store.keep(1, name, page(250))
  expect(store.find(1, 'a', 0)).toBeDefined()
  store.keep(1, 'e', page(250))
  expect(store.bytes).toBe(1_000)
  expect(['a', 'b', 'c', 'd', 'e'].filter((name) => store.find(1, name, 0))).toEqual(['a', 'c', 'd', 'e'])
})

it('counts a page once, however often it is kept again', () => {
  const store = pageStore(1_000)
  for (let time = 0; time < 10; time += 1) store.keep(1, 'a', page(200 + time))
  expect([store.pages, store.bytes]).toEqual([1, 209])
})

it('keeps no page that takes more than a quarter of the room', () => {
  const store = pageStore(1_000)
  store.keep(1, 'a', page(251))
  expect([store.find(1, 'a', 0), store.bytes]).toEqual([undefined, 0])
})

it('gives no page from the instant at which it changes by time', () => {
  const store = pageStore(1_000)
  store.keep(1, 'a', page(10, 5_000))
  expect(store.find(1, 'a', 4_999)).toBeDefined()
  expect(store.find(1, 'a', 5_000)).toBeUndefined()
  expect(store.bytes).toBe(0)
})

it('is empty after a change, and takes nothing that was rendered before it', () => {
  const store = pageStore(1_000)
  store.keep(1, 'a', page(10))
  expect(store.find(2, 'a', 0)).toBeUndefined()
  store.keep(1, 'b', page(10))
  expect([store.find(2, 'b', 0), store.pages, store.bytes]).toEqual([undefined, 0, 0])
})
