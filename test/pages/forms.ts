import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { App } from '../../src/platform/app.ts'
import type { Seen } from './crawl.ts'
import { type Element, found, textOf } from './markup.ts'
import { type Place, placeOf } from './places.ts'
import type { Asker } from './stage.ts'

export type FieldKind = 'text' | 'hidden' | 'choice' | 'box' | 'select' | 'file'
export type FormField = {
  readonly name: string
  readonly kind: FieldKind
  /** What the page filled in. */
  readonly value: string
  /** What may be chosen. */
  readonly values: readonly string[]
  /** What a text is for, as the page tells the browser: its type, its keyboard. */
  readonly hints: string
}
export type FoundForm = {
  readonly asker: Asker
  /** The page it is on. */
  readonly url: string
  readonly action: string
  readonly place: Place
  readonly multipart: boolean
  readonly fields: readonly FormField[]
  readonly buttons: readonly { readonly name: string; readonly value: string }[]
}
export type Typed = readonly (readonly [name: string, value: string])[]

/** The forms of a page that change something. */
export function formsOn({ page, asker, url }: Pick<Seen, 'page' | 'asker' | 'url'>): FoundForm[] {
  return found(page, 'form').flatMap((form) => {
    const action = form.attributes.get('action') ?? ''
    const place = placeOf('POST', action)
    if (form.attributes.get('method')?.toLowerCase() !== 'post' || !place) return []
    const buttons = found(form, 'button')
      .filter(({ attributes }) => attributes.has('name'))
      .map(({ attributes }) => ({ name: attributes.get('name') ?? '', value: attributes.get('value') ?? '' }))
    const multipart = form.attributes.get('enctype') === 'multipart/form-data'
    return [{ asker, url, action, place, multipart, fields: fieldsOf(form), buttons }]
  })
}

/** Forms that lead to the same route with the same fields are one form. Rows of a list count once: `name-3` is `name-1`. */
export const kindOfForm = ({ place, fields, buttons }: FoundForm): string => {
  const names = [...fields, ...buttons].map(({ name }) => name.replace(/[0-9a-f-]{30,}|\d+/g, '#'))
  return `${place.pattern} ${[...new Set(names)].sort().join(' ')}`
}

/** Gathers one form of each kind that was not met before, in whatever language it was met. */
export function gatheringKinds(met: Set<string>): { forms: readonly FoundForm[]; look: (seen: Seen) => void } {
  const forms: FoundForm[] = []
  const look = (seen: Seen): void => {
    for (const form of formsOn(seen)) {
      const kind = kindOfForm(form)
      if (!met.has(kind)) forms.push(form)
      met.add(kind)
    }
  }
  return { forms, look }
}

/** What somebody who knows what to write would send: what is there already, else something of the kind that is asked for. */
export function plausible(form: FoundForm, changed: Readonly<Record<string, string>> = {}): Typed {
  const filled = form.fields.flatMap((field): [string, string][] => {
    if (field.kind === 'file') return []
    const change = changed[field.name]
    if (change !== undefined) return [[field.name, change]]
    return [[field.name, field.value || (field.kind === 'text' ? likely(field) : (field.values[0] ?? ''))]]
  })
  const button = form.buttons.find(({ name, value }) => !/^(add|remove)$/.test(name) && !/draft|save/.test(value))
  return button ? [...filled, [button.name, button.value]] : filled
}

/** The form as a browser sends it. */
export function payloadOf(form: Pick<FoundForm, 'multipart'>, typed: Typed): { payload: string; type: string } {
  if (!form.multipart) {
    const payload = new URLSearchParams(typed.map(([name, value]) => [name, value])).toString()
    return { payload, type: 'application/x-www-form-urlencoded' }
  }
  const mark = `----opportune${randomBytes(8).toString('hex')}`
  const quoted = (name: string) => name.replace(/["\r\n]/g, '_')
  const parts = typed.map(
    ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
  )
  return { payload: `${parts.join('')}--${mark}--\r\n`, type: `multipart/form-data; boundary=${mark}` }
}

/** What stands in a field of that name now; undefined when the page has none. */
export function standingIn(page: Element, name: string): string | undefined {
  const field = found(page, 'input', 'textarea').find(({ attributes }) => attributes.get('name') === name)
  if (!field) return undefined
  return field.tag === 'textarea' ? textOf(field) : (field.attributes.get('value') ?? '')
}

export const wrongFields = (page: Element): string[] =>
  found(page, 'input', 'select', 'textarea')
    .filter(({ attributes }) => attributes.get('aria-invalid') === 'true')
    .map(({ attributes }) => attributes.get('name') ?? '')

/** A program whose acts do all they do, meet all constraints, and are then undone: every form can be sent again and again. */
export const undoing = (app: App): App => ({
  ...app,
  async transaction(scope, act, as) {
    const done: { value: Awaited<ReturnType<typeof act>> }[] = []
    await app
      .transaction(
        scope,
        async (tx) => {
          done.push({ value: await act(tx) })
          await sql`set constraints all immediate`.execute(tx)
          throw undo
        },
        as,
      )
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    const [first] = done
    if (!first) throw new Error('an act ended without an answer')
    return first.value
  },
})

const undo = new Error('undone')

function fieldsOf(form: Element): FormField[] {
  const fields = new Map<string, FormField>()
  for (const element of found(form, 'input', 'select', 'textarea')) {
    const name = element.attributes.get('name')
    if (!name) continue
    const field = fieldFrom(element, name)
    const before = fields.get(name)
    if (before)
      fields.set(name, { ...before, value: before.value || field.value, values: [...before.values, ...field.values] })
    else fields.set(name, field)
  }
  return [...fields.values()]
}

function fieldFrom(element: Element, name: string): FormField {
  const { tag, attributes } = element
  const value = attributes.get('value') ?? ''
  const hints = [attributes.get('type'), attributes.get('inputmode'), attributes.get('autocomplete'), name].join(' ')
  const type = attributes.get('type')
  if (tag === 'textarea') return { name, hints, kind: 'text', value: textOf(element), values: [] }
  if (tag === 'select') {
    const options = found(element, 'option')
    const chosen = options.find((option) => option.attributes.has('selected'))?.attributes.get('value') ?? ''
    const values = options.map((option) => option.attributes.get('value') ?? textOf(option)).filter(Boolean)
    return { name, hints, kind: 'select', value: chosen, values }
  }
  if (type === 'radio' || type === 'checkbox') {
    const kind = type === 'radio' ? 'choice' : 'box'
    return { name, hints, kind, value: attributes.has('checked') ? value : '', values: [value] }
  }
  if (type === 'file' || type === 'hidden') return { name, hints, kind: type, value, values: [value] }
  return { name, hints, kind: 'text', value, values: [] }
}

function likely({ hints }: FormField): string {
  if (/email/.test(hints)) return 'name@example.ca'
  if (/one-time-code/.test(hints)) return '123456'
  if (/date/.test(hints)) return '2026-12-15'
  if (/\btime\b/.test(hints)) return '14:00'
  if (/decimal/.test(hints)) return '7000.00'
  if (/numeric/.test(hints)) return '5'
  if (/url/.test(hints)) return 'https://example.ca/work'
  return 'A plain answer, long enough to say what was seen, what was decided and why it was decided.'
}

/** Fields that never give back what was typed: secrets. */
export const isSecret = ({ hints }: FormField): boolean => /password|one-time-code/.test(hints)
