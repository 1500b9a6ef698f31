import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BeaconSource, beaconFor, beaconSources, checkBeaconRef, checkBeaconValue } from './beacon.ts'
import { drandValue } from './drand.ts'

const refOf = (source: BeaconSource, t: string) => {
  const ref = beaconFor(source, new Date(t))
  return ref.ok ? ref.value : ref.because
}

describe('the beacon of an instant', () => {
  it.each([
    ['2023-08-23T15:09:27Z', 'drand-quicknet 1'],
    ['2023-08-23T15:09:27.001Z', 'drand-quicknet 2'],
    ['2023-08-23T15:59:24Z', 'drand-quicknet 1000'],
    ['2023-08-23T15:59:24.001Z', 'drand-quicknet 1001'],
    ['2023-08-23T15:59:21.001Z', 'drand-quicknet 1000'],
    ['2026-11-25T17:00:00Z', `drand-quicknet ${(Date.UTC(2026, 10, 25, 17) / 1000 - 1_692_803_367) / 3 + 1}`],
    ['2023-08-23T15:09:26.999Z', 'before_first_round'],
  ])('drand at %s: %s', (t, ref) => {
    expect(refOf('drand-quicknet', t)).toBe(ref)
  })

  it.each([
    ['2026-11-25T17:00:00Z', 'lotto-649 2026-11-25'],
    ['2026-11-26T04:59:59Z', 'lotto-649 2026-11-25'],
    ['2026-11-26T05:00:00Z', 'lotto-649 2026-11-28'],
    ['2026-11-28T17:00:00Z', 'lotto-649 2026-11-28'],
    ['2026-11-29T17:00:00Z', 'lotto-649 2026-12-02'],
    ['2026-07-02T03:59:59Z', 'lotto-649 2026-07-01'],
    ['2026-07-02T04:00:00Z', 'lotto-649 2026-07-04'],
    ['2026-12-31T17:00:00Z', 'lotto-649 2027-01-02'],
    ['2028-02-28T17:00:00Z', 'lotto-649 2028-03-01'],
  ])('Lotto 6/49 at %s, by the date in Toronto: %s', (t, ref) => {
    expect(refOf('lotto-649', t)).toBe(ref)
  })

  it.each([
    ['2026-11-25T17:00:00Z', `nist-2 ${Date.UTC(2026, 10, 25, 17)}`],
    ['2026-11-25T17:00:00.001Z', `nist-2 ${Date.UTC(2026, 10, 25, 17, 1)}`],
    ['2026-11-25T16:59:59.999Z', `nist-2 ${Date.UTC(2026, 10, 25, 17)}`],
  ])('NIST at %s, rounded up to the minute: %s', (t, ref) => {
    expect(refOf('nist-2', t)).toBe(ref)
  })

  it('refuses what is not an instant, or has no beacon', () => {
    for (const source of beaconSources) {
      for (const t of ['nonsense', '1969-12-31T23:59:59Z', '+010000-01-01T00:00:00Z']) {
        expect(refOf(source, t)).toBe('bad_instant')
      }
    }
  })

  it('gives a reference that the method accepts, whatever the instant', () => {
    const instants = fc.date({ min: new Date('2023-09-01'), max: new Date('9990-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(fc.constantFrom(...beaconSources), instants, (source, t) => {
        const ref = beaconFor(source, t)
        expect(ref.ok && checkBeaconRef(ref.value)).toEqual({ ok: true, value: source })
      }),
    )
  })
})

describe('a beacon’s value', () => {
  it('is none without a source, and only then', () => {
    expect(checkBeaconValue('none', 'none')).toEqual({ ok: true, value: { ref: 'none', value: 'none' } })
    expect(checkBeaconValue('none', '1')).toEqual({ ok: false, because: 'value_without_beacon' })
    expect(checkBeaconValue('nist-2 60000', 'none')).toEqual({ ok: false, because: 'bad_nist_value' })
  })

  it('takes the longest numbers of a grammar exactly', () => {
    expect(checkBeaconValue('drand-quicknet 9999999999999999', 'a'.repeat(64)).ok).toBe(true)
    expect(checkBeaconValue('nist-2 9999999999960000', 'a'.repeat(128)).ok).toBe(true)
    expect(checkBeaconRef('nist-2 9999999999960001')).toEqual({ ok: false, because: 'bad_nist_pulse' })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', 'none', 'lotto-649 ', 'nist-2 '), (text, head) => {
        expect(checkBeaconValue(head + text, text)).toHaveProperty('ok')
      }),
    )
  })
})

describe('the signature of a drand round', () => {
  const signature = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39'
  const value = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd'

  it('gives the randomness of round 1000', () => {
    expect(drandValue('1000', signature)).toEqual({ ok: true, value: { ref: 'drand-quicknet 1000', value } })
  })

  it('is not that of another round, nor another signature', () => {
    const forged = { ok: false, because: 'bad_drand_signature' }
    expect(drandValue('1001', signature)).toEqual(forged)
    expect(drandValue('1000', signature.replace('b446', 'b447'))).toEqual(forged)
    expect(drandValue('1000', `9${signature.slice(1)}`)).toEqual(forged) // the opposite point: also on the curve
    expect(drandValue('1000', `c0${'0'.repeat(94)}`)).toEqual(forged) // the point at infinity
    expect(drandValue('1000', signature.toUpperCase())).toEqual(forged)
    expect(drandValue('1000', '')).toEqual(forged)
    expect(drandValue('0', signature)).toEqual({ ok: false, because: 'bad_drand_round' })
    expect(drandValue('1e3', signature)).toEqual({ ok: false, because: 'bad_drand_round' })
  })
})
