import { expect, it } from 'vitest'
import { hostileTexts, strangeMarkup } from './pages/hostile.ts'
import { knownTexts, wrongLanguage } from './pages/language.ts'
import { parseMarkup } from './pages/markup.ts'
import { markupProblems } from './pages/problems.ts'

it('finds what it looks for in a page', () => {
  const page = parseMarkup(
    '<p onclick="x">a &amp; b</p><a href="javascript:x">c</a><a href="#gone">d</a><style>e</style>' +
      '<button class="btn">Publish</button><button class="btn">Withdraw</button><div style=f></div><script>g</script>',
  )
  expect(markupProblems(page)).toHaveLength(7)
  const known = knownTexts([{ en: 'Withdraw', fr: 'Retirer' }])
  expect(wrongLanguage({ text: 'Withdraw', language: 'fr' }, known)).toHaveLength(1)
  expect(wrongLanguage({ text: 'Retirer', language: 'fr' }, known)).toHaveLength(0)
})

it('finds an element, an attribute and a link that a text brought', () => {
  const planted = (text: string) => strangeMarkup(`<p title="${text}">${text}</p>`)
  expect(planted('plain &lt;b&gt;')).toEqual([])
  for (const text of ['script', 'breakOut', 'letterHead', 'markdown'] as const)
    expect(planted(hostileTexts[text] ?? ''), text).not.toEqual([])
  expect(strangeMarkup(`<a href="${hostileTexts.address}">x</a>`)).not.toEqual([])
})
