type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
type Known = { mark: string; text: string }

export type Fields = ReturnType<typeof fieldsIn>

/** The fields of the form by their names: what was saved last in each, and what stands there now. */
export function fieldsIn(form: HTMLFormElement, marks: Readonly<Record<string, string>>) {
  const known = new Map<string, Known>()
  const learn = (given: Readonly<Record<string, string>>) => {
    for (const [name, mark] of Object.entries(given))
      if (!known.has(name) && controls(form, name).length > 0) known.set(name, { mark, text: textAtFirst(form, name) })
  }
  learn(marks)

  const text = (name: string) => textNow(form, name)
  const show = (name: string, value: string, mark: string) => {
    if (text(name) !== value) write(form, name, value)
    known.set(name, { mark, text: text(name) })
  }
  return {
    learn,
    text,
    show,
    names: () => [...known.keys()],
    mark: (name: string) => known.get(name)?.mark ?? '',
    marks: () => Object.fromEntries([...known].map(([name, { mark }]) => [name, mark])),
    nameOf: (target: EventTarget | null) => (isControl(target) && known.has(target.name) ? target.name : undefined),
    /** Fields whose text is not the one saved last. A row that has gone has no text to send. */
    changed: () =>
      [...known].flatMap(([name, { text: saved }]) => (isThere(form, name) && text(name) !== saved ? [name] : [])),
    saved(name: string, value: string, mark: string) {
      known.set(name, { mark, text: value })
    },
    /** The saved text was typed over an older one: it is sent with the mark of that one. */
    typedOver(name: string, value: string, mark: string) {
      const found = known.get(name)
      if (!found) return
      known.set(name, { ...found, mark })
      write(form, name, value)
    },
    /** Somebody else changed it: shown unless this person is changing it too. */
    news(name: string, value: string, mark: string) {
      const found = known.get(name)
      if (!found || found.mark === mark || text(name) !== found.text) return
      show(name, value, mark)
      for (const control of controls(form, name)) flash(control)
    },
    forget(row: Element) {
      for (const name of [...known.keys()])
        if (controls(form, name).every((control) => row.contains(control))) known.delete(name)
    },
  }
}

const isControl = (target: unknown): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement

function controls(form: HTMLFormElement, name: string): Control[] {
  return [...form.elements].filter((element) => isControl(element) && element.name === name).filter(isControl)
}

const isThere = (form: HTMLFormElement, name: string): boolean => controls(form, name).length > 0
const isTick = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')

function textNow(form: HTMLFormElement, name: string): string {
  const all = controls(form, name)
  const ticks = all.filter(isTick)
  if (ticks.length > 0) return ticks.find(({ checked }) => checked)?.value ?? ''
  return all[0]?.value ?? ''
}

/** What the server put there: a browser may have put back what was typed before the page was opened again. */
function textAtFirst(form: HTMLFormElement, name: string): string {
  const all = controls(form, name)
  const ticks = all.filter(isTick)
  if (ticks.length > 0) return ticks.find(({ defaultChecked }) => defaultChecked)?.value ?? ''
  const [control] = all
  if (control instanceof HTMLSelectElement)
    return ([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? ''
  return control?.defaultValue ?? ''
}

/** Writes a text where the person may be: their place in it is kept as far as it is still there. */
function write(form: HTMLFormElement, name: string, value: string): void {
  for (const control of controls(form, name)) {
    if (isTick(control)) {
      control.checked = control.value === value
      continue
    }
    const text = control instanceof HTMLSelectElement || control.type === 'date' ? undefined : control
    const [from, to] = [text?.selectionStart ?? null, text?.selectionEnd ?? null]
    control.value = value
    if (text && from !== null && document.activeElement === text) text.setSelectionRange(from, to)
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

function flash(control: Control): void {
  control.classList.add('changed')
  window.setTimeout(() => control.classList.remove('changed'), 4_000)
}
