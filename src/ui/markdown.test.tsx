import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { attacks } from '../../test/attacks.ts'
import { headingsOf, markdownHtml, pageHtml, shapeOf } from './markdown.tsx'
import { trustedHtmlCallers } from './trusted-html.tsx'

test('what people use comes through', () => {
  const html = markdownHtml(
    '# Work\n\nOne **bold** _word_, `code` and [a link](https://example.org/?a=1&b=2).\n\n- one\n- two',
  )
  expect(html).toContain('<h3>Work</h3>')
  expect(html).toContain('<strong>bold</strong> <em>word</em>, <code>code</code>')
  expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">a link</a>')
  expect(html).toContain('<li>one</li>')
})

test('headings fit under those of the page', () => {
  expect(markdownHtml('# One\n\n## Two\n\n###### Six', 3)).toBe('<h3>One</h3>\n<h4>Two</h4>\n<h6>Six</h6>\n')
  expect(markdownHtml('# One', 4)).toBe('<h4>One</h4>\n')
})

test('a text that is a page has anchors: those it asks for, else its words, never one twice', () => {
  const text = '## One thing {#one}\n\n### Évaluer les candidatures\n\n## Évaluer les candidatures\n\n## Main\n\n## f-x'
  expect(headingsOf(text).map(({ anchor }) => anchor)).toEqual([
    'one',
    'evaluer-les-candidatures',
    'evaluer-les-candidatures-2',
    'main-2',
    's-f-x',
  ])
  expect(pageHtml('# One\n\n## Two **bold** {#two}')).toBe(
    '<h2 id="one">One</h2>\n<h2 id="two">Two <strong>bold</strong></h2>\n',
  )
  expect(pageHtml('## One {#one}', true)).toBe('<h3>One</h3>\n')
  expect(pageHtml('## A {#"><b>}')).toBe('<h2 id="a-b">A {#"&gt;&lt;b&gt;}</h2>\n')
})

test('a page of nothing but headings takes a moment', () => {
  const before = performance.now()
  expect(headingsOf('# a\n'.repeat(15_000)).at(-1)?.anchor).toBe('a-15000')
  expect(headingsOf('# a\n# a-3\n# a\n# a').map(({ anchor }) => anchor)).toEqual(['a', 'a-3', 'a-2', 'a-4'])
  expect(performance.now() - before).toBeLessThan(2_500)
})

test('the shape of a text is counted as it is read, not as it is typed', () => {
  const { counts, headings } = shapeOf(
    '## A\n\n- [x](/y)\n- `[no](/link)`\n\n> said\n\n| a |\n| - |\n| https://example.org |',
  )
  expect(counts).toEqual({ links: 2, items: 2, quotes: 1, tables: 1 })
  expect(headings).toEqual([{ level: 2, text: 'A', anchor: 'a' }])
})

test('addresses in plain text become links, and tables keep their heads', () => {
  expect(markdownHtml('See https://example.org.')).toContain('<a href="https://example.org" rel="nofollow noopener">')
  expect(markdownHtml('| a | b |\n| --- | :-: |\n| 1 | 2 |')).toContain('<th scope="col">a</th>')
})

test.each(attacks)('nothing runs and nothing is fetched: %j', (attack) => {
  expect(pageHtml(attack).replace(/ id="[a-z0-9-]+"/g, '')).toBe(
    markdownHtml(attack, 2).replace('<h3>', '<h2>').replace('</h3>', '</h2>'),
  )
  const html = markdownHtml(attack)
  const tags = html.match(/<[^>]*>/g)?.join('') ?? ''
  expect(tags).not.toMatch(
    /<(?!\/?(p|a|span|code|pre|ul|li|h3)\b)|\son\w+=|src=|style=|script:|data:|href="\/\/|href="[^"]*@/i,
  )
})

test('raw HTML is put in a page by the callers listed, and by nobody else', async () => {
  const files = (await readdir('src', { recursive: true })).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\./.test(file),
  )
  const sources = await Promise.all(
    files.map(async (file) => ({ file: `src/${file}`, source: await readFile(`src/${file}`, 'utf8') })),
  )
  const callers = sources.filter(({ source }) => source.includes('<TrustedHtml')).map(({ file }) => file)
  const raw = sources.filter(({ source }) => source.includes('dangerouslySetInnerHTML')).map(({ file }) => file)

  expect(callers.sort()).toEqual([...trustedHtmlCallers].sort())
  expect(raw).toEqual(['src/ui/trusted-html.tsx'])
})
