import type { Text } from '../platform/i18n.ts'

/** The most of a statement's words that are compared, in each language: title, short description, start of the work. */
export const MOST_WORDS = 240

/** Small letters and digits without accents, parted by single spaces: what two people may spell differently. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of a statement that say what is needed. */
export function wordsOf(texts: readonly Text[]): Text {
  const of = (language: 'en' | 'fr') => plain(texts.map((text) => text[language]).join(' ')).slice(0, MOST_WORDS)
  return { en: of('en'), fr: of('fr') }
}

/** A repository's address in one spelling, `github.com/owner/name`; empty when the text is no address. */
export function repositoryOf(address: string): string {
  const url = urlOf(address)
  if (!url) return ''
  const [within = ''] = pathOf(url).split(/\/(?:-|issues|pull|pulls|tree|blob|commits?|merge_requests|wiki)(?:\/|$)/)
  const name = within.replace(/\.git$/, '')
  return name === '' ? '' : `${hostOf(url)}/${name}`
}

/** An issue in one spelling, `github.com/owner/name#412`; empty when the address is no issue's. */
export function issueOf(address: string): string {
  const url = urlOf(address)
  const number = url && /\/issues\/(\d+)(?:\/|$)/.exec(pathOf(url))?.[1]
  const repository = number ? repositoryOf(address) : ''
  return repository && number ? `${repository}#${Number(number)}` : ''
}

/**
 * Every issue that a file names: by its address anywhere, as `owner/name#412` on the host of its repository, or as `#412`
 * of that repository. In one spelling, each once, in alphabetical order.
 */
export function issuesIn(texts: readonly string[], repositoryAddress: string): string[] {
  const repository = repositoryOf(repositoryAddress)
  const host = repository.split('/')[0] ?? ''
  const text = texts.join('\n')
  const named = [...text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)].map(([address]) => issueOf(address))
  const rest = text.replace(/https?:\/\/[^\s<>"')\]]+/g, ' ')
  const short = [...rest.matchAll(/(?<![\w/.-])([\w.-]+\/[\w.-]+)?#(\d{1,7})(?![\w-])/g)].map(([, other, number]) => {
    const of = other ? (host ? `${host}/${other.toLowerCase()}` : '') : repository
    return of ? `${of}#${Number(number)}` : ''
  })
  return [...new Set([...named, ...short])].filter((issue) => issue !== '').sort()
}

/** A legal name without its legal form and its punctuation: « Côté Logiciels inc. » and COTE LOGICIELS INC are one. */
export function legalNameOf(name: string): string {
  const words = plain(name.replaceAll('&', ' and ')).split(' ')
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}

const legalForms = new Set([
  ...['inc', 'incorporated', 'incorporee', 'ltd', 'ltee', 'limited', 'limitee', 'corp', 'corporation', 'co', 'company'],
  ...['cie', 'compagnie', 'llp', 'lp', 'llc', 'senc', 'sencrl', 'srl', 'enr', 'ulc', 'coop', 'cooperative'],
])

/**
 * The groups of three letters that a text is made of, as pg_trgm makes them, each as a number; each once, in order.
 */
export function trigramsOf(text: string): number[] {
  const trigrams = new Set<number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = [...`  ${word} `].map((letter) => letter.codePointAt(0) ?? 0)
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(numberOf(padded.slice(at, at + 3)))
  }
  return [...trigrams].sort((one, other) => one - other)
}

/** How much of two texts is the same, from 0 to 1: shared groups of three letters among all, as pg_trgm counts them. */
export function likeness(ours: readonly number[], theirs: readonly number[]): number {
  if (ours.length === 0 || theirs.length === 0) return 0
  const known = new Set(ours)
  const shared = theirs.filter((trigram) => known.has(trigram)).length
  return shared / (ours.length + theirs.length - shared)
}

type Made = { readonly trigrams: { readonly en: readonly number[]; readonly fr: readonly number[] } }

/** The same need may be written in one language only: the language in which two files are most alike counts. */
export const likenessOf = (one: Made, other: Made): number =>
  Math.max(likeness(one.trigrams.en, other.trigrams.en), likeness(one.trigrams.fr, other.trigrams.fr))

/** 31 bits of three letters: small letters of Latin keep their own number. */
const numberOf = (letters: readonly number[]): number =>
  letters.reduce((hash, letter) => Math.imul(hash, 1_009) + letter, 0) & 0x7fffffff

function urlOf(address: string): URL | undefined {
  const text = address.trim().replace(/[.,;:!?]+$/, '')
  const scp = /^git@([\w.-]+):(.+)$/.exec(text)
  const whole = scp ? `https://${scp[1]}/${scp[2]}` : /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`
  return URL.canParse(whole) ? new URL(whole) : undefined
}

const hostOf = ({ host }: URL): string => host.toLowerCase().replace(/^www\./, '')
const pathOf = ({ pathname }: URL): string => pathname.toLowerCase().replace(/^\/+|\/+$/g, '')
