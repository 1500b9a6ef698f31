/** What is kept for an address: how much room it takes, and the last instant at which it may be given, in milliseconds. */
export type Kept = { readonly bytes: number; readonly until: number }

export type PageStore<Page extends Kept> = {
  /** The page of this version, if it is kept and still holds at that instant. */
  find(version: number, address: string, now: number): Page | undefined
  /** Keeps the page, unless the version has moved on; what was not asked for longest makes room. */
  keep(version: number, address: string, page: Page): void
  /** How many bytes are kept. */
  readonly bytes: number
  readonly pages: number
}

/** Pages of one version of the public data, in at most so many bytes. Another version empties it. */
export function pageStore<Page extends Kept>(mostBytes: number): PageStore<Page> {
  /** In the order in which they were last asked for. */
  const pages = new Map<string, Page>()
  let held = 0
  let bytes = 0

  const forget = (address: string) => {
    bytes -= pages.get(address)?.bytes ?? 0
    pages.delete(address)
  }
  const turnTo = (version: number) => {
    if (version <= held) return
    pages.clear()
    bytes = 0
    held = version
  }

  return {
    find(version, address, now) {
      turnTo(version)
      const page = version === held ? pages.get(address) : undefined
      if (!page) return undefined
      if (page.until <= now) {
        forget(address)
        return undefined
      }
      // Asked for last: to the end of the line. One page alone is there already.
      if (pages.size > 1) {
        pages.delete(address)
        pages.set(address, page)
      }
      return page
    },
    keep(version, address, page) {
      turnTo(version)
      if (version !== held || page.bytes > mostBytes / LARGEST_SHARE) return
      forget(address)
      pages.set(address, page)
      bytes += page.bytes
      for (const oldest of pages.keys()) {
        if (bytes <= mostBytes) break
        forget(oldest)
      }
    },
    get bytes() {
      return bytes
    },
    get pages() {
      return pages.size
    },
  }
}

/** One page takes at most this part of the room. */
const LARGEST_SHARE = 4
