import { createHash } from 'node:crypto'
import { type Form, typed } from '../platform/http.ts'

/** What stood in each field when the page was written, by short digest: tells what was changed here from what was changed elsewhere. */
export type Marks = Readonly<Record<string, string>>
/** A field that two devices changed, and what the other one saved there. */
export type Clash = { readonly field: string; readonly theirs: string }
export type Joined = { readonly form: Form; readonly clashes: readonly Clash[] }

/**
 * The draft as it is kept, joined with what arrives from one device. A field that only one of two devices changed takes
 * that change; where both changed it, what was saved first stays until its author has seen both. Without a mark,
 * what arrives counts.
 */
export function join(kept: Form, arrives: Form, marks: Marks = {}): Joined {
  const clashes: Clash[] = []
  const form: Record<string, string> = Object.fromEntries(Object.keys(kept).map((name) => [name, typed(kept, name)]))
  for (const name of Object.keys(arrives)) {
    const [mine, theirs] = [typed(arrives, name), typed(kept, name)]
    const mark = Object.hasOwn(marks, name) ? marks[name] : undefined
    if (mark === undefined || mark === markOf(theirs)) form[name] = mine
    else if (same(mine, theirs) || mark === markOf(mine)) form[name] = theirs
    else clashes.push({ field: name, theirs })
  }
  return { form, clashes }
}

export const marksOf = (form: Form, names: readonly string[]): Marks =>
  Object.fromEntries(names.map((name) => [name, markOf(typed(form, name))]))

/** Blanks at the ends and the kind of line ends are how a browser sends a text, not what was written. */
export const markOf = (text: string): string => createHash('sha256').update(plain(text)).digest('hex').slice(0, 12)

const same = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim()
