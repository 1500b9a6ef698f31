import { cleaned } from '../platform/forms.ts'
import type { Language } from '../platform/i18n.ts'
import { skillsOf } from './rules.labels.ts'
import { languageOf } from './rules.language.ts'
import {
  type Item,
  itemsOf,
  joined,
  type Line,
  linesOf,
  type Section,
  sectionsOf,
  withoutPrivate,
} from './rules.markdown.ts'
import { mostOutlineRows, NEED_MAX, type Outline, type OutlinePart, outlineLimits, type Unmapped } from './rules.ts'

/** What a need is made from: pasted Markdown has only a body and perhaps a title. */
export type Source = {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly repository: {
    readonly address: string
    readonly licence: string | null
    readonly licenceUnknown: string | null
    readonly languages: readonly string[]
    readonly topics: readonly string[]
  } | null
}

/** The longest body that is laid out; what is beyond is shown as left out. */
const MOST_BODY = 100_000

/**
 * Lays an issue out as a statement: parts by their headings, task lists as work criteria (those under "Acceptance
 * criteria" first), labels as skills, the repository's licence and address. Every word of the body is in a part or in
 * what found no place, with the reason.
 */
export function outlineOf(source: Source, otherwise: Language): { language: Language; outline: Outline } {
  const found = new Map<string, Unmapped>()
  const left: Left = (what, why) => {
    if (what.trim() !== '') found.set(`${why} ${what}`, { what, why })
  }
  const body = cleaned(source.body).slice(0, MOST_BODY)
  left(cleaned(source.body).slice(MOST_BODY), 'too_long')
  const { text, unmapped: taken } = withoutPrivate(body)
  for (const { what, why } of taken) left(what, why)

  const title = titleOf(source.title, text, left)
  const parts = layOut(sectionsOf(linesOf(title.body)), left)
  const language = languageOf(`${title.text}\n${text}`, otherwise)
  const labels = skillsOf(source.labels, source.repository?.languages ?? [], source.repository?.topics ?? [])
  for (const { what, why } of labels.unmapped) left(what, why)
  if (source.repository?.licenceUnknown) left(source.repository.licenceUnknown, 'licence_unknown')

  const rows = (part: keyof typeof mostOutlineRows, given: readonly string[]): string[] => {
    const fitting = given.map((each) => fitted(each, outlineLimits[part], left))
    for (const beyond of fitting.slice(mostOutlineRows[part])) left(beyond, 'too_many')
    return fitting.slice(0, mostOutlineRows[part])
  }
  const named = labels.skills.map((skill) => skill[language])
  const skills = [...new Set([...parts.skills, ...named])]
  const background = fitted(parts.background, outlineLimits.background, left)
  const work = fitted(parts.work, outlineLimits.work, left)
  const workCriteria = rows('workCriteria', parts.workCriteria)
  const outline = {
    title: title.text,
    teaser: fitted(parts.teaser, outlineLimits.teaser, left),
    need: needOf(background, work, workCriteria),
    ...{ background, work, workCriteria },
    skills: rows('skills', skills),
    licence: source.repository?.licence ?? null,
    repositoryUrl: source.repository?.address ?? null,
    ...(labels.hasInterface ? { hasInterface: true } : {}),
    ...(parts.applicationCriteria.length > 0
      ? { applicationCriteria: rows('applicationCriteria', parts.applicationCriteria) }
      : {}),
    ...(parts.provisions.length > 0 ? { provisions: rows('provisions', parts.provisions) } : {}),
    sections: parts.sections,
  }
  // Last: the cutting above adds to it.
  return { language, outline: { ...outline, unmapped: [...found.values()] } }
}

/** Why and what together, for the request: what does not fit is in the statement all the same. */
export function needOf(background: string, work: string, criteria: readonly string[]): string {
  const list = criteria.map((criterion) => `- ${criterion.replace(/\n/g, '\n  ')}`).join('\n')
  const whole = [background, work, list].filter(Boolean).join('\n\n')
  return whole.length <= NEED_MAX ? whole : cut(whole, NEED_MAX)[0]
}

type Left = (what: string, why: Unmapped['why']) => void

