import type { Language, Text } from '../platform/i18n.ts'
import { skillNamed } from './rules.labels.ts'
import type { Import, Outline } from './rules.ts'
import { plan } from './templates.standing.ts'
import { closestTemplate, standingMissing } from './templates.ts'

/** What a statement is filled from: an import, or a template read as one. */
export type Filling = Pick<Import, 'language' | 'outline' | 'other'>

type Rows = Readonly<Record<'skills' | 'workCriteria' | 'applicationCriteria' | 'provisions', readonly Text[]>>

/** The rows of the lists as pairs: the other half from the same place of the other outline, or empty. */
export function rowsFrom({ language, outline, other }: Filling): Rows {
  const paired = (part: keyof Rows): Text[] =>
    (outline[part] ?? []).map((text, place) => inBoth(language, text, other?.[part]?.[place] ?? ''))
  return {
    // Skills that are known have a name in each language, wherever they come from.
    skills: paired('skills').map((skill) =>
      skill.en && skill.fr ? skill : (skillNamed(skill.en || skill.fr) ?? skill),
    ),
    workCriteria: paired('workCriteria'),
    applicationCriteria: paired('applicationCriteria'),
    provisions: paired('provisions'),
  }
}

/** What is added to what the source says, in both languages: the standing criteria that it lacks, and what applicants show. */
export function addedTo(filling: Filling): Pick<Rows, 'workCriteria' | 'applicationCriteria'> {
  const { workCriteria, applicationCriteria } = rowsFrom(filling)
  return {
    workCriteria: standingMissing(workCriteria, filling.outline.hasInterface ?? false),
    applicationCriteria: applicationCriteria.length > 0 ? [] : asked(filling.outline),
  }
}

const asked = (outline: Outline): readonly Text[] => [closestTemplate(outline).shown, plan]

/** A pair with one text in the given language. */
export const inBoth = (language: Language, text: string, other = ''): Text =>
  language === 'en' ? { en: text, fr: other } : { en: other, fr: text }
