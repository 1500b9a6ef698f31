import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Leaving } from './exchange.ts'
import { readTable, writeTable } from './table.ts'
import { writeXliff } from './xliff.ts'
import { readXliff } from './xliffReading.ts'

const about = { id: '0190f3a2-0000-7000-8000-000000000001', number: '2026-014', source: 'en', target: 'fr' } as const
const row = 'workCriteria.0190f3a2-0000-7000-8000-00000000000a'
const leaving = (texts: readonly [string, string, string][]): Leaving[] =>
  texts.map(([key, source, target]) => ({
    ...{ key, source, target, name: `Name of ${key}`, field: key.replace(/\.\d+$/, '') },
    state: target === '' ? 'missing' : 'done',
  }))
const some = leaving([
  ['title', 'Fix <b>&amp;</b> “quotes”', 'Corriger <b>&amp;</b> «\u00a0citations\u00a0»'],
  ['work.1', '- one\n- two', '- un\n- deux'],
  ['work.2', '=SUM(A1)', ''],
  [row, '**Bold** and `code`', '**Gras** et `code`'],
])
const bytes = (text: string) => Buffer.from(text, 'utf8')
const expected = (segments: readonly Leaving[]) =>
  segments.map(({ key, source, target }) => ({ key, source, target: target || null }))

