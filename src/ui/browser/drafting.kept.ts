import type { Fields } from './drafting.fields.ts'
import type { Sentences } from './drafting.ts'

type Text = { value: string; mark: string }
export type Kept = ReturnType<typeof keptIn>

/** What the server has not acknowledged yet, in this browser, by field: it outlives the page and the connection. */
export function keptIn(store: Storage, key: string) {
  const read = (): Record<string, Text> => {
    try {
      return JSON.parse(store.getItem(key) ?? '{}')
    } catch {
      return {}
    }
  }
  const write = (all: Record<string, Text>) => {
    try {
      if (Object.keys(all).length === 0) store.removeItem(key)
      else store.setItem(key, JSON.stringify(all))
    } catch {
      // A browser that keeps nothing (full, or told not to) still saves to the server.
    }
  }
  const forget = (name: string) => {
    const { [name]: _, ...rest } = read()
    write(rest)
  }
  return {
    keep: (name: string, kept: Text) => write({ ...read(), [name]: kept }),
    forget,
    /** Offers back, after the page was opened again, what was never saved. */
    offer(root: HTMLElement, sentences: Sentences, fields: Fields, put: () => void) {
      const names = new Set(fields.names())
      for (const [name, { value }] of Object.entries(read()))
        if (!names.has(name) || fields.text(name).trim() === value.trim()) forget(name)
      const left = Object.entries(read())
      if (left.length > 0) root.before(note(root, sentences, left, fields, { put, forget }))
    },
  }
}

function note(
  root: HTMLElement,
  sentences: Sentences,
  left: readonly (readonly [string, Text])[],
  fields: Fields,
  { put, forget }: { put: () => void; forget: (name: string) => void },
): HTMLElement {
  const page = root.ownerDocument
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = '') => {
    const element = page.createElement(name)
    element.textContent = text
    return element
  }
  const box = make('section')
  box.className = 'clash'
  box.setAttribute('aria-labelledby', 'kept-head')
  const head = make('h2', sentences.keptHead)
  head.id = 'kept-head'
  const list = make('ul')
  for (const [, { value }] of left) list.append(make('li', value))
  const acts = make('p')
  acts.className = 'acts'
  const button = (text: string, act: (name: string, kept: Text) => void) => {
    const made = make('button', text)
    made.type = 'button'
    made.className = 'btn plain'
    made.addEventListener('click', () => {
      for (const [name, kept] of left) act(name, kept)
      box.remove()
      put()
    })
    acts.append(made)
  }
  button(sentences.putBack, (name, { value, mark }) => fields.typedOver(name, value, mark))
  button(sentences.forget, forget)
  box.append(head, make('p', sentences.kept), list, acts)
  return box
}
