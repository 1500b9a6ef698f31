import { z } from 'zod'
import type { Typed } from '../opportunities/forms.statement.ts'
import { type ListFieldName, listFields } from '../opportunities/rules.readiness.ts'
import { cleaned } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import { isId } from '../platform/ids.ts'
import { type Change, MOST_AT_ONCE } from './rules.edits.ts'
import { factNames, fieldNamed, isWhole, markOf } from './rules.fields.ts'

/** Changes as the script sends them; nothing when they cannot be read. */
export function sentChanges(form: Form): Change[] | undefined {
  try {
    return changesShape.parse(JSON.parse(typed(form, 'edits')))
  } catch {
    return undefined
  }
}

const changesShape = z
  .array(
    z.object({
      key: z.string().regex(/^[\w-]{1,100}$/),
      name: z.string().max(100),
      mark: z.string().max(20),
      value: z.string().max(100_000),
    }),
  )
  .max(MOST_AT_ONCE)

/**
 * What this person changed in a form that was sent whole: fields that differ from what stood on their page, which the
 * marks say. A page without marks says it by its version: everything was typed over what is saved now, or over
 * something older.
 */
export function changesIn(
  form: Form,
  saved: { marks: Typed; version: number },
  key: (name: string) => string,
): Change[] {
  const marks = marksIn(form) ?? (typed(form, 'seen') === String(saved.version) ? saved.marks : {})
  const names = new Set([...Object.keys(form).filter(fieldNamed), ...ticks])
  return [...names].flatMap((name) => {
    const value = typed(form, name)
    const mark = marks[name] ?? 'unknown'
    return markOf(name, value) === mark ? [] : [{ key: key(name), name, mark, value }]
  })
}

/** What is not ticked is not sent. */
const ticks = factNames.filter((name) =>
  ['has_interface', 'standalone', 'no_capacity', 'unclassified', 'repository_kind'].includes(name),
)

function marksIn(form: Form): Typed | undefined {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(typed(form, 'marks')))
  } catch {
    return undefined
  }
}

export type Pressed =
  | { readonly button: 'save' | 'check' | 'estimate' | 'suggest' }
  | { readonly button: 'add'; readonly list: ListFieldName }
  | { readonly button: 'remove'; readonly list: ListFieldName; readonly rowId: string }
  | { readonly button: 'comment'; readonly field: string; readonly body: string }
  | { readonly button: 'answer'; readonly commentId: string; readonly body: string }
  | { readonly button: 'resolve'; readonly commentId: string }
  | {
      readonly button: 'settle'
      readonly editId: string
      readonly choice: 'kept' | 'taken' | 'merged'
      readonly merged: string
      readonly mark: string
    }

/** Which button was pressed; a button that is not ours saves. */
export function pressedIn(form: Form): Pressed {
  const of = (name: string) => typed(form, name)
  const added = listFields.find((list) => list === of('add'))
  if (added) return { button: 'add', list: added }
  const [listed = '', rowId] = of('remove').split(':')
  const list = listFields.find((each) => each === listed)
  if (list && isId(rowId)) return { button: 'remove', list, rowId }
  const field = of('comment')
  if (isWhole(field)) return { button: 'comment', field, body: cleaned(of(`comment.${field}`)) }
  const [answered, resolved] = [of('answer'), of('resolve')]
  if (isId(answered)) return { button: 'answer', commentId: answered, body: cleaned(of(`answer.${answered}`)) }
  if (isId(resolved)) return { button: 'resolve', commentId: resolved }
  const [editId, choice] = of('settle').split(':')
  if (isId(editId) && (choice === 'kept' || choice === 'taken' || choice === 'merged'))
    return { button: 'settle', editId, choice, merged: of(`merged.${editId}`), mark: of(`settle.${editId}`) }
  const what = of('do')
  return { button: what === 'check' || what === 'estimate' || what === 'suggest' ? what : 'save' }
}

/** Typed beside the fields and not sent by the button that was pressed: it must come back. */
export function keptBeside(form: Form, pressed: Pressed): Typed {
  const sent =
    pressed.button === 'comment'
      ? `comment.${pressed.field}`
      : pressed.button === 'answer'
        ? `answer.${pressed.commentId}`
        : ''
  return Object.fromEntries(
    Object.keys(form).flatMap((name): [string, string][] =>
      (name === 'rate' || /^(comment|answer)\./.test(name)) && name !== sent && typed(form, name).trim() !== ''
        ? [[name, typed(form, name)]]
        : [],
    ),
  )
}
