import fc from 'fast-check'
import { expect, it } from 'vitest'
import { join, markOf, marksOf } from './joining.ts'

const kept = { one: 'as it was', two: 'as it was', agree: 'yes' }
const marks = marksOf(kept, ['one', 'two', 'agree'])

it('takes what one device changed, and leaves what it did not', () => {
  expect(join(kept, { one: 'mine' }, marks)).toEqual({ form: { ...kept, one: 'mine' }, clashes: [] })
  expect(join(kept, { agree: '' }, marks).form).toEqual({ ...kept, agree: '' })
})

it('keeps what another device saved meanwhile in fields that this one did not touch', () => {
  const theirs = { ...kept, two: 'theirs' }
  const { form, clashes } = join(theirs, { one: 'mine', two: 'as it was', agree: 'yes' }, marks)
  expect([form, clashes]).toEqual([{ one: 'mine', two: 'theirs', agree: 'yes' }, []])
})

it('writes nothing over what two devices changed, and shows both', () => {
  const theirs = { ...kept, one: 'theirs' }
  const joined = join(theirs, { one: 'mine' }, marks)
  expect(joined).toEqual({ form: theirs, clashes: [{ field: 'one', theirs: 'theirs' }] })
  // Having seen both, the same text counts.
  expect(join(theirs, { one: 'mine' }, { one: markOf('theirs') }).form.one).toBe('mine')
})

it('sees no clash where both wrote the same, or where only line ends differ', () => {
  const theirs = { ...kept, one: 'a\nb' }
  expect(join(theirs, { one: 'a\r\nb ' }, marks).clashes).toEqual([])
  expect(join({ one: 'a\nb' }, { one: 'a\r\nb' }, { one: markOf('a\nb') }).clashes).toEqual([])
})

it('loses no text: what arrives is kept, or what was there is kept and said', () => {
  const name = fc.constantFrom('one', 'two', 'three')
  const form = fc.dictionary(name, fc.constantFrom('', 'a', 'b', 'c'))
  fc.assert(
    fc.property(form, form, form, (base, theirs, mine) => {
      const { form: now, clashes } = join(theirs, mine, marksOf(base, Object.keys(mine)))
      for (const field of Object.keys(mine)) {
        const [was, there, here] = [base[field] ?? '', theirs[field] ?? '', mine[field] ?? '']
        const clash = clashes.find((one) => one.field === field)
        if (clash) expect([clash.theirs, now[field] ?? '']).toEqual([there, there])
        else if (here !== was && there !== was) expect(now[field]).toBe(here)
        else expect(now[field]).toBe(here === was ? there : here)
      }
    }),
  )
})
