import type { Language, Text } from '../platform/i18n.ts'
import { criterionSubjects } from '../policy/rules.ts'
import { needOf } from './rules.mapping.ts'
import type { Outline } from './rules.ts'
import { codeTemplates } from './templates.code.ts'
import { dataTemplates } from './templates.data.ts'
import { speaksOf, standing } from './templates.standing.ts'

export const templateKeys = [
  'bug_fix',
  'accessibility',
  'script',
  'data_cleaning',
  'integration',
  'documentation',
] as const
export type TemplateKey = (typeof templateKeys)[number]

/** A worked statement, complete in both languages, for a made-up need that many teams have. */
export type Template = {
  readonly key: TemplateKey
  readonly name: Text
  /** For which needs. */
  readonly when: Text
  readonly hasInterface: boolean
  readonly hours: number
  readonly title: Text
  readonly teaser: Text
  readonly background: Text
  readonly work: Text
  readonly skills: readonly Text[]
  /** Its own; the standing ones follow in the statement. */
  readonly workCriteria: readonly Text[]
  readonly applicationCriteria: readonly Text[]
  readonly provisions: readonly Text[]
  /** What applicants are asked to have done, in words that fit any need of the kind. */
  readonly shown: Text
}

export const templates: readonly Template[] = [...codeTemplates, ...dataTemplates]

export const isTemplateKey = (text: string): text is TemplateKey => templateKeys.some((key) => key === text)

export function templateOf(key: TemplateKey): Template {
  const found = templates.find((template) => template.key === key)
  if (!found) throw new Error(`there is no template ${key}`)
  return found
}

/** The criteria of the work that every statement needs, whatever it asks for; accessibility where there is an interface. */
export const standingCriteria = (hasInterface: boolean): readonly Text[] => [
  standing.licence,
  standing.requirements,
  standing.security,
  ...(hasInterface ? [standing.accessibility] : []),
]

/** The standing criteria of which none of these speaks yet, in either language. */
export const standingMissing = (workCriteria: readonly Text[], hasInterface: boolean): Text[] =>
  criterionSubjects
    .filter((subject) => (hasInterface || subject !== 'accessibility') && !speaksOf(workCriteria, subject))
    .map((subject) => standing[subject])

/** A template in one language, as an outline. */
export function templateOutline(template: Template, language: Language): Outline {
  const of = (text: Text): string => text[language]
  const { title, teaser, background, work, hasInterface, hours } = template
  const workCriteria = [...template.workCriteria, ...standingCriteria(hasInterface)].map(of)
  return {
    ...{ title: of(title), teaser: of(teaser), background: of(background), work: of(work), hasInterface, hours },
    need: needOf(of(background), of(work), workCriteria),
    skills: template.skills.map(of),
    workCriteria,
    applicationCriteria: template.applicationCriteria.map(of),
    provisions: template.provisions.map(of),
    licence: 'MIT',
    repositoryUrl: null,
    unmapped: [],
  }
}

/** The template whose subject comes closest to what a need says; the bug fix when nothing does. */
export function closestTemplate({ title, background, work, skills, hasInterface }: Outline): Template {
  const text = [title, title, skills.join(' '), background, work.slice(0, 3_000)].join(' ')
  const score = ({ key }: Template): number =>
    [...text.matchAll(signs[key])].length + (key === 'accessibility' && hasInterface ? 0.5 : 0)
  const [best] = templates
    .map((template) => ({ template, points: score(template) }))
    .toSorted((one, other) => other.points - one.points)
  return best && best.points > 0 ? best.template : templateOf('bug_fix')
}

const signs: Record<TemplateKey, RegExp> = {
  bug_fix:
    /\b(?:bugs?|fix|repair|crash\w*|broken|fails?|errors?|regression|bogues?|panne|plante|erreurs?|corriger|ne fonctionne)\b/giu,
  accessibility: /(?:accessib\w*|a11y|wcag|keyboard|screen readers?|contrast|clavier|lecteurs? d[’']écran)/giu,
  script:
    /\b(?:scripts?|command[- ]line|cli|automate|automating|automatiser|batch|ligne de commande|tâche répétitive)\b/giu,
  data_cleaning:
    /\b(?:(?<!open )data|datasets?|csv|spreadsheets?|clean\w*|duplicates?|données(?! ouvertes)|chiffriers?|doublons?|nettoy\w*|etl)\b/giu,
  integration:
    /\b(?:apis?|integrat\w*|webhooks?|connect\w*|sync\w*|endpoints?|public interfaces?|programming interfaces?|interfaces? publiques?|interfaces? de programmation|transm\w+|intégr\w*|relier)\b/giu,
  documentation: /\b(?:documentation|docs|readme|tutorials?|examples?|guides?|tutoriels?|exemples?)\b/giu,
}