describe('XLIFF', () => {
  test('comes back as it left', () => {
    expect(readXliff(bytes(writeXliff(about, some)), about)).toEqual({ ok: true, value: expected(some) })
  })

  test('has the structure of the OASIS core: file, unit, segment, source, target, state', () => {
    const written = writeXliff(about, some)
    expect(written).toContain(
      '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-CA" trgLang="fr-CA">',
    )
    expect(written).toContain(`<file id="${about.id}" original="2026-014" xml:space="preserve">`)
    expect(written).toContain('<segment id="s1" state="translated">')
    expect(written).toContain('<segment id="s1" state="initial">')
    // An id is a NMTOKEN, and one of its kind in the file.
    const ids = [...written.matchAll(/<(?:unit|group) id="([^"]+)"/g)].map(([, id = '']) => id)
    expect(ids.every((id) => /^[\w.:-]+$/.test(id))).toBe(true)
    const units = [...written.matchAll(/<unit id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(units).size).toBe(units.length)
  })

  test('says why it does not belong', () => {
    const written = writeXliff(about, some)
    const because = (text: string | Buffer) => {
      const read = readXliff(typeof text === 'string' ? bytes(text) : text, about)
      return read.ok ? 'read' : read.because
    }
    expect(because(written.replace(about.id, 'other').replace('2026-014', '2026-015'))).toBe('wrong_file')
    expect(because(written.replace('trgLang="fr-CA"', 'trgLang="de"'))).toBe('wrong_language')
    expect(because(written.replace('srcLang="en-CA" trgLang="fr-CA"', 'srcLang="fr" trgLang="en"'))).toBe(
      'wrong_language',
    )
    expect(because(written.slice(0, -20))).toBe('malformed')
    expect(because(written.replace('document:2.0', 'document:1.2'))).toBe('old_version')
    expect(because('<html/>')).toBe('not_xliff')
    expect(because('')).toBe('malformed')
    expect(because(written.replace('?>', '?>\n<!DOCTYPE xliff [<!ENTITY a "b">]>'))).toBe('has_doctype')
    expect(because(written.replace('“quotes”', '&lol;'))).toBe('malformed')
    expect(because(Buffer.alloc(1_000_001, 0x20))).toBe('too_large')
    expect(because(Buffer.from([0xff, 0xfe, 0x00]))).toBe('not_text')
    expect(because(written.replace('id="work.2"', 'id="work.1"'))).toBe('twice_the_same')
    expect(because(written.replace(/<unit [\s\S]*<\/unit>/, ''))).toBe('empty')
    expect(because(writeXliff(about, []))).toBe('empty')
  })

  test('a billion laughs are not laughed', () => {
    const lol = `<?xml version="1.0"?><!DOCTYPE xliff [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level || ''};`.repeat(10)}">`).join('')}]><xliff>&lol9;</xliff>`
    const started = performance.now()
    expect(readXliff(bytes(lol), about)).toEqual({ ok: false, because: 'has_doctype' })
    expect(performance.now() - started).toBeLessThan(200)
  })

  test('depth and repeated mark-up are refused before they cost anything', () => {
    const around = (inside: string, data = '') =>
      bytes(
        writeXliff(about, leaving([['work.1', 'here', '']]))
          .replace('<segment', `${data}<segment`)
          .replace('here', inside),
      )
    const started = performance.now()
    const deep = around('<pc id="1">a'.repeat(20_000) + '</pc>'.repeat(20_000))
    expect(readXliff(deep, about)).toEqual({ ok: false, because: 'malformed' })
    const data = `<originalData><data id="d">${'x'.repeat(1_000)}</data></originalData>`
    expect(readXliff(around('<ph id="1" dataRef="d"/>'.repeat(2_000), data), about)).toEqual({
      ...{ ok: false, because: 'too_large' },
    })
    const many = Array.from({ length: 2_001 }, (_, at) => [`work.${at}`, 'a', 'b'] as const)
    expect(readXliff(bytes(writeXliff(about, leaving(many.map((each) => [...each])))), about)).toMatchObject({
      because: 'too_large',
    })
    expect(readTable(bytes(writeTable(about, leaving(many.map((each) => [...each])))), about)).toMatchObject({
      because: 'too_large',
    })
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  test('a character that has no number is the one for unknown', () => {
    const own = writeXliff(about, leaving([['work.1', 'here', 'là']]))
    for (const hex of ['-5', 'x', '', '0', '1e1234567'])
      expect(readXliff(bytes(own.replace('là', `là<cp hex="${hex}"/>`)), about)).toMatchObject({
        ...{ ok: true, value: [{ target: 'là\ufffd' }] },
      })
  })

  test('a tool’s inline elements stand for the mark-up they took out', () => {
    const own = leaving([['work.1', '**Bold** text', '']])
    const tooled = writeXliff(about, own)
      .replace('<segment', '<originalData><data id="d1">**</data></originalData><segment')
      .replace(
        '<source>**Bold** text</source>',
        '<source><pc id="1" dataRefStart="d1" dataRefEnd="d1">Bold</pc> text</source><target><sc id="1" dataRef="d1"/>Gras<ec startRef="1" dataRef="d1"/> texte<mrk id="m" type="comment" value="x">!</mrk></target>',
      )
    expect(readXliff(bytes(tooled), about)).toEqual({
      ok: true,
      value: [{ key: 'work.1', source: '**Bold** text', target: '**Gras** texte!' }],
    })
  })

  test('a segment without a target leaves the passage untranslated; targets may be in another order', () => {
    const own = leaving([['work.1', 'A. B.', '']])
    const with2 = (second: string) =>
      writeXliff(about, own).replace(
        /<segment[\s\S]*<\/segment>/,
        `<segment id="a"><source>A.</source><target order="3">Un.</target></segment><ignorable><source> </source></ignorable><segment id="b"><source>B.</source>${second}</segment>`,
      )
    const read = (text: string) => readXliff(bytes(text), about)
    expect(read(with2('<target order="1">Deux.</target>'))).toMatchObject({
      value: [{ source: 'A. B.', target: 'Deux. Un.' }],
    })
    expect(read(with2(''))).toMatchObject({ value: [{ source: 'A. B.', target: null }] })
  })

  test('changed by another tool’s rules gives the same segments', () => {
    const text = fc
      .string({
        unit: fc.constantFrom('a', 'é', '\n', ' ', '&', '<', ']]>', '"', '*', '🙂', '-', '='),
        minLength: 1,
        maxLength: 40,
      })
      .map((one) => `x${one}x`.replace(/ +\n/g, '\n'))
    const texts = fc.array(fc.tuple(text, fc.oneof(text, fc.constant(''))), { minLength: 1, maxLength: 5 })
    const rules = fc.record({
      prefix: fc.boolean(),
      single: fc.boolean(),
      notes: fc.boolean(),
      cdata: fc.boolean(),
      split: fc.nat(5),
      pretty: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'bom', 'utf-16le', 'utf-16be'),
      newline: fc.boolean(),
    })
    fc.assert(
      fc.property(texts, rules, (pairs, tool) => {
        const segments = leaving(pairs.map(([source, target], at) => [`work.${at + 1}`, source, target]))
        expect(readXliff(retold(writeXliff(about, segments), tool), about)).toEqual({
          ok: true,
          value: expected(segments),
        })
      }),
      { numRuns: 300 },
    )
  })
})

type Tool = {
  prefix: boolean
  single: boolean
  notes: boolean
  cdata: boolean
  split: number
  pretty: boolean
  encoding: string
  newline: boolean
}

/** The same document as another tool might save it. */
function retold(written: string, tool: Tool): Buffer {
  let text = written
  const plain = (escaped: string) =>
    escaped
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&')
  const escaped = (raw: string) => raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const said = (raw: string) => (tool.cdata ? `<![CDATA[${raw.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : escaped(raw))
  text = text.replace(
    /<segment id="s1" ([^>]*)>\s*<source>([\s\S]*?)<\/source>(?:\s*<target>([\s\S]*?)<\/target>)?\s*<\/segment>/g,
    (_, state: string, source: string, target: string | undefined) => {
      const [from, to] = [plain(source), target === undefined ? undefined : plain(target)]
      const parts = tool.split + 1
      const cut = (raw: string, at: number) => {
        const chars = [...raw]
        const size = Math.ceil(chars.length / parts)
        return chars.slice(at * size, (at + 1) * size).join('')
      }
      const made = Array.from({ length: parts }, (__, at) => {
        const own = cut(from, at)
        // What has no words may become what stands between segments; its translation is then written out too.
        const name = own.trim() === '' ? 'ignorable' : 'segment'
        return `<${name} ${name === 'segment' ? state : ''} id="p${at}"><source>${said(own)}</source>${to === undefined ? '' : `<target>${said(cut(to, at))}</target>`}</${name}>`
      })
      return made.join(tool.pretty ? '\n\n   ' : '')
    },
  )
  if (tool.notes)
    text = text
      .replace(
        /(<unit [^>]*>)/g,
        '$1<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata><mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#p0"><source xmlns="urn:oasis:names:tc:xliff:document:2.0">never</source><target xmlns="urn:oasis:names:tc:xliff:document:2.0">jamais</target></mtc:match></mtc:matches><notes><note id="n">a note</note></notes>',
      )
      .replace('<file ', '<file canResegment="yes" ')
  if (tool.single)
    text = text.replace(
      /<(\w+)((?: [\w:]+="[^"]*")+)/g,
      (_, name: string, attributes: string) =>
        `<${name}${(attributes.match(/ [\w:]+="[^"]*"/g) ?? []).toReversed().join('').replaceAll('"', "'")}`,
    )
  if (tool.prefix)
    text = text
      .replace(
        /xmlns=(["'])urn:oasis:names:tc:xliff:document:2.0\1/g,
        'xmlns:x="urn:oasis:names:tc:xliff:document:2.0"',
      )
      .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
      .map((piece) =>
        piece.startsWith('<![CDATA[')
          ? piece
          : piece.replace(
              /<(\/?)(xliff|file|group|unit|segment|ignorable|source|target|notes|note)(?=[\s>/])/g,
              '<$1x:$2',
            ),
      )
      .join('')
  if (tool.newline) text = text.replace(/\n/g, '\r\n')
  if (tool.encoding === 'bom') return Buffer.from(`\ufeff${text}`, 'utf8')
  if (tool.encoding === 'utf-16le') return Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')
  if (tool.encoding === 'utf-16be') return Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16()
  return bytes(text)
}

describe('the spreadsheet', () => {
  test('comes back as it left; no cell is a formula', () => {
    const written = writeTable(about, some)
    expect(written.startsWith('\ufeff"file","segment",')).toBe(true)
    expect(written).toContain("'=SUM(A1)")
    expect(written).not.toMatch(/(^|",)"[=+@-]/m)
    expect(readTable(bytes(written), about)).toEqual({ ok: true, value: expected(some) })
  })

  test('is read as spreadsheets save it', () => {
    const own = leaving([['work.1', 'Été', 'Summer']])
    const semicolons = `segment;note;target fr;source en;file\r\nwork.1;"a;b";Été;Summer;${about.id}\r\n;;;;\r\n`
    const back = { ok: true, value: [{ key: 'work.1', source: 'Summer', target: 'Été' }] }
    expect(readTable(Buffer.from(semicolons, 'latin1'), about)).toEqual(back)
    expect(readTable(bytes(semicolons.replaceAll(';', '\t').replace('"a\tb"', 'a')), about)).toEqual(back)
    expect(own).toHaveLength(1)
  })

  test('says why it does not belong', () => {
    const written = writeTable(about, some)
    const because = (text: string) => {
      const read = readTable(bytes(text), about)
      return read.ok ? 'read' : read.because
    }
    expect(because('a,b\n1,2')).toBe('not_a_table')
    expect(because(`file,segment,source en,target fr\n"never closed`)).toBe('not_a_table')
    expect(because(written.replaceAll(about.id, 'other'))).toBe('wrong_file')
    expect(because(written.replace('target fr', 'target de'))).toBe('wrong_language')
    expect(because(written.replaceAll('work.2', 'work.1'))).toBe('twice_the_same')
    expect(because(writeTable(about, []))).toBe('empty')
  })

  test('any text survives', () => {
    const text = fc
      .string({
        unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\n', 'é', 'a', ' '),
        minLength: 1,
        maxLength: 30,
      })
      .map((one) => one.trim() || 'x')
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (pairs) => {
        const segments = leaving(pairs.map(([source, target], at) => [`work.${at + 1}`, source, target]))
        expect(readTable(bytes(writeTable(about, segments)), about)).toEqual({ ok: true, value: expected(segments) })
      }),
    )
  })
})
