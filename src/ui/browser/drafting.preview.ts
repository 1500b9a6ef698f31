/** What the public will read, beside the form: our own page for it, fetched again after each save. */
export function livePreview(root: HTMLElement): { refresh(): void } {
  const aside = root.querySelector<HTMLElement>('[data-preview]')
  const place = aside?.querySelector<HTMLElement>('[data-notice]')
  const buttons = [...(aside?.querySelectorAll<HTMLButtonElement>('[data-preview-of]') ?? [])]
  if (!aside || !place) return { refresh() {} }
  const wide = matchMedia('(min-width: 60rem)')
  let pause = 0

  async function fetchInto(into: HTMLElement): Promise<void> {
    const chosen = buttons.find((button) => button.getAttribute('aria-pressed') === 'true')
    if (!chosen || !wide.matches) return
    const answer = await fetch(chosen.dataset.previewOf ?? '').catch(() => undefined)
    if (!answer?.ok || answer.redirected) return
    const fragment = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-fragment]')
    if (!fragment) return
    into.lang = chosen.lang
    into.replaceChildren(document.importNode(fragment, true))
  }
  const refresh = () => {
    clearTimeout(pause)
    pause = window.setTimeout(() => void fetchInto(place), 300)
  }
  for (const button of buttons)
    button.addEventListener('click', () => {
      for (const each of buttons) each.setAttribute('aria-pressed', String(each === button))
      refresh()
    })
  aside.hidden = false
  wide.addEventListener('change', refresh)
  refresh()
  return { refresh }
}
