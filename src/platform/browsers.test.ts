import { describe, expect, it } from 'vitest'
import { isForeign, networkOf } from './browsers.ts'

const secure = 'https://micro.example.ca'

describe('a POST', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'same-site' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: secure }, true],
    [{ 'sec-fetch-site': 'nonsense' }, true],
    [{ origin: secure }, false],
    [{ origin: 'https://evil.example' }, true],
    [{ origin: 'https://micro.example.ca.evil.example' }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'http://micro.example.ca', host: 'micro.example.ca' }, true],
    [{ host: 'micro.example.ca' }, true],
    [{}, true],
  ])('with %j is foreign: %s', (headers, foreign) => {
    expect(isForeign(headers, secure)).toBe(foreign)
  })

  it('in development may come from another name of this machine, and from no other site', () => {
    const development = 'http://localhost:8080'
    expect(isForeign({ origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' }, development)).toBe(false)
    expect(isForeign({ origin: 'http://evil.example', host: '127.0.0.1:8080' }, development)).toBe(true)
  })
})

describe('who asks, for limits', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
