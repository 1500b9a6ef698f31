import { expect, test } from 'vitest'
import type { Text } from '../platform/i18n.ts'
import { textProblems } from '../platform/typography.ts'
import { pathTexts, sheetTexts } from './sheet.texts.ts'
import * as texts from './texts.ts'

const { actualAndEstimate, onlyEstimate, headAndNumbers } = texts.drawingTexts
const said = {
  ...texts,
  sheetTexts,
  pathTexts,
  languageNames: undefined,
  waiting: [1, 3].map(texts.waitingText),
  errors: [1, 2, 12].map(texts.errorsHead),
  limits: [texts.limitTexts.words(250), texts.limitTexts.characters(100)],
  drawing: [actualAndEstimate('4', '5'), onlyEstimate('5'), headAndNumbers('X', [1, 2])],
}

test.each(pairsIn(said))('%s / %s is well written', (en, fr) => {
  expect(textProblems({ en: en.trim(), fr: fr.trim() })).toEqual([])
})

function pairsIn(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return []
  if (isText(value)) return [[value.en, value.fr]]
  return Object.values(value).flatMap(pairsIn)
}

function isText(value: object): value is Text {
  return 'en' in value && 'fr' in value && typeof value.en === 'string' && typeof value.fr === 'string'
}
