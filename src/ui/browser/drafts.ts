/**
 * Puts the drafted reply for the chosen outcome into its field, until somebody writes in it: a text that is none of the
 * drafts is somebody’s own and stays. Without this, the page comes back with the right draft.
 */
export function putDrafts(root: ParentNode): void {
  for (const list of root.querySelectorAll<HTMLElement>('[data-drafts]')) {
    const form = list.closest('form')
    const field = form?.elements.namedItem(list.dataset.drafts ?? '')
    if (!form || !(field instanceof HTMLTextAreaElement)) continue
    const drafts = new Map(
      [...list.querySelectorAll<HTMLElement>('[data-for]')].map((item) => [item.dataset.for ?? '', item.textContent]),
    )
    form.addEventListener('change', () => put(form, field, drafts))
  }
}

function put(form: HTMLFormElement, field: HTMLTextAreaElement, drafts: ReadonlyMap<string, string>): void {
  const own = squeezed(field.value)
  if (own !== '' && ![...drafts.values()].some((draft) => squeezed(draft) === own)) return
  const chosen = new FormData(form)
  const outcome = chosen.get('outcome') === 'accept' ? 'accepted' : String(chosen.get('reason') ?? '')
  const handedOn = chosen.get('referredDepartment') ? drafts.get(`${outcome}+`) : undefined
  const draft = handedOn ?? drafts.get(outcome)
  if (draft === undefined || squeezed(draft) === own) return
  field.value = draft
  // The count under the field listens to this.
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
