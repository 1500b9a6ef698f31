/** What we already know of somebody: searching for it beats guessing at names. */
export type Known = {
  readonly email: string
  /** The person's own names, as declared. */
  readonly people: readonly string[]
  /** Legal and operating names, and affiliates. */
  readonly organizations: readonly string[]
}

export type IdentifyingKind = 'email' | 'link' | 'phone' | 'handle' | 'name' | 'organization'
export type Passage = { readonly kind: IdentifyingKind; readonly text: string }

/**
 * Passages of an answer that say who wrote it: addresses, links, telephone numbers, handles, and the applicant's own
 * names with accents folded. A hint for people, never a reason to refuse: "the fork used by a broadcaster" escapes it.
 */
export function identifyingPassages(answer: string, known: Known): Passage[] {
  const text = answer.normalize('NFC')
  const found: Passage[] = []
  const add = (kind: IdentifyingKind, passage: string) => {
    const trimmed = passage.trim().replace(/[.,;:!?)]+$/, '')
    if (trimmed && !found.some((one) => one.text.toLowerCase().includes(trimmed.toLowerCase())))
      found.push({ kind, text: trimmed })
  }
  for (const match of text.matchAll(EMAIL)) add('email', match[0])
  for (const match of text.matchAll(SPOKEN_EMAIL)) add('email', match[0])
  for (const match of text.matchAll(LINK)) add('link', match[0])
  for (const match of text.matchAll(BARE_DOMAIN)) if (!TECHNOLOGIES.has(match[0])) add('link', match[0])
  for (const match of text.matchAll(REPOSITORY)) add('link', match[0])
  for (const match of text.matchAll(HANDLE)) add('handle', match[0])
  for (const match of text.matchAll(PHONE)) add('phone', match[0])
  const read = { text, plain: folded(text) }
  for (const name of known.organizations)
    for (const hit of phrases(read, organizationName(name))) add('organization', hit)
  for (const name of known.people.filter(({ length }) => length <= LONGEST_NAME)) {
    for (const hit of phrases(read, name)) add('name', hit)
    for (const word of wordsOf(name)) for (const hit of phrases(read, word)) if (isCapital(hit)) add('name', hit)
  }
  const local = known.email.split('@')[0] ?? ''
  if (local.length >= 4) for (const hit of phrases(read, local)) add('name', hit)
  return found
}

// Parts of an address have a most length; without it, a long word would be read again from each of its letters.
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
const SPOKEN_EMAIL =
  /[\w.+-]{1,64}\s{0,9}(?:\[at\]|\(at\)|\barobase\b|\[arobase\])\s{0,9}[\w-]{1,63}(?:\s{0,9}(?:\.|\[dot\]|\(dot\)|\bpoint\b)\s{0,9}[\w-]{1,63})+/gi
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"«»]+/gi
const BARE_DOMAIN =
  /(?<![\w@/.-])(?:[a-z0-9-]+\.)+(?:ca|com|org|net|io|dev|fr|app|quebec|info|me|co|example)(?:\/[^\s<>"«»]*)?(?![\w.-])/g
const REPOSITORY = /(?<![\w/@.-])[A-Za-z0-9][\w.-]*\/[\w.-]+#\d+/g
const HANDLE = /(?<![\w@/.])@[A-Za-z0-9][\w-]{1,38}(?![\w/@-]|\.\w)/g
const PHONE = /(?<![\d.-])(?:\+?1[\s.-]?)?\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}(?![\d-])/g

/** Written like addresses, and none. */
const TECHNOLOGIES = new Set(['socket.io', 'asp.net', 'next.co', 'draw.io', 'web.dev'])

/** "Ateliers Nord inc." is also "Ateliers Nord". */
const organizationName = (name: string): string => name.replace(/[\s,]+(?:inc|ltd|ltée|llc|corp|senc|enr|co)\.?$/i, '')

const wordsOf = (name: string): string[] => name.split(/[\s,]+/).filter((word) => word.length >= 3)

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text)

/** No name is longer than the form takes; what is, the form gives back. */
const LONGEST_NAME = 200

/** Where a phrase stands as whole words, whatever its case and accents; answers what was written there. */
function phrases({ text, plain }: { text: string; plain: string }, phrase: string): string[] {
  const wanted = folded(phrase).trim()
  if (wanted.length < 3 || wanted.length > LONGEST_NAME) return []
  const pattern = wanted.split(/\s+/).map(escaped).join('\\s+')
  return [...plain.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'))].map((match) =>
    text.slice(match.index, match.index + match[0].length),
  )
}

/** Letter for letter, so that places in the folded text are places in the text. */
const folded = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => {
    const base = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return base.length === letter.length ? base : letter
  }).join('')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
