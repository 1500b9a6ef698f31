import type { Fields } from './drafting.fields.ts'
import type { Kept } from './drafting.kept.ts'
import { ask, type StatusLine } from './saving.ts'

type Change = { readonly name: string; readonly value: string }
type Answer = { readonly ok: boolean; readonly said?: string }

const LONGEST_WAIT = 10_000
/** What a page that is being closed may still send. */
const LAST_WORDS = 60_000

/**
 * Saves a form while it is typed: a moment after the last key, when a field is left, when the page is hidden or the
 * connection is back; one request at a time. What the server does not acknowledge is sent again, ever more slowly.
 *
 * @param took what follows from an answer, given the texts that were sent by their fields
 * @param ends does an answer that says no end the saving? One that is not the program's always does.
 */
export function saveWhileTyped<Saved extends Answer>(
  page: Document,
  form: HTMLFormElement,
  parts: {
    readonly marks: HTMLInputElement
    readonly fields: Fields
    readonly kept: Kept
    readonly status: StatusLine
    readonly address: string
    readonly pauseInMs: number
    readonly ends: boolean
    readonly also?: (change: Change) => Readonly<Record<string, string>>
    readonly took: (answer: Saved, sent: ReadonlyMap<string, string>) => void
  },
) {
  const { marks, fields, kept, status, address } = parts
  let [sending, again, stopped] = [false, false, false]
  let [pause, retry, wait] = [0, 0, 1_000]
  /** Texts that stand beside another’s, by their field: not sent again until they change or somebody chooses. */
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
      const change = { name, value: fields.text(name) }
      return { ...parts.also?.(change), ...change, mark: fields.mark(name) }
    })
    if (changes.length === 0) return
    sending = true
    const body = new URLSearchParams({ edits: JSON.stringify(changes) })
    const keepalive = last && body.toString().length < LAST_WORDS
    const answer = await ask<Saved>(address, { method: 'POST', body, keepalive })
    sending = false
    if (answer === 'away') return later()
    if (answer === 'refused' || !answer.ok) {
      stopped = answer === 'refused' || parts.ends
      status.say('refused', answer === 'refused' ? undefined : answer.said)
      return
    }
    wait = 1_000
    parts.took(answer, new Map(changes.map(({ name, value }) => [name, value])))
    if (again) {
      again = false
      void send()
    }
  }

  function later(): void {
    status.say('offline')
    clearTimeout(retry)
    retry = window.setTimeout(() => void send(), wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  function typed(event: Event): void {
    const name = fields.nameOf(event.target)
    if (!name || stopped) return
    if (fields.changed().includes(name)) {
      kept.keep(name, { value: fields.text(name), mark: fields.mark(name) })
      if (status.is('saved')) status.say('saving')
    } else kept.forget(name)
    clearTimeout(pause)
    pause = window.setTimeout(() => void send(), parts.pauseInMs)
  }

  form.addEventListener('input', typed)
  form.addEventListener('change', typed)
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
  window.addEventListener('pagehide', () => void send(true))

  return {
    send,
    beside,
    isAllSaved: () => unsent().length === 0,
    isSending: () => sending,
    isOver: () => stopped,
    end: () => {
      stopped = true
    },
  }
}
