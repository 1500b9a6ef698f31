import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Language } from './i18n.ts'

/** A part of a document, in reading order. `language` is that of the words, when it is not the document’s. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly language?: Language | undefined }
  | { readonly kind: 'paragraph'; readonly text: string; readonly language?: Language | undefined }
  | { readonly kind: 'pairs'; readonly items: readonly PdfPair[] }
/** A label and what stands beside it. */
export type PdfPair = { readonly label: string; readonly value: string; readonly language?: Language | undefined }

export type PdfText = {
  readonly title: string
  readonly language: Language
  readonly author: string
  /** Written into the file as its time of making, so that the same facts make the same bytes. */
  readonly madeAt: Date
  /** At the foot of each page, with the page number: `Page 1 of 2`. */
  readonly foot: (page: number, pages: number) => string
  readonly blocks: readonly PdfBlock[]
}

/**
 * A tagged PDF on letter paper: language, title, structure (headings, paragraphs, lists of label and value) and bookmarks,
 * so that a screen reader reads it as it is laid out. The letters it uses are in the file, so that it looks the same in
 * every reader. Characters outside Western European writing become question marks.
 */
export function pdfOf(text: PdfText): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'LETTER', margins: MARGINS, bufferPages: true, tagged: true, pdfVersion: '1.7' },
    ...{ lang: `${text.language}-CA`, displayTitle: true, font: fonts[REGULAR] },
    info: {
      Title: printable(text.title),
      Author: printable(text.author),
      CreationDate: text.madeAt,
      ModDate: text.madeAt,
    },
  })
  const made = bytesOf(doc)
  for (const [name, file] of Object.entries(fonts)) doc.registerFont(name, file)
  const root = doc.struct('Document', { lang: `${text.language}-CA` })
  doc.addStructure(root)
  for (const block of text.blocks) {
    if (block.kind === 'heading') heading(doc, root, block)
    else if (block.kind === 'paragraph') paragraph(doc, root, block)
    else pairs(doc, root, block.items)
  }
  root.end()
  feet(doc, text.foot)
  doc.end()
  return made
}

type Doc = InstanceType<typeof PDFDocument>
type Parent = ReturnType<Doc['struct']>

const MARGINS = { top: 64, bottom: 72, left: 64, right: 64 }
const LABEL_WIDTH = 170
const GAP = 14
const [REGULAR, BOLD] = ['Regular', 'Bold']
/** Atkinson Hyperlegible, drawn for readers with low vision; SIL Open Font License 1.1. */
const fontFile = (name: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/atkinson-hyperlegible/${name}.ttf`)
const fonts = {
  [REGULAR]: fontFile('400Regular/AtkinsonHyperlegible_400Regular'),
  [BOLD]: fontFile('700Bold/AtkinsonHyperlegible_700Bold'),
}
/** Points of a heading, by its level. */
const sizes = { 1: 20, 2: 13 } as const

function heading(
  doc: Doc,
  parent: Parent,
  { level, text, language }: { level: 1 | 2; text: string; language?: Language | undefined },
): void {
  const said = printable(text)
  if (level === 2) doc.moveDown(0.8)
  keepTogether(doc, 60)
  doc.outline.addItem(said)
  const mark = doc.struct(`H${level}`, inLanguage(language), () => {
    doc
      .font(BOLD)
      .fontSize(sizes[level])
      .text(said, MARGINS.left, doc.y, { width: width(doc) })
  })
  parent.add(mark)
  mark.end()
  doc.moveDown(0.5)
}

function paragraph(
  doc: Doc,
  parent: Parent,
  { text, language }: { text: string; language?: Language | undefined },
): void {
  const mark = doc.struct('P', inLanguage(language), () => {
    doc
      .font(REGULAR)
      .fontSize(10.5)
      .text(printable(text), MARGINS.left, doc.y, { width: width(doc), lineGap: 2 })
  })
  parent.add(mark)
  mark.end()
  doc.moveDown(0.5)
}

/** Label at the left, value at the right, each pair an item of a list: a reader hears them together. */
function pairs(doc: Doc, parent: Parent, items: readonly PdfPair[]): void {
  const list = doc.struct('L')
  parent.add(list)
  for (const { label, value, language } of items) {
    const [name, said] = [printable(label), printable(value)]
    const valueWidth = width(doc) - LABEL_WIDTH - GAP
    doc.font(BOLD).fontSize(10)
    const labelHeight = doc.heightOfString(name, { width: LABEL_WIDTH })
    doc.font(REGULAR).fontSize(10.5)
    keepTogether(doc, Math.min(300, Math.max(labelHeight, doc.heightOfString(said, { width: valueWidth }))))
    const top = doc.y
    const item = doc.struct('LI')
    list.add(item)
    const labelled = doc.struct('Lbl', {}, () => {
      doc.font(BOLD).fontSize(10).text(name, MARGINS.left, top, { width: LABEL_WIDTH })
    })
    item.add(labelled)
    labelled.end()
    const body = doc.struct('LBody', inLanguage(language), () => {
      doc
        .font(REGULAR)
        .fontSize(10.5)
        .text(said, MARGINS.left + LABEL_WIDTH + GAP, top, { width: valueWidth, lineGap: 1 })
    })
    item.add(body)
    body.end()
    item.end()
    doc.y = Math.max(doc.y, top + labelHeight) + 7
  }
  list.end()
  doc.x = MARGINS.left
}

/** Page numbers are no part of the text: they are marked as such. */
function feet(doc: Doc, foot: PdfText['foot']): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .font(REGULAR)
      .fontSize(8.5)
      .text(printable(foot(page - start + 1, count)), MARGINS.left, doc.page.height - 44, { width: width(doc) })
    doc.endMarkedContent()
  }
}

/** Starts a page when that many points are not left on this one. */
function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > doc.page.height - MARGINS.bottom) doc.addPage()
}

const width = (doc: Doc): number => doc.page.width - MARGINS.left - MARGINS.right
const inLanguage = (language: Language | undefined) => (language ? { lang: `${language}-CA` } : {})

/** What the font can print: Western European letters and signs. Control characters and joiners go. */
function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2009\u202f]/g, '\u00a0')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(
      /[^\n\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/g,
      (sign) => (/[\p{C}\p{M}]/u.test(sign) ? '' : '?'),
    )
}

function bytesOf(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}
