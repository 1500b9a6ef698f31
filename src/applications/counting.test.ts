import { runInNewContext } from 'node:vm'
import { build } from 'esbuild'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { rootFolder } from '../platform/root.ts'
import { MOST_WORDS } from './content.ts'
import { parseApplication } from './forms.ts'

/*
 * The page counts words as the server does, whatever is typed or pasted: the very script that browsers load is run over a
 * field, and what it says is compared with what the server answers to the form as a browser sends it.
 */
let counted: (typed: string) => number
beforeAll(async () => {
  const bundle = await build({
    entryPoints: [`${rootFolder}/src/ui/browser/counter.ts`],
    ...{ bundle: true, write: false, format: 'iife', globalName: 'counter', target: 'es2022' },
  })
  counted = fieldIn(bundle.outputFiles[0]?.text ?? '')
})

const posted = { criteria: [{ id: 'c', position: 1, text: { en: '', fr: '' } }], postedOn: day('2026-05-04') }

/** How many words the server counts: it says so only over the limit, so the limit is filled first. */
function countedByServer(typed: string): number {
  const filler = Array.from({ length: MOST_WORDS + 1 }, () => 'x').join(' ')
  const problem = parsed(`${filler} — ${typed}`)
  return Number(/(\d+) words/.exec(problem)?.[1]) - MOST_WORDS - 1
}

function parsed(typed: string): string {
  const body = new URLSearchParams({ 'answer-1': typed.replace(/\r\n?|\n/g, '\r\n') }).toString()
  const form = Object.fromEntries(new URLSearchParams(body))
  const application = parseApplication(form, posted, 'a@example.ca')
  return application.ok ? '' : (application.problems.find(({ field }) => field === 'answer-1')?.text.en ?? '')
}

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u000b',
    '\f',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u200b',
    '\u0000',
    '\u0085',
  ),
  fc.constantFrom(
    '—',
    '–',
    '-',
    '’',
    '«',
    '»',
    ':',
    'e\u0301',
    '\ud83d',
    '\ude00',
    '٣',
    '中文',
    'l’eau',
    'C++',
    '&amp;',
  ),
)
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''))

it('the browser and the server count the same words in any text', () => {
  fc.assert(
    fc.property(text, (typed) => {
      expect([typed, counted(typed)]).toEqual([typed, countedByServer(typed)])
    }),
    { numRuns: 1_000 },
  )
}, 30_000)

it('at the limit and one over it', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `mot${at}`).join('\u00a0')
  expect([counted(words(MOST_WORDS)), parsed(words(MOST_WORDS))]).toEqual([MOST_WORDS, ''])
  expect(counted(words(MOST_WORDS + 12))).toBe(MOST_WORDS + 12)
  expect(parsed(words(MOST_WORDS + 12))).toContain('Remove at least 12.')
})

it('a text that is too long to keep is refused, and never sent without its end', () => {
  expect(parsed(`${'x'.repeat(20_000)} end`)).toContain('20000')
})

/** The script over one field, in a document that has nothing else. */
function fieldIn(script: string): (typed: string) => number {
  class Element {
    value = ''
    textContent = ''
    className = ''
    dataset: Record<string, string> = {}
    listen: (() => void) | undefined
    addEventListener(_: string, listener: () => void) {
      this.listen = listener
    }
    setAttribute() {}
    appendChild(child: Element) {
      return child
    }
    querySelector() {
      return shown
    }
  }
  class HTMLTextAreaElement extends Element {}
  class HTMLInputElement extends Element {}
  const [field, shown, line] = [new HTMLTextAreaElement(), new Element(), new Element()]
  line.dataset = { counts: 'f', most: '0', unit: 'words', within: '{count}', over: '{count}' }
  const document = { getElementById: () => field, createElement: () => new Element() }
  const window = { setTimeout: () => 0 }
  const clearTimeout = () => {}
  runInNewContext(`${script}; counter.countLive(root)`, {
    ...{ document, window, clearTimeout, HTMLTextAreaElement, HTMLInputElement },
    root: { querySelectorAll: () => [line] },
  })
  return (typed) => {
    // What a field gives back: line ends are LF.
    field.value = typed.replace(/\r\n?/g, '\n')
    field.listen?.()
    return Number(shown.textContent)
  }
}
