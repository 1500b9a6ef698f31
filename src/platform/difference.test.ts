import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from './difference.ts'

describe('the difference of two texts', () => {
  it('names the words that went and those that came', () => {
    expect(difference('Fix the keyboard trap', 'Fix the focus trap')).toEqual([
      { kind: 'same', text: 'Fix the ' },
      { kind: 'removed', text: 'keyboard' },
      { kind: 'added', text: 'focus' },
      { kind: 'same', text: ' trap' },
    ])
  })

  it('is nothing of two empty texts, and one part of two equal ones', () => {
    expect(difference('', '')).toEqual([])
    expect(difference('as it was', 'as it was')).toEqual([{ kind: 'same', text: 'as it was' }])
    expect(difference('', 'new')).toEqual([{ kind: 'added', text: 'new' }])
  })

  it('gives back both texts, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const changes = difference(before, after)
        const without = (kind: string) =>
          changes
            .filter((change) => change.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })

  it('does not compare very long texts word by word', () => {
    const long = 'word '.repeat(10_000)
    expect(difference(long, `${long}end`).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })
})
