import { afterEach, expect, it, vi } from 'vitest'
import { showServerClock } from './serverClock.ts'

afterEach(() => vi.unstubAllGlobals())

/** A page with one place for the clock, in a browser whose server answers with this date. */
function page(date: string | null, places = 1) {
  const shown = Array.from({ length: places }, () => ({
    dataset: { clock: 'America/Toronto' },
    textContent: 'Read the clock',
  }))
  const fetched: unknown[][] = []
  const ticks: (() => void)[] = []
  vi.stubGlobal('document', { documentElement: { lang: 'en-CA' } })
  vi.stubGlobal('location', { pathname: '/en/opportunities/a' })
  vi.stubGlobal('window', { setInterval: (tick: () => void) => ticks.push(tick) })
  vi.stubGlobal('fetch', async (...asked: unknown[]) => {
    fetched.push(asked)
    if (date === null) throw new Error('offline')
    return { headers: new Headers(date ? { date } : {}) }
  })
  return { root: { querySelectorAll: () => shown } as unknown as ParentNode, shown, fetched, ticks }
}

const noon = Date.parse('2026-05-04T16:00:00Z')

it('shows the server’s clock, and corrects the browser’s, however wrong it is', async () => {
  const { root, shown, fetched, ticks } = page('Mon, 04 May 2026 16:00:00 GMT')
  let own = noon + 3 * 86_400_000
  const corrected = vi.fn()
  const clock = showServerClock(root, () => own, corrected)
  expect(clock()).toBe(own)
  await expect.poll(() => corrected.mock.calls.length).toBe(1)
  expect(clock()).toBe(noon)
  expect(shown[0]?.textContent).toMatch(/^May 4, 12:00\sp\.m\. EDT$/)
  expect(fetched).toEqual([['/en/opportunities/a', { method: 'HEAD', cache: 'no-store', credentials: 'omit' }]])
  own += 60_000
  for (const tick of ticks) tick()
  expect(shown[0]?.textContent).toMatch(/^May 4, 12:01\sp\.m\. EDT$/)
})

it('leaves the link to the clock when the server does not say, or is away', async () => {
  for (const date of ['', 'nonsense', null]) {
    const { root, shown, fetched } = page(date)
    const clock = showServerClock(
      root,
      () => 7,
      () => {},
    )
    await expect.poll(() => fetched.length).toBe(1)
    await Promise.resolve()
    expect([shown[0]?.textContent, clock()]).toEqual(['Read the clock', 7])
  }
})

it('asks nothing on a page that shows no clock', async () => {
  const { root, fetched } = page('Mon, 04 May 2026 16:00:00 GMT', 0)
  showServerClock(
    root,
    () => noon,
    () => {},
  )
  await Promise.resolve()
  expect(fetched).toEqual([])
})
