import { createHash } from 'node:crypto'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { applicants, cleanAnswers, planted } from '../../test/identifying.ts'
import type { Known } from '../applications/identifying.kinds.ts'
import { masked } from './masking.ts'
import type { ApplicantFacts, EvaluationFacts } from './pages.ts'
import { ApplicantPage } from './views.applicant.tsx'

const APPLICATIONS = 1_000

/*
 * What an evaluator is sent for a thousand generated applications: each answer is one that says nothing of anybody, with
 * one to three sentences put into it that give its author away. None of these passages is in the page.
 */
it('sends evaluators none of what gives 1,000 applicants away', () => {
  let drawn = 0
  const random = () => createHash('sha256').update(`evaluators ${drawn++}`).digest().readUInt32BE()
  const pick = <Item,>(items: readonly Item[]): Item => items[random() % items.length] as Item
  const leaks: string[] = []
  let passages = 0
  for (let number = 1; number <= APPLICATIONS; number += 1) {
    const known: Known = pick(Object.values(applicants).slice(0, 6))
    const mine = planted.filter((item) => item.known === known)
    const put = Array.from({ length: 1 + (number % 3) }, () => pick(mine))
    passages += put.length
    const sentences = pick(cleanAnswers).split(/(?<=\.) /)
    for (const { text } of put) sentences.splice(random() % sentences.length, 0, text)
    const html = pageOf(number, masked(sentences.join(' '), known))
    const text = html.replace(/<[^>]*>/g, ' ')
    for (const { text: whole, from, to } of put) {
      const passage = whole.slice(from, to)
      if (text.includes(escapedHtml(passage))) leaks.push(`${number}: ${passage}`)
    }
    for (const declared of [known.email, ...known.people, ...known.organizations, ...(known.links ?? [])])
      if (html.includes(escapedHtml(declared))) leaks.push(`${number}: declared ${declared}`)
  }
  process.stdout.write(
    `identity leaks: ${leaks.length} of ${passages} passages in the pages of ${APPLICATIONS} applications\n`,
  )
  expect(leaks).toEqual([])
}, 60_000)

it('bites: an answer that was not masked is found in the page', () => {
  expect(pageOf(1, 'I am Zoé Lavoie.')).toContain('Zoé Lavoie')
  expect(pageOf(1, masked('I am Zoé Lavoie.', applicants.D))).not.toContain('Lavoie')
})

const criterion = {
  ...{ id: 'c', kind: 'application', position: 1 },
  text: { en: 'You have repaired focus handling before', fr: 'Vous avez déjà réparé la gestion du focus' },
} as const

function pageOf(number: number, shown: string): string {
  const applicant = { id: 'a', number, language: 'en', token: 'x' } as unknown as ApplicantFacts['applicant']
  const facts = {
    opportunity: { id: 'o', number: '2026-014', title: { en: 'Fix it', fr: 'Corrigez' } },
    file: { state: 'evaluating', evaluators: [] },
    situation: 'to_mark',
    hidingCheckedAt: new Date('2026-11-18T14:00:00Z'),
    criteria: [criterion],
    applicants: [applicant],
    marks: [],
    ...{ zone: 'America/Toronto', due: undefined, late: false, people: new Map(), candidates: [] },
  } as unknown as EvaluationFacts
  const answers = [{ criterionId: 'c', language: 'en', text: shown }] as unknown as ApplicantFacts['answers']
  return renderToString(
    <ApplicantPage language="en" facts={facts} applicant={{ applicant, answers, marks: [] }} editable />,
  )
}

const escapedHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
