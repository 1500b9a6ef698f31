import { fieldsIn } from './drafting.fields.ts'
import { keptIn } from './drafting.kept.ts'
import { livePreview } from './drafting.preview.ts'
import { syncPage } from './drafting.sync.ts'
import { saveWhileTyped } from './loop.ts'
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
function writeTogether(page: Document): void {
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
  const keys = new Map<string, { value: string; key: string }>()
  const { send, beside, isAllSaved, isSending, isOver, end } = saveWhileTyped<Saved>(page, form, {
    ...{ marks, fields, kept, status, address: edits, pauseInMs: PAUSE, ends: false },
    also({ name, value }) {
      const made = keys.get(name)
      const key = made?.value === value ? made.key : freshKey()
      keys.set(name, { value, key })
      return { key }
    },
    took(answer, sent) {
      version = Math.max(version, answer.version)
      for (const { name, outcome, mark } of answer.outcomes) {
        const value = sent.get(name) ?? ''
        if (outcome === 'applied' || outcome === 'unchanged') {
          fields.saved(name, value, mark)
          beside.delete(name)
        } else if (outcome === 'conflict') beside.set(name, value)
        if (fields.text(name) === value) kept.forget(name)
      }
      const clash = answer.outcomes.some(({ outcome }) => outcome === 'conflict')
      status.say(clash ? 'conflict' : isAllSaved() ? 'saved' : 'saving', undefined, answer.at)
      preview.refresh()
      if (clash) void look()
    },
  })

  async function look(): Promise<void> {
    const query = new URLSearchParams({ version: String(version), shape })
    const news = await ask<News>(`${edits}?${query}`, {})
    if (news === 'away' || news === 'refused') return
    if (news.ended) {
      end()
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
    if (!isSending() && !isOver()) await look()
    if (!isOver()) window.setTimeout(() => void keepLooking(), page.hidden ? LOOK_HIDDEN : LOOK)
  }

  let at = ''
  const beHere = (field: string, leaves = false) => {
    at = field
    const body = new URLSearchParams({ field, ...(leaves ? { leaves: 'yes' } : {}) })
    void ask(presence, { method: 'POST', body, keepalive: leaves })
  }

  form.addEventListener('focusin', (event) => {
    const name = fields.nameOf(event.target) ?? ''
    if (name && name !== at) beHere(name)
  })
  window.addEventListener('pagehide', () => beHere('', true))
  window.setInterval(() => {
    if (!page.hidden && !isOver()) beHere(at)
  }, STILL_HERE)

  kept.offer(root, sentences, fields, () => void send())
  beHere('')
  void keepLooking()
  void send()
}

const freshKey = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')

writeTogether(document)
