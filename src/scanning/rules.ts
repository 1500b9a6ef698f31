import { createHash } from 'node:crypto'
import type { Language } from '../platform/i18n.ts'
import { addresses, emails, hosts } from './rules.addresses.ts'
import { markings } from './rules.markings.ts'
import { layerNumbers, paymentCards, socialInsuranceNumbers } from './rules.numbers.ts'
import { secrets } from './rules.secrets.ts'

/** What a statement may hold that must not be posted (mission M5). */
export const markKinds = [
  'social_insurance_number',
  'payment_card',
  'bank_account',
  'personal_number',
  'security_marking',
  'private_address',
  'private_host',
  'personal_email',
  'phone_number',
  'postal_address',
  'secret',
] as const
export type MarkKind = (typeof markKinds)[number]

/** A place in a text, in UTF-16 units: from `start` up to, not including, `end`. */
export type Mark = { readonly kind: MarkKind; readonly start: number; readonly end: number }

/** One text of a statement: a half of a field or of a row, `workCriteria.<row>`. */
export type Segment = { readonly field: string; readonly language: Language; readonly text: string }

/** A mark in its field. The digest stands for the marked text where the text itself may not be kept. */
export type FieldMark = Mark & Pick<Segment, 'field' | 'language'> & { readonly digest: string }

/** Somebody looked at a mark and said why it may stay. */
export type Resolution = Pick<FieldMark, 'kind' | 'field' | 'digest'>

/** All marks in a text, in their order. Where two overlap, the graver kind stays. */
export function scan(text: string): Mark[] {
  const read = readable(text)
  const found = [
    ...secrets(read),
    ...socialInsuranceNumbers(read),
    ...paymentCards(read),
    ...markings(read),
    ...emails(read),
    ...addresses(read),
    ...hosts(read),
    ...layerNumbers(read),
  ]
  const kept: Mark[] = []
  for (const mark of found) if (!kept.some(({ start, end }) => mark.start < end && start < mark.end)) kept.push(mark)
  return kept.toSorted((one, other) => one.start - other.start)
}

/** All marks of a statement, in the order of its texts. `about` is the file: digests of two files never compare. */
export const marksIn = (segments: readonly Segment[], about: string): FieldMark[] =>
  segments.flatMap(({ field, language, text }) =>
    scan(text).map((mark) => ({ ...mark, field, language, digest: digestOf(about, mark.kind, text, mark) })),
  )

/** The marks that nobody has looked at: same kind, same field, same marked text. */
export const withoutResolved = (marks: readonly FieldMark[], resolutions: readonly Resolution[]): FieldMark[] =>
  marks.filter((mark) => !resolutions.some((resolution) => isOf(mark, resolution)))

export const isOf = (mark: FieldMark, { kind, field, digest }: Resolution): boolean =>
  mark.kind === kind && mark.field === field && mark.digest === digest

function digestOf(about: string, kind: MarkKind, text: string, { start, end }: Mark): string {
  const marked = text.slice(start, end).normalize('NFKC').replace(/\s+/gu, ' ').toLowerCase()
  return createHash('sha256')
    .update(JSON.stringify([about, kind, marked]), 'utf8')
    .digest('hex')
}

/** Look-alikes of digits, spaces and hyphens as the plain ones, so that places stay where they are. */
function readable(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48))
    .replace(/[\u00a0\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
}
