import type { Answers, Criterion } from './rules.ts'

/** Four questions that lead to a way of buying. Source: closeout report, Annex C; mission M2. */
export const optionQuestions = {
  what: ['code', 'person', 'product', 'other'],
  inOpen: ['yes', 'no', 'unknown'],
  cost: ['within', 'above', 'unknown'],
  supplier: ['anyone', 'only_one', 'unknown'],
} as const
export type OptionQuestion = keyof typeof optionQuestions
export type OptionAnswers = { readonly [Q in OptionQuestion]: (typeof optionQuestions)[Q][number] }
export const questionNames = ['what', 'inOpen', 'cost', 'supplier'] as const satisfies readonly OptionQuestion[]

/** The three of Annex C, and what none of them is for. */
export const options = ['micro', 'sole_source', 'capacity', 'elsewhere'] as const
export type Option = (typeof options)[number]

/** Why that one: each reason is a sentence of its own. */
export type OptionReason =
  | 'fits'
  | 'person_wanted'
  | 'product_wanted'
  | 'not_code'
  | 'one_supplier'
  | 'not_in_open'
  | 'above_limit'
  | 'open_to_check'
  | 'cost_to_check'
  | 'supplier_to_check'

export type Advice = { readonly option: Option; readonly because: readonly [OptionReason, ...OptionReason[]] }

/**
 * What is needed decides first: code, and nothing else, is a micro-acquisition. Then whether one supplier alone can do
 * it, whether it can be done in the open, and whether it fits under the limit. What is not known is said, and stops nobody.
 */
export function adviseOn({ what, inOpen, cost, supplier }: OptionAnswers): Advice {
  if (what === 'person') return { option: 'capacity', because: ['person_wanted'] }
  if (what === 'product') return { option: 'elsewhere', because: ['product_wanted'] }
  if (what === 'other') return { option: 'elsewhere', because: ['not_code'] }
  if (supplier === 'only_one') return { option: 'sole_source', because: ['one_supplier'] }
  if (inOpen === 'no' && cost === 'above') return { option: 'capacity', because: ['not_in_open', 'above_limit'] }
  if (inOpen === 'no') return { option: 'capacity', because: ['not_in_open'] }
  if (cost === 'above') return { option: 'capacity', because: ['above_limit'] }

  const unknown: OptionReason[] = [
    ...(inOpen === 'unknown' ? (['open_to_check'] as const) : []),
    ...(cost === 'unknown' ? (['cost_to_check'] as const) : []),
    ...(supplier === 'unknown' ? (['supplier_to_check'] as const) : []),
  ]
  return { option: 'micro', because: ['fits', ...unknown] }
}

/** What those answers say of the criteria of a request; what they do not say is left out. */
export function criteriaFrom({ what, inOpen, cost }: OptionAnswers): Partial<Answers> {
  const open: readonly Criterion[] = ['isOpenSource', 'isUnclassified', 'isVirtual']
  return {
    ...(what === 'code' ? { isCode: true } : { isCode: false }),
    ...(inOpen === 'yes' ? Object.fromEntries(open.map((criterion) => [criterion, true])) : {}),
    ...(cost === 'unknown' ? {} : { isWithinLimit: cost === 'within' }),
  }
}

/** The answers among what was typed or asked for in the address: all four, or nothing. */
export function optionAnswersIn(given: Readonly<Record<string, unknown>>): OptionAnswers | null {
  const what = optionQuestions.what.find((answer) => answer === given.what)
  const inOpen = optionQuestions.inOpen.find((answer) => answer === given.inOpen)
  const cost = optionQuestions.cost.find((answer) => answer === given.cost)
  const supplier = optionQuestions.supplier.find((answer) => answer === given.supplier)
  return what && inOpen && cost && supplier ? { what, inOpen, cost, supplier } : null
}
