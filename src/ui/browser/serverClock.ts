const MINUTE = 60_000

/**
 * Shows the server's clock on pages that are kept ready and so cannot hold it: the answer to a question without a body
 * says the instant at which it was sent. Answers a clock that is right from then on, for whoever reckons with it.
 */
export function showServerClock(root: ParentNode, own: () => number, corrected: () => void): () => number {
  const places = [...root.querySelectorAll<HTMLElement>('[data-clock]')]
  let ahead = 0
  const show = () => {
    for (const place of places) {
      place.textContent = new Intl.DateTimeFormat(document.documentElement.lang, {
        ...{ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
        timeZone: place.dataset.clock,
      }).format(own() + ahead)
    }
  }
  const ask = async () => {
    const { headers } = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store', credentials: 'omit' })
    const sent = Date.parse(headers.get('date') ?? '')
    if (Number.isNaN(sent)) return
    ahead = sent - own()
    show()
    corrected()
    window.setInterval(show, MINUTE)
  }
  if (places.length > 0) ask().catch(() => {})
  return () => own() + ahead
}
