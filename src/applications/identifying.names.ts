import type { Finding, IdentifyingKind, Known } from './identifying.kinds.ts'
import { escaped, folded } from './identifying.text.ts'

/** Where a text names its own author: the names declared, the address, the user names that links hold. */
export function knownIn(text: string, known: Known): Finding[] {
  const plain = folded(text)
  const letters = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  const possible = formsKept(known).filter(({ needs }) => needs.every((part) => letters.includes(part)))
  return possible.flatMap(({ kind, pattern, capital }) =>
    [...plain.matchAll(new RegExp(`${BEFORE}${pattern}${AFTER}`, 'gu'))].flatMap((match): Finding[] => {
      const [from, to] = [match.index, match.index + match[0].length]
      const written = text.slice(from, to)
      return isWritten(written, capital, text, from) ? [{ kind, from, to, text: written }] : []
    }),
  )
}

/** Made once for each applicant, however many texts are read. */
const made = new WeakMap<Known, readonly Form[]>()

function formsKept(known: Known): readonly Form[] {
  const before = made.get(known)
  if (before) return before
  const forms = [...new Map(formsOf(known).map((form) => [`${form.pattern} ${form.capital}`, form])).values()]
  made.set(known, forms)
  return forms
}

/** How a form must be written to count: a short word that is also a common one needs its capital, and not for beginning a sentence. */
type Capital = 'any' | 'each' | 'one' | 'inside'
type Form = {
  readonly kind: IdentifyingKind
  readonly pattern: string
  readonly capital: Capital
  /** What a text that matches has, once whatever stands between letters is left out: most texts need no second look. */
  readonly needs: readonly string[]
}

const BEFORE = '(?<![\\p{L}\\p{N}])'
const AFTER = '(?![\\p{L}\\p{N}])'
/** What may stand between two parts of a name: nothing, a blank, a hyphen, a comma, a bracket. */
const BETWEEN = `[\\s\\-_.,'"()]{0,3}`

/** What follows a user name in the name of what is theirs: `user/project`, `user-88`. */
const FURTHER = '(?:[\\-/][\\w.-]{0,60}\\w)?'

/** No name is longer than the form takes, nor has more parts than a name has; what does, the form gives back. */
const LONGEST_NAME = 200
const MOST_PARTS = 10
const MOST_NAMES = 40

function formsOf({ email, people, organizations, links = [] }: Known): Form[] {
  const names = [...new Set(people)].filter(isName)
  return [
    ...names.slice(0, MOST_NAMES).flatMap(personForms),
    ...[...new Set(organizations)].filter(isName).slice(0, MOST_NAMES).flatMap(organizationForms),
    ...handlesOf(email, links).map((handle): Form => {
      const needs = partsOf(handle)
      return { kind: 'handle', pattern: joined(needs) + FURTHER, capital: 'any', needs }
    }),
  ]
}

const isName = (name: string): boolean => name.length <= LONGEST_NAME && partsOf(name).length <= MOST_PARTS

/** Letters and figures, folded, with whatever stood between them taken out. */
const partsOf = (name: string): string[] => folded(name.normalize('NFC')).match(/[\p{L}\p{N}]+/gu) ?? []
const joined = (parts: readonly string[]): string => parts.map(escaped).join(BETWEEN)

