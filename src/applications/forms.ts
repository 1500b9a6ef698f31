import { z } from 'zod'
import {
  choice,
  cleaned,
  formTexts,
  isWebAddress,
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
import { versionsAgreed } from './agreements.ts'
import { type Content, MOST_WORDS, publicServiceAnswers } from './content.ts'
import type { Finding, IdentifyingKind, Known } from './identifying.kinds.ts'
import { findings } from './identifying.ts'
import type { Criterion, Posted } from './rules.ts'
import { formProblems, missingTexts } from './texts.form.ts'

/** The name of a criterion's answer in the form. */
export const answerField = ({ position }: Pick<Criterion, 'position'>): string => `answer-${position}`

/** What of an opportunity the form asks about. */
export type Asking = Pick<Posted, 'criteria' | 'postedOn'>

/** Text in, content out: whether the opportunity still takes it is a rule's business. */
export function parseApplication(form: Form, posted: Asking, email: string): Parsed<Content> {
  const common = parseForm(aboutYou, form)
  const answers = parseForm(answersShape(posted.criteria), form)
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
      repositories: common.value.repositories,
      ...versionsAgreed(posted.postedOn),
    },
  }
}

/** The form as somebody would have filled it in to say this. */
export function formOf(content: Content): Form {
  const { language, legalName, operatingName, workerName, signatoryName, publicService, affiliates, repositories } =
    content
  return {
    ...Object.fromEntries(content.answers.map(({ position, answer }) => [answerField({ position }), answer])),
    ...{ language, legalName, operatingName, workerName, signatoryName, publicService, affiliates, repositories },
    hasAffiliates: affiliates ? 'yes' : 'no',
    bind: 'yes',
    eligible: 'yes',
    only: 'yes',
    agree: 'yes',
  }
}

/** The fields of this form, in the order of the page. */
export const fieldsOf = (posted: Pick<Posted, 'criteria'>): string[] => [
  ...posted.criteria.map(answerField),
  ...Object.keys(aboutYou.shape),
]

/** What a draft keeps, right or wrong: each field of this form, whether it was sent or left empty. */
export const keptForm = (form: Form, posted: Pick<Posted, 'criteria'>): Record<string, string> =>
  Object.fromEntries(fieldsOf(posted).map((name) => [name, keptText(typed(form, name))]))

/** One more character than is allowed stays, so that a text which is cut is refused and never sent without its end. */
export const keptText = (text: string): string => text.replace(/\r\n?/g, '\n').slice(0, MOST_CHARACTERS + 1)

export type Warning = {
  readonly field: string
  readonly position: number
  readonly kind: IdentifyingKind
  readonly text: string
}

/** Where an answer gives the applicant away. It never stops anybody: they may know better. */
export const warningsIn = (form: Form, posted: Pick<Posted, 'criteria'>, account: Account): Warning[] =>
  findingsIn(form, posted, account).flatMap(({ criterion, findings }) => {
    const said = { field: answerField(criterion), position: criterion.position }
    const texts = new Map(findings.map(({ kind, text }) => [text, kind]))
    return [...texts].map(([text, kind]) => ({ ...said, kind, text }))
  })

/** Each answer, and where it gives the applicant away. */
export function findingsIn(
  form: Form,
  posted: Pick<Posted, 'criteria'>,
  account: Account,
): { criterion: Criterion; answer: string; findings: Finding[] }[] {
  const known = knownOf(form, account)
  return posted.criteria.map((criterion) => {
    const answer = cleaned(typed(form, answerField(criterion))).normalize('NFC')
    return { criterion, answer, findings: findings(answer, known) }
  })
}

type Account = { readonly name: string; readonly email: string }

/** What the form and the account say of the applicant. */
function knownOf(form: Form, account: Account): Known {
  const value = (name: string) => cleaned(typed(form, name))
  return {
    email: account.email,
    people: [account.name, value('workerName'), value('signatoryName')].filter(Boolean),
    organizations: [value('legalName'), value('operatingName'), ...value('affiliates').split(/[\n,;]+/)].filter(
      Boolean,
    ),
    links: linesIn(value('repositories')),
  }
}

const MOST_CHARACTERS = 20_000
const MOST_LINKS = 10

/** Addresses of public work, one a line; none is fine. */
const links = () =>
  optional(2_000).pipe(
    z
      .string()
      .transform((text) => linesIn(text).join('\n'))
      .refine(
        (text) => linesIn(text).every((line) => isWebAddress(line)) && linesIn(text).length <= MOST_LINKS,
        saying(formProblems.linksWrong(MOST_LINKS)),
      ),
  )

const linesIn = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || [])

const aboutYou = z.object({
  language: choice(['en', 'fr']),
  legalName: needed(200),
  operatingName: optional(200),
  workerName: needed(200),
  publicService: choice(publicServiceAnswers),
  hasAffiliates: choice(['no', 'yes']),
  affiliates: optional(2_000),
  repositories: links(),
  signatoryName: needed(200),
  bind: ticked(),
  eligible: ticked(),
  only: ticked(),
  agree: ticked(),
})

/** Made once for each number of criteria: making a shape costs more than reading a form with it. */
const shapes = new Map<string, z.ZodObject<Record<string, ReturnType<typeof answer>>>>()

function answersShape(criteria: readonly Criterion[]) {
  const key = criteria.map(({ position }) => position).join(' ')
  const made = shapes.get(key) ?? z.object(Object.fromEntries(criteria.map((c) => [answerField(c), answer(c)])))
  if (shapes.size < MOST_SHAPES) shapes.set(key, made)
  return made
}

const MOST_SHAPES = 200

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
  const order = fieldsOf(posted)
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
