import { describe, expect, it } from 'vitest'
import { day } from '../platform/day.ts'
import { languages } from '../platform/i18n.ts'
import { readingOf } from '../platform/reading.ts'
import { textProblems } from '../platform/typography.ts'
import { wordCount } from '../platform/words.ts'
import { policyInForce } from '../policy/inForce.ts'
import { ANSWER_WORDS } from '../policy/rules.ts'
import { headingsOf } from '../ui/markdown.tsx'
import { defaultWords } from './defaults.ts'
import { filled, placeholderNames, placeholdersIn, placeholderValues } from './rules.placeholders.ts'
import { blocking, contentPages, wordFields } from './rules.ts'

const facts = { policy: policyInForce([], day('2026-11-23')), department: null, mailbox: null }
const values = { en: placeholderValues(facts, 'en'), fr: placeholderValues(facts, 'fr') }

/** How plain our own pages are: a school grade of seven or less in English, 70 or more of Kandel-Moles in French. */
const HARDEST_GRADE = 7
const LEAST_EASE = 70

describe.each(contentPages)('the page %s as we wrote it', (page) => {
  const words = defaultWords(page)
  const read = (field: (typeof wordFields)[number]) => ({
    en: filled(words[field].en, values.en),
    fr: filled(words[field].fr, values.fr),
  })

  it('says the same in both languages, in the same structure', () => {
    expect(blocking(words).map(({ code, about, only }) => [code, about, only])).toEqual([])
  })

  it('keeps the typography of each language, its figures filled in', () => {
    expect(wordFields.flatMap((field) => textProblems(withoutAddresses(read(field))))).toEqual([])
    expect(wordFields.flatMap((field) => languages.filter((each) => /[{}]{2}/.test(read(field)[each])))).toEqual([])
  })

  it('is plain to read', () => {
    const [en, fr] = [readingOf(read('text').en, 'en'), readingOf(read('text').fr, 'fr')]
    process.stdout.write(`${page}: English grade ${en?.score.toFixed(1)}, French ease ${fr?.score.toFixed(1)}\n`)
    expect(en?.score).toBeLessThanOrEqual(HARDEST_GRADE)
    expect(fr?.score).toBeGreaterThanOrEqual(LEAST_EASE)
  })

  it('types no figure that a policy decides', () => {
    const figures = [facts.policy.limitIncludingTax, facts.policy.hourlyRate.min, facts.policy.hourlyRate.max]
    for (const cents of figures) expect(words.text.en).not.toContain(`$${(cents / 100).toLocaleString('en-CA')}`)
    expect(words.text.en).not.toMatch(/\b\d+ (business|working) days?\b/)
    expect(words.text.fr).not.toMatch(/\b\d+.jours? ouvrables?\b/)
  })
})

it('every placeholder is used by a page or leads somewhere', () => {
  const used = new Set(contentPages.flatMap((page) => placeholdersIn(defaultWords(page).text.en)))
  expect([...used].filter((name) => !placeholderNames.includes(name))).toEqual([])
})

it('the answer that passes is within the limit, and its sections keep the anchors that other pages lead to', () => {
  for (const language of languages) {
    const { text } = defaultWords('guide')
    const quotes = [...text[language].matchAll(/^> (.+)$/gm)].map(([, quote = '']) => wordCount(quote))
    expect(Math.max(...quotes)).toBeLessThanOrEqual(ANSWER_WORDS)
    const anchors = headingsOf(text[language]).map(({ anchor }) => anchor)
    expect(anchors).toEqual(expect.arrayContaining(['example', 'payment', 'tax', 'permit', 'machine', 'checklist']))
  }
})

const withoutAddresses = ({ en, fr }: { en: string; fr: string }) => ({
  en: en.replace(/\]\([^)]*\)/g, ']'),
  fr: fr.replace(/\]\([^)]*\)/g, ']'),
})
