import { fieldsIn } from './drafting.fields.ts'
import { keptIn } from './drafting.kept.ts'
import { livePreview } from './drafting.preview.ts'
import { syncPage } from './drafting.sync.ts'
import { ask, statusLine } from './saving.ts'

export type Sentences = Readonly<
  Record<'saved' | 'saving' | 'offline' | 'refused' | 'conflict' | 'keptHead' | 'kept' | 'putBack' | 'forget', string>
>
type Outcome = { name: string; outcome: 'applied' | 'unchanged' | 'conflict' | 'unknown'; mark: string }
type Saved = { ok: boolean; said?: string; version: number; at: string; outcomes: Outcome[] }
type News = {
  ended?: boolean
  said?: string
  version: number
  shape: string
  here: string[]
  fields?: Record<string, string>
  marks?: Record<string, string>
}

const PAUSE = 700
const LOOK = 1_500
const LOOK_HIDDEN = 15_000
const STILL_HERE = 10_000

/**
 * Saves each change as it is typed, shows what others change, and never loses a text: what is not acknowledged yet is
 * kept in this browser, sent again, and offered back after the page is opened again.
 */
export function writeTogether(page: Document): void {
  const root = page.querySelector<HTMLElement>('[data-draft]')
  const form = root?.querySelector('form')
  if (!root || !form) return
  const { draft = '', person = '', edits = '', presence = '' } = root.dataset
  const sentences: Sentences = JSON.parse(root.dataset.said ?? '{}')
  const marks = form.elements.namedItem('marks')
  if (!(marks instanceof HTMLInputElement)) return
  const fields = fieldsIn(form, JSON.parse(marks.value))
  const kept = keptIn(localStorage, `opportune.draft.${draft}.${person}`)
  const status = statusLine(root, sentences)
  const preview = livePreview(root)
  for (const plain of page.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true

  let version = Number(root.dataset.version)
  let shape = root.dataset.shape ?? ''
  let [sending, again, stopped] = [false, false, false]
  let [pause, retry, wait] = [0, 0, 1_000]
  const keys = new Map<string, { value: string; key: string }>()
  /** Texts that stand beside a later one, by their field: sent, and not sent again until they change. */
  const beside = new Map<string, string>()

  const unsent = () => fields.changed().filter((name) => beside.get(name) !== fields.text(name))

  async function send(last = false): Promise<void> {
    clearTimeout(pause)
    if (stopped) return
    if (sending && !last) {
      again = true
      return
    }
    const changes = unsent().map((name) => {
      const value = fields.text(name)
      const made = keys.get(name)
      const key = made?.value === value ? made.key : freshKey()
      keys.set(name, { value, key })
      return { key, name, mark: fields.mark(name), value }
    })
    if (changes.length === 0) return
    sending = true
    const body = new URLSearchParams({ edits: JSON.stringify(changes) })
    const keepalive = last && body.toString().length < 60_000
    const answer = await ask<Saved>(edits, { method: 'POST', body, keepalive })
    sending = false
    if (answer === 'away') return later()
    if (answer === 'refused' || !answer.ok) {
      stopped = answer === 'refused'
      status.say('refused', answer === 'refused' ? undefined : answer.said)
      return
    }
    wait = 1_000
    version = Math.max(version, answer.version)
    const sent = new Map(changes.map(({ name, value }) => [name, value]))
    for (const { name, outcome, mark } of answer.outcomes) {
      const value = sent.get(name) ?? ''
      if (outcome === 'applied' || outcome === 'unchanged') {
        fields.saved(name, value, mark)
        beside.delete(name)
      } else if (outcome === 'conflict') beside.set(name, value)
      if (fields.text(name) === value) kept.forget(name)
    }
    const clash = answer.outcomes.some(({ outcome }) => outcome === 'conflict')
    status.say(clash ? 'conflict' : unsent().length > 0 ? 'saving' : 'saved', undefined, answer.at)
    preview.refresh()
    if (clash) void look()
    if (again) {
      again = false
      void send()
    }
  }

  function later(): void {
    status.say('offline')
    clearTimeout(retry)
    retry = window.setTimeout(() => void send(), wait)
    wait = Math.min(wait * 2, 10_000)
  }

  function typed(event: Event): void {
    const name = fields.nameOf(event.target)
    if (!name || stopped) return
    if (fields.changed().includes(name)) {
      kept.keep(name, { value: fields.text(name), mark: fields.mark(name) })
      if (status.is('saved')) status.say('saving')
    } else kept.forget(name)
    clearTimeout(pause)
    pause = window.setTimeout(() => void send(), PAUSE)
  }

  async function look(): Promise<void> {
    const query = new URLSearchParams({ version: String(version), shape })
    const news = await ask<News>(`${edits}?${query}`, {})
    if (news === 'away' || news === 'refused') return
    if (news.ended) {
      stopped = true
      status.say('refused', news.said)
      return
    }
    status.here(news.here)
    if (!news.fields || !news.marks || news.version < version) return
    if (news.shape !== shape) {
      const fresh = await syncPage(page, root as HTMLElement, fields)
      if (!fresh) return
      shape = news.shape
    }
    version = news.version
    for (const [name, text] of Object.entries(news.fields)) {
      const mark = news.marks[name] ?? ''
      const settled = beside.has(name) && !page.querySelector(`[data-choice="${CSS.escape(name)}"]`)
      if (settled && beside.get(name) === fields.text(name)) fields.show(name, text, mark)
      if (settled) beside.delete(name)
      fields.news(name, text, mark)
    }
    preview.refresh()
  }

  async function keepLooking(): Promise<void> {
    if (!sending && !stopped) await look()
    if (!stopped) window.setTimeout(() => void keepLooking(), page.hidden ? LOOK_HIDDEN : LOOK)
  }

  let at = ''
  const beHere = (field: string, leaves = false) => {
    at = field
    const body = new URLSearchParams({ field, ...(leaves ? { leaves: 'yes' } : {}) })
    void ask(presence, { method: 'POST', body, keepalive: leaves })
  }

  form.addEventListener('input', typed)
  form.addEventListener('change', typed)
  form.addEventListener('focusin', (event) => {
    const name = fields.nameOf(event.target) ?? ''
    if (name && name !== at) beHere(name)
  })
  form.addEventListener('focusout', () => void send())
  form.addEventListener('submit', () => {
    marks.value = JSON.stringify(fields.marks())
    // The form carries everything from here on; a change sent now could overtake it.
    stopped = true
  })
  page.addEventListener('visibilitychange', () => {
    if (page.hidden) void send(true)
  })
  window.addEventListener('online', () => void send())
  window.addEventListener('pagehide', () => {
    void send(true)
    beHere('', true)
  })
  window.setInterval(() => {
    if (!page.hidden && !stopped) beHere(at)
  }, STILL_HERE)

  kept.offer(root, sentences, fields, () => void send())
  beHere('')
  void keepLooking()
  void send()
}

const freshKey = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')
