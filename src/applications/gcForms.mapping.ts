import { z } from 'zod'
import { email as emailField, type Parsed, parseForm } from '../platform/forms.ts'
import type { Form } from '../platform/http.ts'
import type { Content } from './content.ts'
import { answerField, parseApplication } from './forms.ts'
import type { Posted } from './rules.ts'

const question = z.string().regex(/^\d{1,4}$/)
/** A question with a few answers: which of theirs is which of ours. */
const chosen = z.strictObject({ question, values: z.record(z.string(), z.string()) })

/** Which question of the department's form, by its number, answers which of ours. */
export const mappingShape = z.strictObject({
  language: z.union([z.enum(['en', 'fr']), chosen]),
  /** In the order of the criteria. */
  answers: z.array(question).min(1),
  ...{ legalName: question, workerName: question, signatoryName: question, email: question },
  ...{ operatingName: question.optional(), affiliates: question.optional(), repositories: question.optional() },
  publicService: chosen,
  /** The boxes that must be ticked, and what their form says when they are. */
  agreed: z.strictObject({ bind: chosen, eligible: chosen, only: chosen, agree: chosen }),
})
export type Mapping = z.output<typeof mappingShape>

/** Their answers as our form would have been filled in, with the address of whoever applies. */
export function readAnswers(
  answers: string,
  mapping: Mapping,
  posted: Pick<Posted, 'criteria' | 'postedOn'>,
): Parsed<{ content: Content; email: string }> {
  const given = answersShape.safeParse(parsed(answers)).data ?? {}
  const text = (asked: string | undefined): string => textOf(asked === undefined ? undefined : given[asked])
  const choice = ({ question: asked, values }: z.output<typeof chosen>): string => {
    const value = given[asked]
    const all = Array.isArray(value) ? value.map(textOf) : [textOf(value)]
    return all.flatMap((one) => (Object.hasOwn(values, one) ? (values[one] ?? []) : []))[0] ?? ''
  }
  const affiliates = text(mapping.affiliates)
  const form: Form = {
    ...Object.fromEntries(
      posted.criteria.map((criterion, place) => [answerField(criterion), text(mapping.answers[place])]),
    ),
    language: typeof mapping.language === 'string' ? mapping.language : choice(mapping.language),
    ...{ legalName: text(mapping.legalName), operatingName: text(mapping.operatingName) },
    ...{ workerName: text(mapping.workerName), signatoryName: text(mapping.signatoryName) },
    ...{ publicService: choice(mapping.publicService), repositories: text(mapping.repositories) },
    ...{ affiliates, hasAffiliates: affiliates.trim() === '' ? 'no' : 'yes' },
    ...Object.fromEntries(Object.entries(mapping.agreed).map(([name, asked]) => [name, choice(asked)])),
  }
  const address = parseForm(z.object({ email: emailField() }), { email: text(mapping.email) })
  const application = parseApplication(form, posted, address.ok ? address.value.email : '')
  if (!address.ok || !application.ok)
    return {
      ok: false,
      problems: [...(address.ok ? [] : address.problems), ...(application.ok ? [] : application.problems)],
    }
  return { ok: true, value: { content: application.value, email: address.value.email } }
}

const answersShape = z.record(z.string(), z.unknown())

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return Array.isArray(value) ? value.map(textOf).join('\n') : ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // no answers: each field that misses says so
  }
}
