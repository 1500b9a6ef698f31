import { z } from 'zod'

/** One text of a statement, as it was and as it is. `field` is a name of the statement, with a place where it is a list. */
export type StatementChange = { readonly field: string; readonly before: string; readonly after: string }

const list = z.array(z.string())
/** What `frozenText` wrote: the words of the source language and the facts. */
const frozen = z.object({
  ...{ title: z.string(), teaser: z.string(), team: z.string(), background: z.string(), work: z.string() },
  ...{ skills: list, workCriteria: list, applicationCriteria: list, provisions: list, licence: z.string() },
  repository: z.tuple([z.string().nullable(), z.string()]),
  hours: z.number().nullable(),
  price: z.number().nullable(),
})
const lists = ['skills', 'workCriteria', 'applicationCriteria', 'provisions'] as const
const plain = ['title', 'teaser', 'team', 'background', 'work', 'licence'] as const

/**
 * What changed between two submissions, part by part in the order of the form. `money` says an amount in the reader's
 * language. Text that is no submission of ours changes nothing.
 */
export function changesBetween(
  before: string | undefined,
  after: string,
  money: (cents: number) => string,
): StatementChange[] {
  const [was, is] = [before, after].map((text) => (text === undefined ? undefined : read(text)))
  if (!was || !is) return []
  const changes = [
    ...plain.map((field) => ({ field, before: was[field], after: is[field] })),
    ...lists.flatMap((field) =>
      Array.from({ length: Math.max(was[field].length, is[field].length) }, (_, place) => ({
        field: `${field}:${place + 1}`,
        before: was[field][place] ?? '',
        after: is[field][place] ?? '',
      })),
    ),
    { field: 'repository', before: was.repository[1], after: is.repository[1] },
    { field: 'hours', before: String(was.hours ?? ''), after: String(is.hours ?? '') },
    { field: 'price', before: said(was.price, money), after: said(is.price, money) },
  ]
  return changes.filter(({ before: one, after: other }) => one !== other)
}

const said = (amount: number | null, money: (cents: number) => string): string => (amount === null ? '' : money(amount))

function read(text: string): z.output<typeof frozen> | undefined {
  const found = frozen.safeParse(JSON.parse(text))
  return found.success ? found.data : undefined
}
