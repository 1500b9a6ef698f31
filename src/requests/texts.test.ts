import { expect, test } from 'vitest'
import { languages } from '../platform/i18n.ts'
import { englishProblems, frenchProblems, textProblems } from '../platform/typography.ts'
import { requestStaffEmails } from './emails.staff.ts'
import { requestEmails } from './emails.ts'
import { draftedReply, isDrafted, replyOutcomes } from './replies.ts'
import { criteria, declineReasons, isDeclineReason } from './rules.ts'
import * as begunTexts from './texts.begun.ts'
import * as funnelTexts from './texts.funnel.ts'
import * as optionTexts from './texts.options.ts'
import * as pageTexts from './texts.pages.ts'
import * as questionTexts from './texts.questions.ts'
import * as statusTexts from './texts.status.ts'
import * as texts from './texts.ts'

/** Every pair in a tree of texts; those with facts in them are tried with a fact. */
function pairsIn(tree: unknown): { en: string; fr: string }[] {
  const told = { en: 'x', fr: 'x' }
  if (typeof tree === 'function') return pairsIn(tree(told, told))
  if (typeof tree !== 'object' || tree === null) return []
  if ('en' in tree && 'fr' in tree && typeof tree.en === 'string' && typeof tree.fr === 'string')
    return [{ en: tree.en, fr: tree.fr }]
  return Object.values(tree).flatMap(pairsIn)
}

test('every text is in both languages and well set', () => {
  const { declineSentences, ...rest } = texts
  const sentences = Object.keys(declineReasons)
    .filter(isDeclineReason)
    .map((reason) => declineSentences[reason]('TBS'))
  const pairs = [
    ...pairsIn(rest),
    ...sentences,
    ...[pageTexts, questionTexts, funnelTexts, begunTexts, optionTexts].flatMap(pairsIn),
    ...pairsIn(statusTexts),
  ]
  expect(pairs.length).toBeGreaterThan(150)
  expect(pairs.flatMap(textProblems)).toEqual([])
})

test('every letter says its words in both languages, with one link', () => {
  for (const email of [...requestEmails, ...requestStaffEmails]) {
    for (const language of languages) {
      const { subject, paragraphs } = email.write(email.sample, language)
      const words = [subject, ...paragraphs.filter((paragraph) => typeof paragraph === 'string')]
      const found = language === 'en' ? words.flatMap(englishProblems) : words.flatMap(frenchProblems)
      // A client's own words and a reply stand as they were written.
      const own = [
        ...['Validate boat-licence numbers offline', 'The learning centre', 'A standing offer', 'You can start the'],
        ...['Which counters', 'The three counters', 'Write to trails', 'Monday, May 18'],
      ]
      expect(found.filter((problem) => !own.some((said) => problem.includes(said)))).toEqual([])
      expect(paragraphs.filter((paragraph) => typeof paragraph === 'object' && 'link' in paragraph)).toHaveLength(1)
    }
  }
})

test('each criterion is a question whose yes is good', () => {
  for (const criterion of criteria) {
    expect(texts.criterionTexts[criterion].question.en).toMatch(/\?$/)
    expect(texts.criterionTexts[criterion].question.fr).toMatch(/[^\s]\?$/)
  }
})

test('each outcome has a drafted reply but the one whose reason only a person knows', () => {
  for (const outcome of replyOutcomes) {
    for (const known of [true, false]) {
      const draft = draftedReply(outcome, { started: known, handedOn: known })
      expect(draft.en === '').toBe(outcome === 'other')
      expect(draft.en === '' ? [] : textProblems(draft)).toEqual([])
      expect(isDrafted(draft.en)).toBe(outcome !== 'other')
    }
  }
  expect(isDrafted('You can start the statement now.')).toBe(false)
})