function personForms(name: string): Form[] {
  const written = folded(name.normalize('NFC')).split(/[\s,]+/)
  const words = written.map(partsOf).filter((parts) => parts.length > 0)
  const [given = [], ...rest] = words
  const family = rest.flat()
  const form = (needs: readonly string[], pattern: string, capital: Capital = 'any'): Form => ({
    ...{ kind: 'name', pattern, capital, needs },
  })
  const forms: Form[] = []
  if (family.length > 0) {
    const both = [...given, ...family]
    forms.push(form(both, `${joined(given)}(?:${BETWEEN}\\p{L}\\.)?${BETWEEN}${joined(family)}`))
    forms.push(form(both, `${joined(family)}${BETWEEN}${joined(given)}`))
    // A given name and the first letters of the family name: Lina R.
    forms.push(form(given, `${joined(given)} ${family.map((part) => `${part[0]}\\.`).join('-?')}`, 'one'))
    // The first letters of the given name, written together with the family name.
    const initials = given.map((part) => part[0] ?? '').join('')
    const compact = family.join('')
    if (compact.length >= 3 && initials.length + compact.length >= 5)
      forms.push(form([compact], `(?:${initials}${compact}|${compact}${initials}|${given.join('')}${compact})\\d{0,4}`))
  }
  const firsts = given.map((part) => part[0] ?? '')
  for (const [place, word] of written.entries()) forms.push(...singles(word, place === 0 ? [] : firsts))
  return forms
}

/** One word of a name by itself, with a title or first letters before it; its parts too, when a hyphen joins them. */
function singles(word: string, firsts: readonly string[]): Form[] {
  const letters = firsts.length > 0 ? `(?:${firsts.map((letter) => `${escaped(letter)}[.\\- ]{0,3}`).join('')})?` : ''
  const before = `(?:(?:${TITLES})\\.? )?${letters}`
  const pieces = word.split('-').map(partsOf)
  const alone = (parts: readonly string[]): Form[] => {
    const whole = parts.join('')
    if (whole.length < 3 || particles.has(whole)) return []
    const capital = common.has(whole) ? 'inside' : whole.length >= 5 && parts.length === 1 ? 'any' : 'one'
    return [{ kind: 'name', pattern: `${before}${joined(parts)}`, capital, needs: parts }]
  }
  return [...alone(pieces.flat()), ...(pieces.length > 1 ? pieces.flatMap(alone) : [])]
}

const TITLES = 'mr|mrs|ms|mx|dr|dre|prof|m|mme|mlle|me|monsieur|madame|docteur|docteure'

