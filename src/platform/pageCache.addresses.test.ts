import { describe, expect, it } from 'vitest'
import { findKept } from './pageCache.addresses.ts'

const find = findKept([
  { pattern: '/', cached: [] },
  { pattern: '/en/opportunities', cached: ['q', 'skill'] },
  { pattern: '/en/opportunities/:slug', cached: [] },
  { pattern: '/en/opportunities/:slug.ics', cached: undefined },
  { pattern: '/en/opportunities/new', cached: undefined },
  { pattern: '/en/opportunities/:slug/question', cached: undefined },
  { pattern: '/en/opportunities/:slug/answers/:number', cached: [] },
  { pattern: '/en/opportunities.atom', cached: [] },
])

describe('an address that is kept', () => {
  it.each([
    ['/', '/'],
    ['/en/opportunities', '/en/opportunities'],
    ['/en/opportunities?q=maps', '/en/opportunities'],
    ['/en/opportunities?skill=css&q=%C3%A9t%C3%A9', '/en/opportunities'],
    ['/en/opportunities/2026-dw-7', '/en/opportunities/:slug'],
    ['/en/opportunities/2026-dw-7/answers/3', '/en/opportunities/:slug/answers/:number'],
    ['/en/opportunities.atom', '/en/opportunities.atom'],
  ])('%s is the page %s', (address, pattern) => {
    expect(find(address)?.pattern).toBe(pattern)
  })
})

describe('an address that is not kept', () => {
  it.each([
    ['a page that is not kept', '/en/opportunities/a/question'],
    ['a fixed word before a pattern, as the router has it', '/en/opportunities/new'],
    ['a longer pattern before a shorter', '/en/opportunities/a.ics'],
    ['no page', '/en/nothing'],
    ['part of one', '/en'],
    ['a name that is not listed', '/en/opportunities?q=maps&page=2'],
    ['a name twice', '/en/opportunities?q=maps&q=roads'],
    ['a query without a name', '/en/opportunities?'],
    ['a name on a page that lists none', '/en/opportunities/a?q=maps'],
    ['a name of every object', '/en/opportunities?constructor=1'],
    ['a slash at the end', '/en/opportunities/'],
    ['two slashes', '/en//opportunities'],
    ['an escape in the path', '/en/opportunities/%61'],
    ['a fragment', '/en/opportunities#q'],
    ['a parameter of the path', '/en/opportunities;q=1'],
    ['a whole address', 'http://elsewhere.example/en/opportunities'],
    ['a part that leads up', '/en/opportunities/..'],
    ['a part that leads nowhere', '/en/opportunities/./answers/3'],
    ['nothing', ''],
    ['an asterisk', '*'],
    ['a long one', `/en/opportunities?q=${'a'.repeat(300)}`],
  ])('%s', (_, address) => {
    expect(find(address)).toBeUndefined()
  })
})
