import { fieldsIn } from './drafting.fields.ts'
import { keptIn } from './drafting.kept.ts'
import { saveWhileTyped } from './loop.ts'
import { statusLine } from './saving.ts'

type Sentences = Readonly<
  Record<'saved' | 'saving' | 'offline' | 'refused' | 'conflict' | 'keptHead' | 'kept' | 'putBack' | 'forget', string> &
    Record<'theirs' | 'useTheirs' | 'keepMine' | 'nothing', string>
>
type Outcome = { name: string; outcome: 'applied' | 'clash'; mark: string; text: string; shown?: string }
type Saved = { ok: boolean; said?: string; at: string; outcomes: Outcome[] }

const PAUSE = 800

/**
 * Saves an application as it is typed. What the server has not acknowledged is kept in this browser, sent again when the
 * connection is back, and offered when the page is opened again. What another device saved is never written over: both
 * texts are shown, and their author chooses.
 */
export function saveAsTyped(page: Document): void {
  const root = page.querySelector<HTMLElement>('[data-apply]')
  const form = root?.querySelector('form')
  const marks = form?.elements.namedItem('marks')
  if (!root || !form || !(marks instanceof HTMLInputElement)) return
  const { apply = '', edits = '' } = root.dataset
  const sentences: Sentences = JSON.parse(root.dataset.said ?? '{}')
  const fields = fieldsIn(form, JSON.parse(marks.value))
  const kept = keptIn(localStorage, `opportune.application.${apply}`)
  const status = statusLine(root, sentences)
  let at = ''
  const { send, beside, isAllSaved } = saveWhileTyped<Saved>(page, form, {
    ...{ marks, fields, kept, status, address: edits, pauseInMs: PAUSE, ends: true },
    took(answer, sent) {
      at = answer.at
      for (const outcome of answer.outcomes) settle(outcome, sent.get(outcome.name) ?? '')
      status.say(beside.size > 0 ? 'conflict' : isAllSaved() ? 'saved' : 'saving', undefined, at)
    },
  })

  function settle({ name, outcome, mark, text, shown }: Outcome, value: string): void {
    if (outcome === 'clash') {
      beside.set(name, value)
      showBoth(page, { name, shown: shown ?? text, sentences }, (mine) => {
        beside.delete(name)
        if (mine) fields.typedOver(name, fields.text(name), mark)
        else {
          fields.show(name, text, mark)
          kept.forget(name)
        }
        status.say(mine ? 'saving' : beside.size > 0 ? 'conflict' : 'saved', undefined, at)
        void send()
      })
      return
    }
    beside.delete(name)
    fields.saved(name, value, mark)
    if (fields.text(name) === value) kept.forget(name)
  }

  kept.offer(root, sentences, fields, () => void send())
  void send()
}

/** Under the field, what another device saved there, and the two ways on. */
function showBoth(
  page: Document,
  { name, shown, sentences }: { name: string; shown: string; sentences: Sentences },
  choose: (mine: boolean) => void,
): void {
  const field = page.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.closest('.field, fieldset')
  if (!field) return
  page.querySelector(`[data-choice="${CSS.escape(name)}"]`)?.remove()
  const box = page.createElement('div')
  box.className = 'clash'
  box.dataset.choice = name
  const head = box.appendChild(page.createElement('h3'))
  head.textContent = sentences.theirs
  const text = box.appendChild(page.createElement('p'))
  text.className = 'said'
  text.textContent = shown || sentences.nothing
  const acts = box.appendChild(page.createElement('p'))
  acts.className = 'acts'
  for (const [label, mine] of [
    [sentences.useTheirs, false],
    [sentences.keepMine, true],
  ] as const) {
    const button = acts.appendChild(page.createElement('button'))
    button.type = 'button'
    button.className = 'btn plain'
    button.textContent = label
    button.addEventListener('click', () => {
      box.remove()
      choose(mine)
      const control = page.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)
      control?.focus()
    })
  }
  field.after(box)
}

saveAsTyped(document)
