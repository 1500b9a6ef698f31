import { findPhoneNumbersInText } from 'libphonenumber-js/min'
import { parse } from 'tldts'
import { layerNumbers, socialInsuranceNumbers } from '../scanning/rules.numbers.ts'
import type { Finding, IdentifyingKind } from './identifying.kinds.ts'
import { evened } from './identifying.text.ts'

/** Addresses, links, telephone numbers, user names and numbers that lead to somebody, whoever it is. */
export function contactsIn(text: string): Finding[] {
  const even = evened(text)
  const found: Finding[] = []
  const add = (kind: IdentifyingKind, from: number, to: number) => {
    const kept = trimmedEnd(text, from, to)
    if (kept > from) found.push({ kind, from, to: kept, text: text.slice(from, kept) })
  }
  // A text without the sign of a pattern is not read for it letter by letter.
  for (const { kind, sign, pattern, is } of looks) {
    if (!sign.test(even)) continue
    for (const match of even.matchAll(pattern)) {
      const marked = match.groups?.mark ?? match[0]
      const from = match.index + match[0].lastIndexOf(marked)
      if (!is || is(match)) add(kind, from, from + marked.length)
    }
  }
  if (FIGURES_OF_A_PHONE.test(even)) for (const { startsAt, endsAt } of phonesIn(even)) add('phone', startsAt, endsAt)
  if (THREE_FIGURES.test(even)) {
    for (const { start, end } of socialInsuranceNumbers(even)) add('number', start, end)
    for (const { kind, start, end } of layerNumbers(even))
      if (kind === 'payment_card' || kind === 'personal_number' || kind === 'bank_account') add('number', start, end)
  }
  return found
}

/** Without the mark that ends the sentence, nor a bracket that was opened before. */
function trimmedEnd(text: string, from: number, to: number): number {
  const passage = text.slice(from, to)
  const kept = passage.replace(/[.,;:!?'’"”»]+$/, '')
  const closed = kept.endsWith(')') && !kept.includes('(') ? kept.slice(0, -1).replace(/[.,;:!?]+$/, '') : kept
  return from + closed.trimEnd().length
}

/** Something to look for: a pattern, a sign that every text has in which the pattern finds something, a condition. */
type Look = {
  readonly kind: IdentifyingKind
  readonly sign: RegExp
  readonly pattern: RegExp
  readonly is?: (match: RegExpExecArray) => boolean
}

// Parts of an address have a most length; without it, a long word would be read again from each of its letters.
const LOCAL = '[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}'
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62})'
const IN_BRACKETS = (words: string) => `\\s{0,3}[[({<]\\s?(?:${words})\\s?[\\])}>]\\s{0,3}`
const AT_SAID = IN_BRACKETS('@|at|a|à|arobase?')
const DOT_SAID = `(?:\\.|${IN_BRACKETS('\\.|dot|point|pt')}|\\s{1,3}(?:dot|point)\\s{1,3})`
const emails: readonly Look[] = [
  {
    kind: 'email',
    sign: /@/,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}._%+-])@?${LOCAL}(?:@|\\s@\\s)(?:${LABEL}\\.){1,6}\\p{L}{2,24}`, 'giu'),
  },
  {
    kind: 'email',
    sign: /[[({<]\s?(?:@|at|a|à|arobase?)\s?[\])}>]/i,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}._%+-])${LOCAL}${AT_SAID}${LABEL}(?:${DOT_SAID}${LABEL}){1,5}`, 'giu'),
  },
  {
    kind: 'email',
    sign: /\s(?:dot|point)\s/i,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}._%+-])${LOCAL}\\s{1,3}(?:at|arobase?)\\s{1,3}${LABEL}(?:\\s{1,3}(?:dot|point)\\s{1,3}${LABEL}){1,5}`,
      'giu',
    ),
  },
  {
    kind: 'email',
    sign: /\sarobase?\s/i,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}._%+-])${LOCAL}\\s{1,3}arobase?\\s{1,3}${LABEL}(?:\\.${LABEL}){1,5}`, 'giu'),
  },
]

