import { cleaned } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import type { Entry } from './rules.ts'

/** Names of the inputs of one segment: its text, what was shown beside it, and the box that confirms it. */
export const inputs = (key: string) => ({
  text: `t.${key}`,
  source: `s.${key}`,
  shown: `b.${key}`,
  confirmed: `ok.${key}`,
})

/** The most segments that a form is read for: more than any statement has. */
const MOST = 500

/** What was typed in each segment of the page. Names that are no segment’s are ignored. */
export function entriesIn(form: Form): Entry[] {
  return Object.keys(form)
    .filter((name) => /^t\.[\w.-]{1,80}$/.test(name))
    .slice(0, MOST)
    .map((name) => {
      const key = name.slice(2)
      const own = inputs(key)
      return {
        key,
        text: cleaned(typed(form, name)),
        source: typed(form, own.source),
        shown: typed(form, own.shown),
        confirmed: typed(form, own.confirmed) === 'yes',
      }
    })
}

/** The name of the box that takes a passage over. */
export const takes = (key: string): string => `take.${key}`

/** The passages that were chosen on the page of a file that came back, and the version that the page was made of. */
export const chosenIn = (form: Form): { chosen: readonly string[]; seen: number } => ({
  chosen: Object.keys(form)
    .filter((name) => name.startsWith(takes('')) && typed(form, name) === 'yes')
    .map((name) => name.slice(takes('').length))
    .slice(0, MOST),
  seen: Number.parseInt(typed(form, 'seen'), 10) || 0,
})
