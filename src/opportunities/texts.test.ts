import { describe, expect, test } from 'vitest'
import type { Text } from '../platform/i18n.ts'
import { dollars } from '../platform/money.ts'
import { textProblems } from '../platform/typography.ts'
import { criterionSubjects } from '../policy/rules.ts'
import { markKinds } from '../scanning/rules.ts'
import { opportunityEmails } from './emails.ts'
import { actTexts, fileSections } from './file.ts'
import type { Finding, PlainCode, StatementField } from './rules.readiness.ts'
import { decisionTexts } from './texts.decisions.ts'
import { fileTexts, gateWaits, happening } from './texts.file.ts'
import { formSentences } from './texts.form.ts'
import { changedNames, methodNames, noticeTexts } from './texts.notice.ts'
import { findingText, readinessTexts } from './texts.readiness.ts'
import { builderTexts, fieldName, listTexts, pairTexts } from './texts.statement.ts'
import { gateTexts, refusals, stateNames } from './texts.ts'

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'en' in value && 'fr' in value

/** Every text of a table, however deep; functions are called with words that pass. */
function textsIn(value: unknown, at = ''): [string, Text][] {
  if (value === null) return []
  if (isText(value)) return [[at, value]]
  if (typeof value === 'function') return textsIn(value('3', '10', '5', '4'), at)
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${at}.${name}`))
}

const tables = {
  ...{ decisionTexts, fileTexts, gateWaits, happening, formSentences, changedNames, methodNames, noticeTexts },
  ...{ readinessTexts, builderTexts, listTexts, pairTexts, gateTexts, refusals, stateNames, actTexts },
  sections: fileSections.map(({ label }) => label),
}

test.each(textsIn(tables))('%s is well written', (_, text) => expect(textProblems(text)).toEqual([]))

const plain: PlainCode[] = ['no_skills', 'closing_missing', 'no_provisions', 'monday_or_friday']
const row = { place: 2, row: 'x' } as const
const react = { language: 'en', product: 'React' } as const
const findings: Finding[] = [
  ...plain.map((code): Finding => ({ level: 'blocking', field: 'work', code })),
  { level: 'blocking', field: 'title', code: 'missing', language: 'fr' },
  { level: 'blocking', field: 'workCriteria', code: 'row_missing', language: 'en', place: 2, row: 'x' },
  { level: 'blocking', field: 'provisions', code: 'provision_without_day', place: 1, row: 'x' },
  { level: 'blocking', field: 'provisions', code: 'provision_after_delivery', place: 1, row: 'x' },
  { level: 'blocking', field: 'work', code: 'too_long', language: 'en', most: 10_000 },
  { level: 'blocking', field: 'skills', code: 'too_long', language: 'fr', most: 60, place: 3, row: 'x' },
  { level: 'blocking', field: 'skills', code: 'too_many_rows', most: 10 },
  ...criterionSubjects.map(
    (subject): Finding => ({ level: 'blocking', field: 'workCriteria', code: 'subject_missing', subject }),
  ),
  ...markKinds.map((kind): Finding => ({ level: 'blocking', field: 'work', code: 'marked', language: 'fr', kind })),
  { ...{ level: 'advice', field: 'workCriteria', code: 'criterion_vague' }, language: 'en', word: 'fast', ...row },
  { ...{ level: 'advice', field: 'workCriteria', code: 'criterion_without_verb' }, language: 'fr', ...row },
  { ...{ level: 'advice', field: 'applicationCriteria', code: 'without_equivalent' }, ...react, ...row },
  {
    ...{ level: 'advice', field: 'work', code: 'hard_to_read' },
    language: 'en',
    score: 15,
    sentence: 'Long words. '.repeat(20),
  },
  { level: 'advice', field: 'licence', code: 'licence_differs', theirs: 'GPL-3.0' },
  { level: 'advice', field: 'work', code: 'link_dead', url: 'https://example.org/gone' },
  { level: 'blocking', field: 'price', code: 'price_over_ceiling', ceiling: dollars(8_695.65) },
  { level: 'advice', field: 'price', code: 'rate_unusual', rate: dollars(20), min: dollars(60), max: dollars(100) },
  { level: 'blocking', field: 'closing', code: 'closing_too_soon', days: 2, minimum: 5 },
  { level: 'blocking', field: 'deliveryDay', code: 'too_many_hours_a_week', hours: 52.5, most: 37.5 },
]
test.each(findings)('$code says what to do', (finding) => expect(textProblems(findingText(finding))).toEqual([]))

test('a missing field is named in both languages', () => {
  const field: StatementField = 'title'
  expect(findingText({ level: 'blocking', field, code: 'missing', language: 'fr' })).toEqual({
    en: 'Title: write it in French.',
    fr: 'Titre\u00a0: à écrire en français.',
  })
  expect(fieldName('workCriteria.1_fr')).toEqual({ en: 'W2 (fr)', fr: 'T2 (fr)' })
})

describe('letters', () => {
  const words = opportunityEmails.map((email) => {
    const [en, fr] = (['en', 'fr'] as const).map((language) => email.write(email.sample, language))
    return [email.kind, en, fr, Object.values(email.sample)] as const
  })
  test.each(words)('%s has one link, and is well written', (_, en, fr, said) => {
    for (const letter of [en, fr])
      expect(letter?.paragraphs.filter((part) => typeof part === 'object' && 'link' in part)).toHaveLength(1)
    const text = (letter: typeof en) =>
      [
        letter?.subject,
        ...(letter?.paragraphs ?? []).filter((part) => typeof part === 'string' && !said.includes(part)),
      ].join('\n')
    expect(textProblems({ en: text(en), fr: text(fr) })).toEqual([])
  })
})