const ADDRESS = /(?<![\w])(?:[a-z][a-z0-9+]{1,9}:\/\/|www\.)[^\s<>"«»]{2,500}/giu
const GIT = /(?<![\w.-])git@[\w.-]{1,100}:[\w./~-]{1,200}/giu
/** Addresses of everybody’s own machine, and those kept for examples. */
const nobodys = /^[a-z+]+:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1\]|(?:[\w-]+\.)?example\.(?:com|org|net))(?![\w.-])/i

const DOMAIN =
  /(?<![\p{L}\p{N}_@/.\\:-])(?<mark>(?<host>(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.|\[\.\])){1,6}\p{L}{2,24})(?::\d{2,5})?(?<path>\/[^\s<>"«»]{0,300})?)(?![\p{L}\p{N}_@-]|\.\p{L})/giu

/** A name that leads somewhere on the Web, and is neither the name of a file nor a piece of code. */
function isDomain(written: string, path: string | undefined): boolean {
  const host = written.replaceAll('[.]', '.')
  const labels = host.split('.')
  const ending = labels.at(-1) ?? ''
  if (ending !== ending.toLowerCase() && host !== host.toUpperCase()) return false
  const lower = host.toLowerCase()
  if (technologies.has(lower) || /(?:^|\.)example\.(?:com|org|net)$/.test(lower)) return false
  if (labels.length > 2 && packages.has(lower.split('.')[0] ?? '')) return false
  const { isIcann, publicSuffix } = parse(lower, { allowPrivateDomains: false, extractHostname: false })
  if (lower === publicSuffix) return false
  if (!isIcann) return ending.toLowerCase() === 'example'
  if (path !== undefined && path.length > 1) return !fileNames.has(ending.toLowerCase()) || labels.length > 2
  return !fileNames.has(ending.toLowerCase()) && !properties.has(ending.toLowerCase())
}

const SPOKEN_DOMAIN =
  /(?<![\p{L}\p{N}_@/.-])[\p{L}\p{N}][\p{L}\p{N}-]{3,62}(?:\s(?:dot|point)\s|\s?[[(](?:dot|point)[\])]\s?)(?:ca|com|org|net|io|dev|fr|quebec|app|coop)(?![\p{L}\p{N}-])/giu
/** An issue, a request or a commit of a repository: owner/name#12. */
const REFERENCE = /(?<![\w/@.-])[A-Za-z0-9][\w.-]{0,38}\/[\w.-]{1,100}(?:[#!]\d{1,7}|@[0-9a-f]{7,40})(?!\w)/g
const REPOSITORY =
  /(?:\brepo(?:sitory)?|\bd[ée]p[ôo]t|\bfork|github|gitlab|codeberg|bitbucket)(?:\s(?:is|est|at|of|à|de|named|called))?\s?:?\s(?<mark>[A-Za-z0-9][\w.-]{1,38}\/[A-Za-z0-9][\w.-]{1,99})(?![\w/])/giu
const pathlike = /^(?:src|test|tests|docs?|lib|app|apps|bin|packages|and|et|ou|or)\/|\.\w{1,4}$/i

const AT = /(?<![\p{L}\p{N}_@/.])@[A-Za-z0-9_][\w-]{1,38}(?![\w/@-]|\.\w|\()/gu
const PLATFORM =
  '(?:GitHub|GitLab|Bitbucket|Codeberg|Framagit|SourceHut|Mastodon|Twitter|Bluesky|LinkedIn|Discord|Telegram|Reddit|Stack Overflow|Slack|npm|PyPI)'
const USER =
  "(?:user ?name|user|handle|account|profile|nick(?:name)?|alias|login|pseudo(?:nyme)?|compte|profil|identifiant|utilisat(?:eur|rice)|nom d'utilisateur)"
/** What no word looks like: a hyphen, an underscore, a dot or a figure inside. */
const MADE_UP = '[A-Za-z0-9](?=[\\w.-]{0,38}[-_.\\d])[\\w.-]{1,37}[A-Za-z0-9_]'
const NAMED = '[A-Za-z0-9][\\w.-]{1,37}[A-Za-z0-9_]'
const PLATFORMS = new RegExp(PLATFORM, 'iu')
const handlePatterns: readonly (readonly [sign: RegExp, pattern: RegExp])[] = [
  [PLATFORMS, new RegExp(`\\b${PLATFORM}(?: ${USER})?\\s?(?::|=|\\bis\\b|\\best\\b)\\s?(?<mark>@?${MADE_UP})`, 'giu')],
  [PLATFORMS, new RegExp(`\\b${PLATFORM} ${USER} (?<mark>@?${MADE_UP})`, 'giu')],
  [
    PLATFORMS,
    new RegExp(`\\b(?:I am|I'm|[Jj]e suis|as|sous|of|user) (?<mark>@?${MADE_UP}) (?:on|sur) ${PLATFORM}`, 'gu'),
  ],
  [
    new RegExp(USER, 'iu'),
    new RegExp(
      `\\b(?:my|mon|our|notre) (?:${PLATFORM} )?${USER}(?: (?:on |sur )?${PLATFORM})?\\s?(?::|is|est|was)\\s?(?<mark>@?${NAMED})`,
      'giu',
    ),
  ],
  [
    /#\d{4}/,
    /(?<![\p{L}\p{N}_/])(?!(?:issue|pr|pull|bug|ticket|billet|no|mr|case|rfc|step|test|line|ligne)#)[a-z][\w.]{2,31}#\d{4}(?!\d)/giu,
  ],
  [/u\//, /(?<![\p{L}\p{N}_/])u\/[\w-]{3,20}(?![\w/])/gu],
]

/** Telephone numbers of any country. Ten figures in a row are one only beside a word that says so. */
const phonesIn = (text: string) =>
  findPhoneNumbersInText(text, 'CA').flatMap(({ startsAt, endsAt }) => {
    const bare = /^\d+$/.test(text.slice(startsAt, endsAt))
    const said = /(?:phone|t[ée]l|cell|mobile|call|text|fax|num[ée]ro|number|appel|joign|reach|dial)[^.]{0,30}$/iu
    if (bare && !said.test(text.slice(Math.max(0, startsAt - 40), startsAt))) return []
    const more = /^,?\s?(?:ext\.?|poste|x|#)\s?\d{1,6}/i.exec(text.slice(endsAt, endsAt + 20))?.[0] ?? ''
    return [{ startsAt, endsAt: endsAt + more.length }]
  })
const PHONE =
  /(?<![\d.-]|\d )(?:\+?1[\s.-]?)?(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[\s.-])\d{3}[\s.-]\d{4}(?:,?\s?(?:ext\.?|poste|x)\s?\d{1,6})?(?![\d-]|\.\d)/giu

const addresses = [
  /(?<![\w.-])\d{1,5}(?:-\d{1,5})?,? (?:[A-Z][\p{L}'.-]{1,25} ){1,3}(?:Street|St\.|Avenue|Ave\.?|Road|Rd\.?|Boulevard|Blvd\.?|Drive|Lane|Crescent|Court|Parkway)(?: (?:North|South|East|West|[NSEW]\b\.?))?(?![\p{L}])/gu,
  /(?<![\w.-])\d{1,5}(?:-\d{1,5})?, ?(?:rue|avenue|av\.|boulevard|boul\.|chemin|ch\.|allée|place|rang|montée|côte|promenade) (?:(?:de la |de |des |du |de l'|d'|Saint-|Sainte-)?\p{Lu}[\p{L}'.-]{1,30})(?![\p{L}])/gu,
  /(?<!\w)(?:P\.? ?O\.? ?Box|C\.P\.|[Cc]ase postale) \d{1,6}(?!\w)/gu,
  /(?<!\w)[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]\d[ABCEGHJ-NPRSTV-Z]\d(?!\w)/gu,
  /\bpostal(?:e)?(?: code)?(?: is| est)?\s?:?\s(?<mark>[A-Z]\d[A-Z]\d[A-Z]\d)(?!\w)/giu,
]

/** Business and tax numbers, the register of Quebec, the researcher’s identifier. */
const numbers = [
  /(?<!\w)\d{9} ?R[TPCMR] ?\d{4}(?!\w)/gu,
  /(?<!\w)\d{10} ?TQ ?\d{4}(?!\w)/gu,
  /\bNEQ\W{1,3}(?<mark>\d{10})(?!\d)/gu,
  /(?<![\w-])\d{4}-\d{4}-\d{4}-\d{3}[\dX](?![\w-])/gu,
]

/** Every number that leads to somebody has this many figures in a row. */
const THREE_FIGURES = /\d{3}/
const FIGURES_OF_A_PHONE = /(?:\d\D*){7}/
const FIGURE = /\d/

const looks: readonly Look[] = [
  ...emails,
  { kind: 'link', sign: /:\/\/|www\./i, pattern: ADDRESS, is: ({ 0: address }) => !nobodys.test(address) },
  { kind: 'link', sign: /git@/i, pattern: GIT },
  {
    ...{ kind: 'link', sign: /[\p{L}\p{N}-](?:\.|\[\.\])\p{L}/u, pattern: DOMAIN },
    is: (match) => isDomain(match.groups?.host ?? '', match.groups?.path),
  },
  { kind: 'link', sign: /[\s[(](?:dot|point)[\s\])]/i, pattern: SPOKEN_DOMAIN },
  { kind: 'link', sign: /\//, pattern: REFERENCE },
  { kind: 'link', sign: /\//, pattern: REPOSITORY, is: ({ groups }) => !pathlike.test(groups?.mark ?? '') },
  { kind: 'handle', sign: /@/, pattern: AT, is: ({ 0: handle }) => !marksOfCode.has(handle.slice(1).toLowerCase()) },
  ...handlePatterns.map(([sign, pattern]): Look => ({ kind: 'handle', sign, pattern })),
  { kind: 'phone', sign: FIGURES_OF_A_PHONE, pattern: PHONE },
  ...addresses.map((pattern): Look => ({ kind: 'address', sign: FIGURE, pattern })),
  ...numbers.map((pattern): Look => ({ kind: 'number', sign: THREE_FIGURES, pattern })),
]

/** Written like addresses, and none. */
const technologies = new Set(
  'socket.io asp.net next.co draw.io web.dev vb.net ado.net ml.net d3.js node.dev crates.io hex.pm docs.rs'.split(' '),
)
/** A name that begins like this is a package of code, written from its end. */
const packages = new Set('com org net io java javax gov edu ca fr dev'.split(' '))
/** Endings of files that are also endings of addresses. */
const fileNames = new Set('md rs py sh pl cc so ps zip mov as ml mm st tf cs vi bz pm lc gz mk ai ps'.split(' '))
/** What comes after a dot in code, and is also an ending of addresses. */
const properties = new Set(
  `name target email id style post link open run live click map now box save next page date data video audio download
  support menu media show works group zone watch call play search author total prod bar foo in is as to at be no so do
  my me it am new final test read text title title pub ist ing dot fail win data`.split(/\s+/),
)
/** What stands after @ in style sheets, in comments and before functions. */
const marksOfCode = new Set(
  `media import font-face supports keyframes layer container page charset namespace property scope apply tailwind use
  mixin include extend param returns return throws example deprecated see since type typedef override test input output
  component injectable beforeeach aftereach autowired ts-ignore ts-expect-error ts-check ts-nocheck dataclass
  staticmethod classmethod click change submit keyup keydown vitest internal public private author version todo
  media-print getmapping postmapping entity id column service controller`.split(/\s+/),
)
