import { addedTo, type Filling, inBoth, rowsFrom } from '../backlog/rules.rows.ts'
import { languages, type Text } from '../platform/i18n.ts'
import { isLicence } from './licences.ts'
import { limits, mostRows } from './rules.limits.ts'
import { listFields, pairFields } from './rules.readiness.ts'
import type { Provision, Row, Statement } from './rules.ts'

/** What a filling may write. Dates, price, team and declarations are never taken from anywhere. */
export const filledParts = [
  ...pairFields.filter((field) => field !== 'team'),
  ...listFields,
  'licence',
  'repository',
  'hasInterface',
  'hours',
] as const
export type FilledPart = (typeof filledParts)[number]

export type Filled = {
  readonly statement: Statement
  /** Written from the source. */
  readonly taken: readonly FilledPart[]
  /** Written already, and left as it was although the source says otherwise. */
  readonly kept: readonly FilledPart[]
}

/**
 * Fills a statement from an import, a template or an earlier statement: only what is empty, unless everything is to be
 * replaced. The criteria that every statement needs, and what applicants show, are added where the source lacks them.
 */
export function filled(statement: Statement, from: Filling, { replace }: { replace: boolean }): Filled {
  const taken = new Set<FilledPart>()
  const kept = new Set<FilledPart>()
  const choose = <Value>(part: FilledPart, own: Value, theirs: Value, empty: boolean): Value => {
    const same = JSON.stringify(own) === JSON.stringify(theirs)
    if (same) return own
    const takes = empty || replace
    ;(takes ? taken : kept).add(part)
    return takes ? theirs : own
  }
  const { outline, other, language } = from
  const pair = (part: 'title' | 'teaser' | 'background' | 'work'): Text => {
    const own = statement[part]
    const theirs = inBoth(language, outline[part].slice(0, limits[part]), other?.[part].slice(0, limits[part]))
    const differs = languages.some((half) => own[half] !== '' && theirs[half] !== '' && own[half] !== theirs[half])
    // Beside words of one's own, the other half of the source would say something else: neither half is taken.
    const next = inBoth('en', theirs.en || own.en, theirs.fr || own.fr)
    const ownAlone = languages.some((half) => own[half] !== '' && theirs[half] === '')
    return choose(part, own, next, !differs && !ownAlone)
  }
  const rows = rowsFrom(from)
  const added = addedTo(from)
  const list = (
    part: 'skills' | 'workCriteria' | 'applicationCriteria',
    more: readonly Text[] = [],
  ): readonly Row[] => {
    const own = statement[part].filter(({ en, fr }) => en !== '' || fr !== '')
    const theirs = [...rows[part], ...more].slice(0, mostRows[part])
    if (theirs.length === 0 || sameRows(own, theirs)) return statement[part]
    return choose<readonly Row[]>(part, statement[part], theirs, own.length === 0)
  }
  const provisions = (): readonly Provision[] => {
    const own = statement.provisions.filter(({ text }) => text.en !== '' || text.fr !== '')
    const theirs = rows.provisions.slice(0, mostRows.provisions)
    const ownTexts = own.map(({ text }) => text)
    if (theirs.length === 0 || sameRows(ownTexts, theirs)) return statement.provisions
    const dated = theirs.map((text) => ({ text, dueDay: null }))
    return choose<readonly Provision[]>('provisions', statement.provisions, dated, own.length === 0)
  }
  const { licence, repository, hasInterface, hours } = statement
  const named = outline.licence !== null && isLicence(outline.licence) ? outline.licence : ''
  const there = { kind: 'department', url: outline.repositoryUrl ?? '' } as const
  const next: Statement = {
    ...statement,
    ...{ title: pair('title'), teaser: pair('teaser'), background: pair('background'), work: pair('work') },
    skills: list('skills'),
    workCriteria: list('workCriteria', added.workCriteria),
    applicationCriteria: list('applicationCriteria', added.applicationCriteria),
    provisions: provisions(),
    licence: named === '' ? licence : choose('licence', licence, named, licence === ''),
    repository: there.url === '' ? repository : choose('repository', repository, there, repository.url === ''),
    hasInterface: outline.hasInterface ? choose('hasInterface', hasInterface, true, !hasInterface) : hasInterface,
    hours: outline.hours === undefined ? hours : choose('hours', hours, outline.hours, hours === null),
  }
  return {
    statement: next,
    taken: filledParts.filter((part) => taken.has(part)),
    kept: filledParts.filter((part) => kept.has(part)),
  }
}

const sameRows = (own: readonly Text[], theirs: readonly Text[]): boolean =>
  own.length === theirs.length && own.every(({ en, fr }, place) => en === theirs[place]?.en && fr === theirs[place]?.fr)
