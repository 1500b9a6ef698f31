import type { Fields } from './drafting.fields.ts'

/**
 * Rows, choices and comments of others, from our own page fetched again: rows come and go by their ids, and what this
 * person is writing in stays. False when the page could not be fetched.
 */
export async function syncPage(page: Document, root: HTMLElement, fields: Fields): Promise<boolean> {
  const form = root.querySelector('form')
  const answer = await fetch(form?.action ?? '').catch(() => undefined)
  if (!answer?.ok || answer.redirected) return false
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const marks = fresh.querySelector<HTMLInputElement>('input[name="marks"]')
  if (!marks) return false
  for (const list of fresh.querySelectorAll<HTMLElement>('[data-rows]')) {
    const own = page.querySelector<HTMLElement>(`[data-rows="${list.dataset.rows}"]`)
    if (own) syncRows(own, list, fields)
  }
  for (const part of fresh.querySelectorAll<HTMLElement>('[data-live]')) {
    const own = page.querySelector<HTMLElement>(`[data-live="${CSS.escape(part.dataset.live ?? '')}"]`)
    if (own && own.innerHTML !== part.innerHTML) replace(own, part)
  }
  fields.learn(JSON.parse(marks.value))
  return true
}

function syncRows(own: HTMLElement, fresh: HTMLElement, fields: Fields): void {
  const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')]
  const wanted = rowsOf(fresh)
  const ids = new Set(wanted.map(({ dataset }) => dataset.row))
  for (const row of rowsOf(own)) {
    const isWriting = fields.changed().some((name) => name.includes(`.${row.dataset.row}_`))
    if (ids.has(row.dataset.row) || isWriting) continue
    row.remove()
    fields.forget(row)
  }
  wanted.forEach((row, place) => {
    const found = rowsOf(own).find(({ dataset }) => dataset.row === row.dataset.row)
    if (!found) {
      own.insertBefore(document.importNode(row, true), rowsOf(own)[place] ?? null)
      return
    }
    found.id = row.id
    const [legend, named] = [found.querySelector('legend'), row.querySelector('legend')]
    if (legend && named) legend.textContent = named.textContent
  })
}

/** New content in an old place; what is being typed there, and what is open, stays. */
function replace(own: HTMLElement, fresh: HTMLElement): void {
  const typed = new Map([...own.querySelectorAll('textarea')].map((area) => [area.name, area]))
  const focused = own.contains(document.activeElement) ? document.activeElement?.id : undefined
  const open = new Set([...own.querySelectorAll('details[open]')].map(({ id }) => id))
  own.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)))
  for (const area of own.querySelectorAll('textarea')) {
    const before = typed.get(area.name)
    if (before && before.value !== before.defaultValue) area.value = before.value
  }
  for (const details of own.querySelectorAll('details')) if (details.id && open.has(details.id)) details.open = true
  if (focused) document.getElementById(focused)?.focus()
}