/** The title without the tags that a tracker wants; a pasted text may bring its own as a first heading. */
function titleOf(given: string, body: string, left: Left): { text: string; body: string } {
  const { text: clean, unmapped } = withoutPrivate(cleaned(given).replace(/\s+/g, ' '))
  for (const { what, why } of unmapped) left(what, why)
  const first = clean === '' ? /^\s*# +(.+)(?:\n|$)/.exec(body) : null
  const named = first ? (first[1] ?? '').trim() : clean
  const tag =
    /^(?:\[[^\]]{1,24}\]:?|(?:feat|feature|fix|bug|chore|docs|a11y|refactor|bogue)(?:\([^)]{1,24}\))?!?:)\s*/iu.exec(
      named,
    )?.[0]
  if (tag) left(tag.trim(), 'workflow_label')
  const text = fitted(tag ? named.slice(tag.length) : named, outlineLimits.title, left)
  return { text, body: first ? body.slice(first[0].length) : body }
}

type Parts = {
  teaser: string
  background: string
  work: string
  skills: string[]
  workCriteria: string[]
  applicationCriteria: string[]
  provisions: string[]
  sections: { heading: string; part: OutlinePart }[]
}

function layOut(sections: readonly Section[], left: Left): Parts {
  const background: string[] = []
  const work: string[] = []
  const criteria: Item[] = []
  const boxes: Item[] = []
  const rows = { skills: [] as string[], applicationCriteria: [] as string[], provisions: [] as string[] }
  const taken: Parts['sections'] = []
  let summary = ''
  const [before, ...named] = sections
  const headed = (heading: string, lines: readonly Line[]) =>
    [`# ${heading}`, joined(lines)].filter(Boolean).join('\n\n')

  for (const { heading, lines } of named) {
    const text = joined(lines)
    const part = partOf(heading)
    if (part === 'prompt' || isUnanswered(text)) {
      left([heading, text].filter(Boolean).join('\n\n'), 'prompt_of_template')
      continue
    }
    if (part === 'summary' && summary === '' && text.length <= outlineLimits.teaser && isPlain(text)) {
      summary = plain(text)
      taken.push({ heading, part: 'teaser' })
    } else if (part === 'background' || part === 'summary') {
      background.push(background.length === 0 ? text : headed(heading, lines))
      taken.push({ heading, part: 'background' })
    } else if (part === 'workCriteria') {
      const { items, rest } = itemsOf(lines, 'all')
      criteria.push(...items)
      if (items.length > 0) taken.push({ heading, part })
      if (items.length === 0 || joined(rest)) work.push(items.length > 0 ? joined(rest) : headed(heading, rest))
    } else if (part !== 'work') {
      const { items, rest } = itemsOf(lines, 'all')
      const [fits, long] = [items, items].map((all, place) =>
        all.filter(({ text: row }) => row.length <= outlineLimits[part] === (place === 0)),
      )
      rows[part].push(...(fits ?? []).map(({ text: row }) => row))
      const lost = (long ?? []).map(({ text: row }) => `- ${row}`).join('\n')
      if (fits?.length) taken.push({ heading, part })
      const more = [joined(rest), lost].filter(Boolean).join('\n\n')
      if (more || !fits?.length) work.push([`# ${heading}`, more].filter(Boolean).join('\n\n'))
    } else {
      const { items, rest } = itemsOf(lines, 'boxes')
      boxes.push(...items)
      if (items.length > 0) taken.push({ heading, part: 'workCriteria' })
      if (joined(rest)) work.push(headed(heading, rest))
      else if (items.length === 0) left(heading, 'prompt_of_template')
    }
  }
  const opening = itemsOf(before?.lines ?? [], 'boxes')
  boxes.unshift(...opening.items)
  const all = [...criteria, ...boxes]
  for (const { text, ticked } of all) if (ticked) left(text, 'checked_box')
  return {
    ...opened(joined(opening.rest), summary, background, work),
    workCriteria: [...new Set(all.map(({ text }) => text))],
    ...rows,
    sections: taken,
  }
}

