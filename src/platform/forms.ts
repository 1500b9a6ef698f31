import { z } from 'zod'
import { cleaned } from './cleaning.ts'
import type { Form } from './http.ts'
import type { Language, Text } from './i18n.ts'

export { cleaned }

/** What is wrong with a text that was typed: at which field, and the sentence that says how to repair it. */
export type Problem = { readonly field: string; readonly text: Text }
export type Problems = readonly Problem[]
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: Problems }

/**
 * Text in, values out; whether the wish is allowed is a rule's business. Names that the schema does not know are ignored,
 * repeated names become lists where the schema asks for a list. Issues carry a sentence pair as JSON (see `saying`).
 */
export function parseForm<S extends z.ZodObject>(schema: S, form: Form): Parsed<z.output<S>> {
  const given: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(schema.shape)) {
    const value = Object.hasOwn(form, name) ? form[name] : undefined
    const wantsList = field instanceof z.ZodArray
    given[name] = wantsList ? (value === undefined ? [] : [value].flat()) : Array.isArray(value) ? value[0] : value
  }
  const result = schema.safeParse(given)
  if (result.success) return { ok: true, value: result.data }
  const problems = result.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? ''),
    text: sentenceOf(issue.message),
  }))
  // One sentence a field: the first thing to repair.
  return {
    ok: false,
    problems: problems.filter((problem, at) => problems.findIndex((p) => p.field === problem.field) === at),
  }
}

/** Gives a zod check its sentence in both languages. */
export const saying = (text: Text): string => JSON.stringify(text)

/** The sentence at one field, in the reader's language. */
export const problemAt = (problems: Problems, field: string, language: Language): string | undefined =>
  problems.find((problem) => problem.field === field)?.text[language]

const anyText: Text = { en: 'Check this answer.', fr: 'Vérifiez cette réponse.' }

function sentenceOf(message: string): Text {
  try {
    return z.object({ en: z.string(), fr: z.string() }).parse(JSON.parse(message))
  } catch {
    return anyText
  }
}

export const formTexts = {
  required: { en: 'Fill in this field.', fr: 'Remplissez ce champ.' },
  chooseOne: { en: 'Choose an answer.', fr: 'Choisissez une réponse.' },
  mustTick: { en: 'Tick this box to go on.', fr: 'Cochez cette case pour continuer.' },
  tooLong: (max: number): Text => ({
    en: `Use ${max} characters or fewer.`,
    fr: `Utilisez au plus ${max} caractères.`,
  }),
  email: {
    en: 'Enter an e-mail address such as name@example.ca.',
    fr: 'Entrez une adresse courriel comme nom@exemple.ca.',
  },
  address: {
    en: 'Enter a web address that starts with https://.',
    fr: 'Entrez une adresse Web qui commence par https://.',
  },
  number: { en: 'Enter a whole number.', fr: 'Entrez un nombre entier.' },
} as const

const raw = z
  .string()
  .optional()
  .transform((text) => cleaned(text ?? ''))

/** A text that `parse` makes a value of, cleaned first, empty when it was not sent; where it makes none, `wrong` is said. */
export const readAs = <Value>(parse: (text: string) => Value | undefined, wrong: Text) =>
  raw.transform((text, context): Value => {
    const value = parse(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: saying(wrong) })
    return z.NEVER
  })

/** A line or a paragraph that must be there. */
export const needed = (max: number) =>
  raw.pipe(
    z
      .string()
      .min(1, saying(formTexts.required))
      .max(max, saying(formTexts.tooLong(max))),
  )

/** A line or a paragraph that may be empty. */
export const optional = (max: number) => raw.pipe(z.string().max(max, saying(formTexts.tooLong(max))))

export const email = () =>
  raw.pipe(
    z
      .string()
      .toLowerCase()
      .max(254, saying(formTexts.email))
      .pipe(z.email(saying(formTexts.email))),
  )

/** A web address people may open: http or https only; empty allowed when `may` is true. */
export const webAddress = (may: 'be empty' | 'not be empty') =>
  raw.pipe(
    z
      .string()
      .max(500, saying(formTexts.tooLong(500)))
      .refine((text) => (text === '' ? may === 'be empty' : isWebAddress(text)), saying(formTexts.address)),
  )

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, saying(formTexts.chooseOne))

/** A box that must be ticked. */
export const ticked = () => z.literal('yes', saying(formTexts.mustTick)).transform(() => true as const)

/** A box that may be ticked. */
export const box = () =>
  z
    .string()
    .optional()
    .transform((value) => value === 'yes')

/** A number that a page of ours put into its own form: whatever else comes counts as 0, and is nobody's mistake to mend. */
export const ownNumber = raw.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0))

export const wholeNumber = (min: number, max: number) =>
  raw.pipe(
    z
      .string()
      .min(1, saying(formTexts.required))
      .regex(/^[0-9]{1,9}$/, saying(formTexts.number))
      .transform(Number)
      .refine(
        (number) => number >= min && number <= max,
        saying({
          en: `Enter a number from ${min} to ${max}.`,
          fr: `Entrez un nombre de ${min} à ${max}.`,
        }),
      ),
  )

/** An address of the Web, http or https, that has a host with a dot in it. */
export function isWebAddress(text: string): boolean {
  try {
    const { protocol, hostname } = new URL(text)
    return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.') && !/[\s<>"]/.test(text)
  } catch {
    return false
  }
}
