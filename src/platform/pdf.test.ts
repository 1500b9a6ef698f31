import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type PdfText, pdfOf } from './pdf.ts'

const text: PdfText = {
  title: 'Formulaire de lancement – 2026-014',
  language: 'fr',
  author: 'Ministère des Voies navigables',
  madeAt: new Date('2026-05-12T14:00:00Z'),
  foot: (page, pages) => `page ${page} de ${pages}`,
  blocks: [
    { kind: 'heading', level: 1, text: 'Formulaire de lancement' },
    { kind: 'paragraph', text: 'Fix a keyboard trap', language: 'en' },
    { kind: 'heading', level: 2, text: 'Objet\u00a0: l’achat' },
    {
      kind: 'pairs',
      items: [
        { label: 'Prix fixe', value: '6\u00a0500,00\u00a0$' },
        { label: 'Objet', value: 'Keyboard trap', language: 'en' },
      ],
    },
  ],
}
const bytes = async (changed: Partial<PdfText> = {}) => (await pdfOf({ ...text, ...changed })).toString('latin1')
const count = (pdf: string, pattern: RegExp) => [...pdf.matchAll(pattern)].length

test('is tagged: language, title, marks, and a structure in reading order', async () => {
  const pdf = await bytes()
  expect(pdf).toMatch(/\/Lang \(fr-CA\)/)
  expect(pdf).toMatch(/\/Marked true/)
  expect(pdf).toMatch(/\/DisplayDocTitle true/)
  expect(pdf).toMatch(/\/StructTreeRoot \d+ 0 R/)
  const tags = [...pdf.matchAll(/\/S \/(\w+)\n/g)].map(([, tag]) => tag)
  for (const tag of ['Document', 'H1', 'P', 'H2', 'L', 'LI', 'Lbl', 'LBody']) expect(tags).toContain(tag)
  expect(tags.filter((tag) => tag === 'LI')).toHaveLength(2)
  expect(tags.filter((tag) => tag === 'Lbl')).toHaveLength(2)
  expect(count(pdf, /\/Lang \(en-CA\)/g)).toBe(2)
})

test('has a bookmark for each heading', async () => {
  const pdf = await bytes()
  expect(pdf).toMatch(/\/Outlines \d+ 0 R/)
  expect(count(pdf, /\/Dest \[/g)).toBe(2)
})

test('the same facts make the same bytes', async () => {
  expect(await bytes()).toBe(await bytes())
})

test('goes on to as many pages as it needs, whatever is in it', async () => {
  const long = {
    kind: 'pairs',
    items: Array.from({ length: 80 }, () => ({ label: 'Étiquette', value: 'x '.repeat(200) })),
  } as const
  const pdf = await bytes({
    blocks: [...text.blocks, long, { kind: 'paragraph', text: 'emoji \u{1f600}, 中文, \u0000\u202e' }],
  })
  expect(count(pdf, /\/Type \/Page\n/g)).toBeGreaterThan(3)
  expect(count(pdf, /\/S \/LI\n/g)).toBe(82)
})

test('carries its letters, and says which character each of them is', async () => {
  const pdf = await pdfOf({
    ...text,
    blocks: [{ kind: 'paragraph', text: 'Énoncé «\u00a0à l’œuvre\u00a0» ÀÉÎÔÛ 6\u00a0500,00\u00a0$' }],
  })
  const said = pdf.toString('latin1')
  const fonts = [...said.matchAll(/\/BaseFont \/([A-Z]{6})\+AtkinsonHyperlegible-(\w+)/g)]
  expect(fonts.map(([, , weight]) => weight)).toContain('Regular')
  expect(said).not.toContain('Helvetica')
  expect(count(said, /\/FontFile2 \d+ 0 R/g)).toBe(count(said, /\/Type \/FontDescriptor/g))
  const unicode = [...said.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, body]) => inflated(Buffer.from(body ?? '', 'latin1')))
    .filter((body) => body.includes('beginbfrange'))
    .join('\n')
  for (const letter of ['É', 'œ', '«', '’', '\u00a0', '$'])
    expect(unicode).toContain(`<${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`)
})

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return '' // a stream that is not compressed
  }
}
