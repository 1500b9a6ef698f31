import { z } from 'zod'
import {
  choice,
  formTexts,
  needed,
  optional,
  type Parsed,
  type Problem,
  parseForm,
  saying,
  ticked,
} from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { wordCount } from '../platform/words.ts'
import { AGREEMENTS_VERSION, type Content, ELIGIBILITY_VERSION, MOST_WORDS, publicServiceAnswers } from './content.ts'
import { type IdentifyingKind, identifyingPassages, type Known } from './identifying.ts'
import type { Criterion, Posted } from './rules.ts'
import { formProblems, missingTexts } from './texts.form.ts'

/** The name of a criterion's answer in the form. */
export const answerField = ({ position }: Pick<Criterion, 'position'>): string => `answer-${position}`

/** Text in, content out: whether the opportunity still takes it is a rule's business. */
export function parseApplication(form: Form, posted: Pick<Posted, 'criteria'>, email: string): Parsed<Content> {
  const common = parseForm(aboutYou, form)
  const answers = parseForm(z.object(Object.fromEntries(posted.criteria.map((c) => [answerField(c), answer(c)]))), form)
  const affiliatesMissing = typed(form, 'hasAffiliates') === 'yes' && !typed(form, 'affiliates').trim()
  const problems: Problem[] = [
    ...(answers.ok ? [] : answers.problems),
    ...(common.ok ? [] : common.problems),
    ...(affiliatesMissing ? [{ field: 'affiliates', text: formProblems.affiliatesMissing }] : []),
  ]
  if (!answers.ok || !common.ok || affiliatesMissing) return { ok: false, problems: inOrder(problems, posted) }

  const { language, legalName, operatingName, workerName, signatoryName, publicService } = common.value
  return {
    ok: true,
    value: {
      ...{ language, legalName, operatingName, workerName, signatoryName, email, publicService },
      answers: posted.criteria.map((c) => ({ position: c.position, answer: answers.value[answerField(c)] ?? '' })),
      affiliates: common.value.hasAffiliates === 'yes' ? common.value.affiliates : '',
      eligibilityVersion: ELIGIBILITY_VERSION,
      agreementsVersion: AGREEMENTS_VERSION,
    },
  }
}

/** The form as somebody would have filled it in to say this. */
export function formOf(content: Content): Form {
  const { language, legalName, operatingName, workerName, signatoryName, publicService, affiliates } = content
  return {
    ...Object.fromEntries(content.answers.map(({ position, answer }) => [answerField({ position }), answer])),
    ...{ language, legalName, operatingName, workerName, signatoryName, publicService, affiliates },
    hasAffiliates: affiliates ? 'yes' : 'no',
    bind: 'yes',
    eligible: 'yes',
    agree: 'yes',
  }
}

/** Only the fields of this form, at lengths that a database may hold: what a draft keeps, right or wrong. */
export function keptForm(form: Form, posted: Pick<Posted, 'criteria'>, most = MOST_CHARACTERS): Form {
  const names = [...posted.criteria.map(answerField), ...Object.keys(aboutYou.shape)]
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(form, name)).map((name) => [name, typed(form, name).slice(0, most)]),
  )
}

export type Warning = {
  readonly field: string
  readonly position: number
  readonly kind: IdentifyingKind
  readonly text: string
}

/** Where an answer gives the applicant away. It never stops anybody: they may know better. */
export function warningsIn(
  form: Form,
  posted: Pick<Posted, 'criteria'>,
  account: { name: string; email: string },
): Warning[] {
  const value = (name: string) => typed(form, name).trim()
  const known: Known = {
    email: account.email,
    people: [account.name, value('workerName'), value('signatoryName')].filter(Boolean),
    organizations: [value('legalName'), value('operatingName'), ...value('affiliates').split(/[\n,;]+/)].filter(
      Boolean,
    ),
  }
  return posted.criteria.flatMap((criterion) => {
    const field = answerField(criterion)
    const passages = identifyingPassages(typed(form, field), known)
    return passages.map(({ kind, text }) => ({ field, position: criterion.position, kind, text }))
  })
}

const MOST_CHARACTERS = 20_000

const aboutYou = z.object({
  language: choice(['en', 'fr']),
  legalName: needed(200),
  operatingName: optional(200),
  workerName: needed(200),
  publicService: choice(publicServiceAnswers),
  hasAffiliates: choice(['no', 'yes']),
  affiliates: optional(2_000),
  signatoryName: needed(200),
  bind: ticked(),
  eligible: ticked(),
  agree: ticked(),
})

const answer = ({ position }: Criterion) =>
  needed(MOST_CHARACTERS).pipe(
    z.string().superRefine((text, context) => {
      const count = wordCount(text)
      if (count > MOST_WORDS)
        context.addIssue({ code: 'custom', message: saying(formProblems.tooManyWords(position, count)) })
      else if (count === 0) context.addIssue({ code: 'custom', message: saying(formTexts.required) })
    }),
  )

/** As on the page, so that the list of errors reads from top to bottom, each sentence naming its field. */
function inOrder(problems: readonly Problem[], posted: Pick<Posted, 'criteria'>): Problem[] {
  const order = [...posted.criteria.map(answerField), ...Object.keys(aboutYou.shape)]
  const missing = new Set<string>([formTexts.required.en, formTexts.chooseOne.en, formTexts.mustTick.en])
  const named = problems.map(({ field, text }) => ({
    field,
    text: missing.has(text.en) ? missingText(field, text) : text,
  }))
  return named.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

function missingText(field: string, otherwise: Text): Text {
  const position = /^answer-(\d+)$/.exec(field)?.[1]
  if (position) return formProblems.answerMissing(Number(position))
  return Object.entries(missingTexts).find(([name]) => name === field)?.[1] ?? otherwise
}
