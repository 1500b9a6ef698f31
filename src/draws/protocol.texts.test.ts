import { expect, it } from 'vitest'
import { textProblems } from '../platform/typography.ts'
import { commandTexts, usageRefusals } from './command-line.texts.ts'
import { drawRefusals } from './protocol.texts.ts'

it.each(Object.entries({ ...drawRefusals, ...usageRefusals }))('says %s well in both languages', (_, text) => {
  expect(textProblems(text)).toEqual([])
  expect(text.en).toMatch(/[.]$/)
  expect(text.fr).toMatch(/[.]$/)
})

it('explains the command well in both languages', () => {
  const facts = {
    commitment: 'a',
    rosterHash: 'b',
    manifestHash: 'c',
    beacon: { ref: 'r', value: 'v' },
    ranking: ['T'],
  }
  for (const text of [commandTexts.help, commandTexts.agreed(facts), ...Object.values(commandTexts.source)]) {
    expect(textProblems(text)).toEqual([])
  }
})

it('explains the command within 80 columns', () => {
  for (const text of Object.values(commandTexts.help)) {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  }
})