/** "Ateliers Nord-Sud inc." is also "Ateliers Nord-Sud", and "Nord-Sud" with its capitals. */
function organizationForms(name: string): Form[] {
  const words = folded(name.normalize('NFC'))
    .split(/[\s,]+/)
    .map((word) => word.replace(/[.'"()]+$/g, ''))
    .filter((word) => word !== '' && !links.has(word))
  const core = words.filter((word, place) => place === 0 || !suffixes.has(word.replaceAll('.', '')))
  const form = (some: readonly string[], capital: Capital): Form[] => {
    const pattern = some.map((word) => joinedWord(word)).join(`(?:${BETWEEN}|\\s?(?:&|\\+|and|et|und)\\s?)`)
    const long = some.join('').replace(/[^\p{L}\p{N}]/gu, '').length
    if (long < 3) return []
    const more = `(?:[\\s,]{1,2}(?:${[...suffixes].map(escaped).join('|')})\\.?)?`
    const kinds = capital === 'any' ? '' : `(?:(?:${kindsOf.join('|')}) ){0,2}`
    const needs = some.map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
    return [{ kind: 'organization', pattern: `${kinds}${pattern}${more}`, capital, needs }]
  }
  const forms = form(core, 'any')
  for (const some of shorter(core)) {
    const told = some.filter((word) => !generic.has(word))
    const figures = /\d{4}/.test(told.join(''))
    const [only = ''] = told
    if (told.length === 0) continue
    if (figures) forms.push(...form(some, 'any'))
    else if (some.length > 1 || /[-']/.test(only)) forms.push(...form(some, 'each'))
    else if (only.length >= 4) forms.push(...form(some, common.has(only) ? 'inside' : 'each'))
  }
  return forms
}

/** The name without the words at its ends that many names have, one after the other. */
function shorter(words: readonly string[]): string[][] {
  const some: string[][] = []
  for (let from = 0; from === 0 || generic.has(words[from - 1] ?? ''); from += 1) {
    if (from >= words.length) break
    for (let to = words.length; to > from; to -= 1) {
      if (to < words.length && !generic.has(words[to] ?? '')) break
      if (from > 0 || to < words.length) some.push(words.slice(from, to))
    }
  }
  return some
}

/** Letters of an acronym may have dots: Z.T. */
const joinedWord = (word: string): string =>
  /^\p{L}{2,3}$/u.test(word) ? Array.from(word, escaped).join('\\.?') : joined(partsOf(word))

/** The local part of the address, and what links hold where a user name stands. */
function handlesOf(email: string, addresses: readonly string[]): string[] {
  const local = email.split('@')[0] ?? ''
  const owners = addresses.flatMap((address) => {
    if (!URL.canParse(address)) return []
    const { hostname, pathname } = new URL(address)
    const [first = '', second = ''] = pathname.split('/').filter(Boolean)
    const owner = /^(?:in|user|users|u|people|profile)$/.test(first) ? second : first
    const page = /^([\w-]+)\.(?:github|gitlab|codeberg)\.(?:io|page|io)$/.exec(hostname)?.[1] ?? ''
    return [decoded(owner).replace(/^[@~]/, ''), page]
  })
  return [local, local.replace(/\d+$/, ''), ...owners].filter(
    (handle) => handle.length >= 4 && !common.has(folded(handle)) && !mailboxes.has(folded(handle)),
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // not encoded
  }
}

function isWritten(written: string, capital: Capital, text: string, from: number): boolean {
  if (capital === 'any') return true
  const words = written.split(/[\s\-_.,'’"“”()&+]+/).filter((word) => /\p{L}/u.test(word))
  const own = words.filter((word) => !generic.has(folded(word)) && !links.has(folded(word)))
  if (capital === 'one') return words.some((word) => /^\p{Lu}/u.test(word))
  if (!own.every((word) => /^\p{Lu}/u.test(word))) return false
  return capital === 'each' || !/(?:^|[.!?:\n]\s*["«“(-]?\s*)$/u.test(text.slice(0, from))
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
const particles = set('de la le du des van von der den el al bin di da dos las los and the')
const links = set('& + and et und')
const suffixes = set(
  'inc inc. ltd ltd. ltee limited limitee llc llp corp corporation senc sencrl enr co cie gmbh sarl sas',
)
/** Mailboxes that say nobody’s name. */
const mailboxes = set('info contact bonjour hello admin mail courriel office team equipe sales support work dev')
/** What many organizations are called. */
const generic = set(
  `atelier ateliers studio studios groupe group cooperative coop labs lab laboratoire laboratoires technologies
  technology technologie tech solutions solution services service consulting conseil conseils consultants consultant
  software logiciel logiciels systems systemes digital numerique design media medias company compagnie entreprise
  entreprises enterprises enterprise international canada quebec ontario the le la les of de du des sons fils brothers
  associates associes web informatique agency agence collective collectif institute institut partners partenaires`,
)
/** The same without the small words, which belong to the sentence. */
const small = set('the le la les of de du des')
const kindsOf = [...generic].filter((word) => !small.has(word))
/** Names that are also words: they count with their capital, where no sentence begins. */
const common = set(
  `will mark may april june august grant rose page young long short best good white black brown green cook baker art
  bill hope faith grace joy drew rob sue pat chase stone field day king case price reading robin dale glen wade ford
  carpenter porter turner singer walker archer fisher miller cooper mason parker hunter potter butler marshall bishop
  driver taylor sterling marina claire blanche pierre roche petit grand blanc noir roy bon beau juste fort prudent
  constant clement france marchand boucher fournier charpentier forest tailleur berger moulin fontaine rivet champagne
  noel florent aurore victoire olive iris jade ambre cerise prune marguerite violette capucine test code run open next
  north south east west nord sud est ouest phare lumiere beacon light river lake harbour port bridge summit clear bright
  simple smart first prime core data cloud pixel byte logic vector matrix access acces link point focus`,
)