/** What stands before the first heading is the summary when it is one short paragraph, the background when parts follow, else the work. */
function opened(text: string, summary: string, background: readonly string[], work: readonly string[]) {
  const said = { teaser: summary, background: background.join('\n\n'), work: work.join('\n\n') }
  if (text === '') return { ...said, teaser: summary || firstSentence(said.background || said.work) }
  const isSummary = summary === '' && isPlain(text) && text.length <= outlineLimits.teaser
  if (isSummary && said.background && said.work) return { ...said, teaser: plain(text) }
  const teaser = summary || firstSentence(text)
  if (said.work === '') return { ...said, teaser, work: text }
  return { ...said, teaser, background: [text, said.background].filter(Boolean).join('\n\n') }
}

/** The first paragraph, when it can stand alone in a list of opportunities. */
function firstSentence(text: string): string {
  const first = text.split('\n\n').find((each) => !each.startsWith('#')) ?? ''
  return isPlain(first) && first.length <= 300 ? plain(first) : ''
}

/** One paragraph of words: no list, heading, quotation, table, code or link. */
const isPlain = (text: string): boolean =>
  text !== '' &&
  !text.includes('\n\n') &&
  !/^\s*(?:[-*+>|#]|\d+[.)]\s|`{3}|~{3})/m.test(text) &&
  !/\]\(|`|[<>|]/.test(text)
const plain = (text: string): string => text.replace(/\*\*|__/g, '').replace(/\s*\n\s*/g, ' ')

const isUnanswered = (text: string): boolean => text === '' || /^_(?:No response|Aucune réponse)_$/i.test(text)

type Place = OutlinePart | 'summary' | 'prompt'

function partOf(heading: string): Exclude<Place, 'title' | 'teaser'> {
  const name = heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return headings.find(([pattern]) => pattern.test(name))?.[1] ?? 'work'
}

/** Headings that people use, without accents. */
const headings: readonly [RegExp, Exclude<Place, 'title' | 'teaser'>][] = [
  [
    /^(?:application (?:criteria|evaluation)|evaluation of applications|evaluation des candidatures|criteres de candidature)/,
    'applicationCriteria',
  ],
  [
    /^(?:work )?(?:acceptance|success|completion) (?:criteria|criterion|conditions|tests?)\b|^(?:definition of )?done\b|^criteria$/,
    'workCriteria',
  ],
  [
    /^criteres?(?:$| d acceptation| d acceptance| de reussite| d achevement)|^conditions d acceptation|^definition de (?:termine|fini)/,
    'workCriteria',
  ],
  [
    /^(?:background|context|why|motivation|rationale|problem|the problem|user (?:story|need)|current (?:situation|state|behaviou?r)|impact|describe the bug|introduction)\b/,
    'background',
  ],
  [
    /^(?:contexte|pourquoi|raison d etre|probleme|le probleme|enonce du probleme|recit utilisateur|besoin|situation actuelle|comportement actuel|mise en contexte)\b/,
    'background',
  ],
  [/^(?:summary|overview|tl dr|resume|sommaire|apercu|en bref)\b/, 'summary'],
  [
    /^(?:what )?we (?:will )?provide\b|^(?:provided|resources provided)\b|^ce que nous fournissons\b|^nous fournissons\b|^ressources fournies\b/,
    'provisions',
  ],
  [
    /^(?:required |technical )?skills\b|^(?:tech|technology|technical) stack\b|^technologies\b|^competences\b|^pile technologique\b/,
    'skills',
  ],
  [
    /^(?:code of conduct|prerequisites|before (?:you )?(?:submit|submitting|start)|code de conduite|prealables|avant de soumettre)\b/,
    'prompt',
  ],
]

/** As much as fits, cut between paragraphs or words; the rest is said. */
function fitted(text: string, most: number, left: Left): string {
  if (text.length <= most) return text
  const [kept, rest] = cut(text, most)
  left(rest, 'too_long')
  return kept
}

function cut(text: string, most: number): [string, string] {
  const head = text.slice(0, most + 1)
  const paragraph = head.lastIndexOf('\n\n')
  const blank = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'))
  const place = paragraph > most * 0.6 ? paragraph : blank > 0 ? blank : most - (isHighHalf(text, most) ? 1 : 0)
  return [text.slice(0, place).trimEnd(), text.slice(place).trimStart()]
}

/** Would the cut part the two halves of one character? */
const isHighHalf = (text: string, place: number): boolean => /[\ud800-\udbff]/.test(text.charAt(place - 1))
