/** How often a page was sent, so that a busy second leaves a line for each page in the log and not one for each visit. */
export type Sent = { readonly method: string; readonly route: string; readonly status: number; readonly times: number }

/** Counts what is sent, and tells it once a second while there is something to tell. */
export function countSent(tell: (sent: Sent) => void) {
  const counts = new Map<string, { method: string; route: string; status: number; times: number }>()
  let timer: NodeJS.Timeout | undefined

  const told = () => {
    clearTimeout(timer)
    timer = undefined
    for (const sent of counts.values()) tell(sent)
    counts.clear()
  }
  return {
    add(method: string, route: string, status: number): void {
      const key = `${method}${status}${route}`
      const known = counts.get(key)
      if (known) known.times += 1
      else counts.set(key, { method, route, status, times: 1 })
      timer ??= setTimeout(told, A_SECOND_IN_MS).unref()
    },
    /** Tells what is counted so far. */
    told,
  }
}

const A_SECOND_IN_MS = 1_000
