import { performance } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import { masked, onlyHides } from './masking.ts'

const known = { email: 'zoe@elan.example', people: ['Zoé Lavoie'], organizations: ['Ateliers Élan inc.'] }

it.each([
  ['I am [[Zoé Lavoie]].', 'I am [[name]].'],
  ['Write to [[ zoe@elan.example ]] please', 'Write to [[email]] please'],
  ['[[[Ateliers Elan]]] did it', '[[[organization]]] did it'],
  ['See [[https://elan.example/me]]', 'See [[link]]'],
])('an applicant’s own brackets hide nothing from us: %s', (answer, shown) => {
  expect(masked(answer, known)).toBe(shown)
  expect(onlyHides(answer, shown)).toBe(true)
})

it('brackets that say nothing of anybody stay', () => {
  const shell = 'if [[ -f package.json ]]; then npm test; fi'
  expect(masked(shell, known)).toBe(shell)
})

it('is quick on texts made to be slow', () => {
  const long = 5_000
  const texts = ['a', 'a.', '-', 'a@', '@a', 'a-', '(', '1 ', '[[', '[[a]]', ' [at] a', 'www.', 'a/', 'point ', 'é']
  for (const text of texts) {
    const from = performance.now()
    masked(text.repeat(long / text.length), known)
    expect([text, performance.now() - from < 1_000]).toEqual([text, true])
  }
})
