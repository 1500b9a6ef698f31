import { scan } from '../scanning/rules.ts'

/** What we know of whoever asks. */
export type Asker = { readonly email: string; readonly names: readonly string[] }
export type RevealingKind = 'email' | 'phone' | 'address' | 'name' | 'mailbox' | 'introduction' | 'handle' | 'link'

/** A place in a text, in UTF-16 units: from `start` up to, not including, `end`. */
export type Passage = { readonly kind: RevealingKind; readonly start: number; readonly end: number }

/** What stands where something was masked. */
export const MASK = '[…]'

/**
 * Passages of a question that say who asks: addresses, telephones, handles, the asker's own names with accents folded,
 * how they introduce or sign themselves, and links that are not the notice's own. A hint for people, who read the rest.
 */
export function revealing(words: string, { email, names }: Asker, ownLinks: readonly string[] = []): Passage[] {
  const plain = folded(words)
  const found: Passage[] = [
    ...scan(words).flatMap(({ kind, start, end }) => {
      const of = scanned[kind]
      return of ? [{ kind: of, start, end }] : []
    }),
    ...all(words, EMAIL).map(as('email')),
    ...names.flatMap((name) => named(plain, name)).map(as('name')),
    ...mailboxOf(email)
      .flatMap((name) => named(plain, name))
      .map(as('mailbox')),
    // A single word of a name is a name with a capital, and may be any word without one.
    ...names
      .flatMap(partsOf)
      .flatMap((word) => named(plain, word))
      .filter(({ start }) => /^\p{Lu}/u.test(words.slice(start)))
      .map(as('name')),
    ...introductions.flatMap((pattern) => all(words, pattern)).map(as('introduction')),
    ...all(words, HANDLE).map(as('handle')),
    ...all(words, LINK)
      .filter(({ start, end }) => !ownLinks.some((own) => own !== '' && words.slice(start, end).startsWith(own)))
      .map(as('link')),
  ]
  const kept: Passage[] = []
  for (const passage of found)
    if (!kept.some(({ start, end }) => passage.start < end && start < passage.end)) kept.push(passage)
  return kept.toSorted((one, other) => one.start - other.start)
}

/** The words with each passage masked. */
export function masked(words: string, passages: readonly Passage[]): string {
  let text = ''
  let at = 0
  for (const { start, end } of passages) {
    text += words.slice(at, start) + MASK
    at = end
  }
  return text + words.slice(at)
}

/** Does a text that is to be published still say who asked? Links, handles and what may be any word are for people to judge. */
export const names = (text: string, asker: Asker): boolean =>
  revealing(text, asker).some(({ kind }) => kind === 'email' || kind === 'phone' || kind === 'name')

const scanned: Partial<Record<string, RevealingKind>> = {
  personal_email: 'email',
  phone_number: 'phone',
  postal_address: 'address',
}

// Parts of an address have a most length; without it, a long word would be read again from each of its letters.
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu
const HANDLE = /(?<![\w@/.])@[A-Za-z0-9][\w-]{1,38}(?![\w/@-]|\.\w)/g
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"«»]{3,500}/gi
const NAMED = "(\\p{Lu}[\\p{L}’'-]{1,40}(?:[ \\u00a0](?:de |du |la |le )?\\p{Lu}(?:\\.|[\\p{L}’'-]{0,40})){0,3})"
const introductions = [
  new RegExp(`\\b(?:[Mm]y name is|I am|I’m|I'm|[Tt]his is|[Ww]e are|[Ww]e at)\\s${NAMED}`, 'dgu'),
  new RegExp(`\\b(?:[Oo]ur (?:company|firm|co-op|studio),?|I work (?:at|for)|on behalf of)\\s${NAMED}`, 'dgu'),
  new RegExp(`(?:[Jj]e m[’']appelle|[Mm]on nom est|[Jj]e suis|[Ii]ci|[Nn]ous sommes|[Nn]ous, chez)\\s${NAMED}`, 'dgu'),
  new RegExp(
    `(?:[Nn]otre (?:entreprise|firme|coopérative|atelier),?|[Jj]e travaille (?:chez|pour)|au nom de)\\s${NAMED}`,
    'dgu',
  ),
  /(?:regards|cheers|thanks|thank you|sincerely|cordialement|merci|salutations|bien à vous)[,.!]?[ \t]*\n+[ \t]*([^\n]{2,80})\s*$/dgiu,
]

const as =
  (kind: RevealingKind) =>
  ({ start, end }: Place): Passage => ({ kind, start, end })

type Place = { readonly start: number; readonly end: number }

/** Where a pattern stands; where it has a group, where the group stands. */
function all(text: string, pattern: RegExp): Place[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length]
    return { start, end }
  })
}

/** No name is longer than the form takes. */
const LONGEST_NAME = 200

/** The longer words of a name. */
const partsOf = (name: string): string[] =>
  name.length > LONGEST_NAME ? [] : name.split(/[\s,]+/).filter((word) => word.length >= 4)

/** The part of an address before the @ is often a name, and may be any word. */
const mailboxOf = (email: string): string[] => {
  const local = email.split('@')[0] ?? ''
  return local.length >= 5 && !COMMON.test(local) ? [local] : []
}
const COMMON = /^(?:info|contact|hello|bonjour|admin|office|bureau|question|support|team|equipe|accueil)/

/** Where a name stands as whole words in a folded text. */
function named(plain: string, name: string): Place[] {
  const wanted = folded(name).trim()
  if (wanted.length < 3 || wanted.length > LONGEST_NAME) return []
  const pattern = wanted.split(/\s+/).map(escaped).join('\\s+')
  return all(plain, new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu'))
}

/** Letter for letter, so that places in the folded text are places in the text. */
const folded = (text: string): string =>
  Array.from(text, (letter) => {
    const base = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return base.length === letter.length ? base : letter
  }).join('')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
