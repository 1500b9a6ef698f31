import { describe, expect, test } from 'vitest'
import { textProblems } from '../platform/typography.ts'
import { outlineOf } from './rules.mapping.ts'
import { mostOutlineRows, outlineLimits } from './rules.ts'
import {
  closestTemplate,
  standingCriteria,
  standingMissing,
  type Template,
  type TemplateKey,
  templateKeys,
  templateOutline,
  templates,
} from './templates.ts'

test('there is one of each', () => {
  expect(templates.map(({ key }) => key)).toEqual(templateKeys)
})

const textsOf = (template: Template) => [
  ...[
    template.name,
    template.when,
    template.title,
    template.teaser,
    template.background,
    template.work,
    template.shown,
  ],
  ...[...template.skills, ...template.workCriteria, ...template.applicationCriteria, ...template.provisions],
  ...standingCriteria(true),
]

describe.each(templates.map((template) => [template.key, template] as const))('%s', (_, template) => {
  test('is written as people write, in both languages', () => {
    for (const text of textsOf(template)) {
      expect(text.en && text.fr).toBeTruthy()
      expect([text.fr, textProblems(text)]).toEqual([text.fr, []])
    }
  })

  test.each(['en', 'fr'] as const)('fits into a statement in %s', (language) => {
    const outline = templateOutline(template, language)
    for (const part of ['title', 'teaser', 'background', 'work'] as const)
      expect(outline[part].length).toBeLessThanOrEqual(outlineLimits[part])
    for (const part of ['skills', 'workCriteria', 'applicationCriteria', 'provisions'] as const) {
      expect(outline[part]?.length).toBeLessThanOrEqual(mostOutlineRows[part])
      for (const row of outline[part] ?? []) expect(row.length).toBeLessThanOrEqual(outlineLimits[part])
    }
  })

  test('a product named in a criterion for applicants may be another', () => {
    const [first] = template.applicationCriteria
    expect(first?.en).toMatch(/or similar|public interfaces/)
    expect(first?.fr).toMatch(/ou l’équivalent|interfaces publiques/)
  })

  test('is the closest to itself', () => {
    for (const language of ['en', 'fr'] as const)
      expect(closestTemplate(templateOutline(template, language)).key).toBe(template.key)
  })
})

test.each<[TemplateKey, string, string]>([
  ['bug_fix', 'The page crashes', 'An error appears.'],
  ['accessibility', 'Keyboard trap in the date picker', 'A screen reader says nothing.'],
  ['script', 'Automate the weekly batch', 'A script would do.'],
  ['data_cleaning', 'Nettoyer les données du chiffrier', 'Il y a des doublons.'],
  ['integration', 'Connect to the API', 'Sync both.'],
  ['documentation', 'Rédiger un guide et des exemples', 'Le README est court.'],
  ['bug_fix', 'Xyz', 'Nothing that tells.'],
])('the closest is %s: %s', (key, title, body) => {
  const { outline } = outlineOf({ title, body, labels: [], repository: null }, 'en')
  expect(closestTemplate(outline).key).toBe(key)
})

test('standing criteria are added once, and only those that are missing', () => {
  const none = standingMissing([], true)
  expect(none).toEqual(standingCriteria(true))
  expect(standingMissing(none, true)).toEqual([])
  expect(standingMissing([], false)).toHaveLength(3)
  expect(standingMissing([{ en: '', fr: 'Un contrôle automatisé de la sécurité du code.' }], false)).toHaveLength(2)
})
