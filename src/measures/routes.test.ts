import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from '../../test/world.ts'
import { textProblems } from '../platform/typography.ts'
import { reportSheet } from './pages.ts'
import { reportMarkdown } from './report.formats.ts'
import { reportHtml } from './report.html.tsx'
import { closeoutReport } from './report.ts'
import * as texts from './texts.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('the measures', () => {
  test.each(['/en/measures', '/fr/mesures', '/en/measures/report', '/fr/mesures/rapport'])(
    '%s is shown',
    async (url) => {
      for (const person of ['program', 'procurement', 'observer', 'administrator'] as const)
        expect((await world.as(world.staff[person]).get(url)).status).toBe(200)
    },
  )

  test('are closed to clients, suppliers and strangers', async () => {
    expect((await world.as(world.staff.client).get('/en/measures')).status).toBe(404)
    expect((await world.as(await world.supplier('Sami Example')).get('/en/measures')).status).toBe(404)
    expect((await world.as(null).get('/en/measures')).status).not.toBe(200)
  })

  test('say N/A where nothing was measured, and never a zero in disguise', async () => {
    const { body } = await world.as(world.staff.program).get('/en/measures')
    expect(body).toContain('N/A is not zero')
    expect(/Different suppliers who applied<\/h\d><p class="big">N\/A/.test(body)).toBe(true)
  })

  test('offer writing to those who may write', async () => {
    expect((await world.as(world.staff.program).get('/en/measures')).body).toContain('/en/measures/values')
    expect((await world.as(world.staff.observer).get('/en/measures')).body).not.toContain('/en/measures/values')
    expect((await world.as(world.staff.observer).get('/en/measures/values')).status).toBe(404)
  })

  test('come as Markdown', async () => {
    const { status, body, headers } = await world.as(world.staff.observer).get('/fr/mesures/rapport.md')
    expect([status, headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8'])
    expect(body).toContain('## Annexe A – Durée de chaque étape')
  })
})

describe('entering a figure', () => {
  const form = { metric: 'followers', label: 'Newsletter', value: '64' }
  test('shows it in the report', async () => {
    const answer = await world.as(world.staff.program).post('/en/measures/values', form)
    expect([answer.status, answer.location]).toEqual([303, '/en/measures/values'])
    expect((await world.as(world.staff.observer).get('/en/measures/report')).body).toContain('Newsletter: 64')
  })

  test.each([
    [{ ...form, value: 'many' }, 422, 'Enter a whole number'],
    [{ ...form, value: '1.5' }, 409, 'Enter a whole number'],
    [{ ...form, label: '' }, 422, 'Fill in this field'],
    [{ ...form, metric: 'requests' }, 422, 'Choose an answer'],
  ])('refuses %j and keeps it', async (typed, status, sentence) => {
    const answer = await world.as(world.staff.program).post('/en/measures/values', typed)
    expect(answer.status).toBe(status)
    expect(answer.body).toContain(sentence)
    expect(answer.body).toContain(`value="${typed.value}"`)
  })
})

describe('explaining a figure', () => {
  const form = { subject: 'requests', note_en: 'It is <early>.', note_fr: 'Il est tôt.' }
  test('shows the note beside it, in the reader’s language', async () => {
    expect((await world.as(world.staff.administrator).post('/fr/mesures/notes-d-ecart', form)).status).toBe(303)
    const report = await world.as(world.staff.observer).get('/en/measures/report')
    expect(report.body).toContain('It is &lt;early>.')
    expect((await world.as(world.staff.observer).get('/fr/mesures/rapport')).body).toContain('Il est tôt.')
    const again = await world.as(world.staff.program).get('/en/measures/notes?about=requests')
    expect(again.body).toContain('Il est tôt.')
  })

  test.each([
    [{ ...form, note_fr: '' }, 422],
    [{ ...form, subject: 'weather' }, 409],
  ])('refuses %j', async (typed, status) => {
    expect((await world.as(world.staff.program).post('/en/measures/notes', typed)).status).toBe(status)
  })
})

test('working time is asked of everybody who works on files, and refused for a file that is not there', async () => {
  const form = { file: '2026-999', step: 'supplier-selected', days: '1' }
  expect((await world.as(world.staff.finance).get('/en/measures/work')).status).toBe(200)
  const answer = await world.as(world.staff.finance).post('/en/measures/work', form)
  expect(answer.status).toBe(409)
  expect(answer.body).toContain('This step has not begun on this file')
  expect((await world.as(world.staff.observer).get('/en/measures/work')).status).toBe(404)
})

test('the report says the same in each format and both languages', async () => {
  const report = await closeoutReport(world.app, world.departmentId)
  for (const language of ['en', 'fr'] as const) {
    const sheet = reportSheet(report, language)
    const names = sheet.groups.flatMap(({ parts }) => parts.flatMap(({ metrics }) => metrics.map(({ name }) => name)))
    expect(names).toHaveLength(24)
    const [markdown, html] = [reportMarkdown(sheet, language), reportHtml(sheet, language)]
    for (const name of names) expect([markdown.includes(name), html.includes(name)]).toEqual([true, true])
    expect(html).toContain(`<html lang="${language}-CA">`)
  }
})

test('every text is written in both languages, with care', () => {
  const isText = (value: unknown): value is { en: string; fr: string } =>
    typeof value === 'object' && value !== null && 'en' in value && typeof value.en === 'string'
  const pairs = (value: unknown): { en: string; fr: string }[] =>
    isText(value) ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(pairs) : []
  const all = Object.values(texts).flatMap(pairs)
  expect(all.length).toBeGreaterThan(100)
  expect(all.flatMap(textProblems)).toEqual([])
})
