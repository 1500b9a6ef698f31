import { describe, expect, it } from 'vitest'
import { identifyingPassages } from './identifying.ts'

const known = {
  email: 'lina.rousseau@atelier.example',
  people: ['Lina Rousseau', 'Éloïse Bérubé'],
  organizations: ['Ateliers Nord-Sud inc.', 'Tiller Labs'],
}
const kinds = (answer: string) => identifyingPassages(answer, known).map(({ kind, text }) => `${kind} ${text}`)

describe('passages that say who wrote an answer', () => {
  it.each([
    ['write to lina.rousseau@atelier.example', 'email lina.rousseau@atelier.example'],
    ['lina [at] atelier [dot] example', 'email lina [at] atelier [dot] example'],
    ['lina arobase atelier point example', 'email lina arobase atelier point example'],
    ['see https://git.example/lina-r/tiller/pull/88.', 'link https://git.example/lina-r/tiller/pull/88'],
    ['my site is atelier.ca', 'link atelier.ca'],
    ['as in lina-r/tiller#88', 'link lina-r/tiller#88'],
    ['ask @lina-r', 'handle @lina-r'],
    ['call 613-555-0142', 'phone 613-555-0142'],
    ['au (819) 555-0199', 'phone (819) 555-0199'],
    ['I am LINA ROUSSEAU', 'name LINA ROUSSEAU'],
    ['Rousseau fixed it', 'name Rousseau'],
    ['Eloise Berube l’a fait', 'name Eloise Berube'],
    ['at Ateliers Nord-Sud we', 'organization Ateliers Nord-Sud'],
    ['chez tiller labs', 'organization tiller labs'],
  ])('%s', (answer, expected) => {
    expect(kinds(answer)).toContain(expected)
  })

  it.each([
    'Node.js 24 and @types/node, on ASP.NET with socket.io',
    'version 10.2.3.4 of the library, released on 2026-11-17 at 14:00',
    'I removed a listener, e.g. one that stopped every key event; cf. WCAG 2.2, 2.1.2.',
    'J’ai retiré l’écouteur; la correction est dans la version 3.2, après 1 250 essais.',
    'the tests live in test/keyboard.test.ts and src/index.ts',
    'issue #412 and pull request 88',
  ])('leaves alone: %s', (answer) => {
    expect(kinds(answer)).toEqual([])
  })

  it('reads a text of any length with names of any length in a moment', () => {
    const long = 'long words '.repeat(2_000)
    const before = performance.now()
    const people = [long, 'x'.repeat(100_000)]
    identifyingPassages(long, { ...known, people, organizations: [...people, ...long.split(' ')] })
    identifyingPassages('x'.repeat(100_000), { ...known, people })
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  it('survives anything that people paste', () => {
    for (const answer of ['', '((((', '\ud800', '@'.repeat(500), 'a.'.repeat(2_000), `${'x'.repeat(5_000)}@`])
      expect(() =>
        identifyingPassages(answer, { ...known, people: ['(?:', '$^', ''], organizations: ['[', '\\'] }),
      ).not.toThrow()
  })
})
