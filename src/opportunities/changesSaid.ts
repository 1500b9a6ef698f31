import { formatDay, formatInstant, formatMoney, formatNumber } from '../platform/format.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'
import { type Change, onCriterion } from './rules.amended.ts'
import { amendmentTexts } from './texts.amendments.ts'
import { changedNames } from './texts.notice.ts'
import { listTexts } from './texts.statement.ts'

/** What a change is about: a field, or a row by its place: W2, Skill 1. */
export function changedName(field: string): Text {
  const [name = '', place] = field.split(':')
  if (place === undefined) return changedNames[name] ?? { en: name, fr: name }
  const list = Object.entries(listTexts).find(([each]) => each === name)
  return list?.[1].row(Number(place)) ?? { en: name, fr: name }
}

/** A short fact as people read it; nothing when the change is of a text, which is shown as a difference. */
export function factShown(
  { field }: Pick<Change, 'field'>,
  value: string,
  zone: string,
  language: Language,
): string | undefined {
  const none = amendmentTexts.none[language]
  if (value === '' && ['repository', 'hours', 'licence'].includes(field)) return none
  if (field === 'price') return formatMoney(cents(Number(value)), language)
  if (field === 'hours') return amendmentTexts.hours(formatNumber(Number(value), language))[language]
  if (field === 'licence' || field === 'repository') return value
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatInstant(new Date(value), zone, language)
  const day = parseDay(value)
  return day ? formatDay(day, language) : undefined
}

/** What changed, in a sentence for each thing that did: from what to what, or which text is reworded. */
export function changeSentence(change: Change, zone: string): Text {
  const name = changedName(change.field)
  const done = onCriterion(change)?.does
  if (done === 'add') return amendmentTexts.added(name)
  if (done === 'take_away') return amendmentTexts.takenAway(name)
  const said = (language: Language, half: 'before' | 'after') =>
    factShown(change, change[half][language], zone, language)
  const [en, fr] = languages.map((language) => ({ from: said(language, 'before'), to: said(language, 'after') }))
  if (!en?.from || !en.to || !fr?.from || !fr.to)
    return { en: `${name.en}: the text is changed.`, fr: `${name.fr}\u00a0: le texte est modifié.` }
  return {
    en: `${name.en}: ${en.to}, instead of ${en.from}.`,
    fr: `${name.fr}\u00a0: ${fr.to}, au lieu de ${fr.from}.`,
  }
}

/** Every sentence of an amendment, one after the other. */
export const changesSaid = (changes: readonly Change[], zone: string, language: Language): string =>
  changes.map((change) => changeSentence(change, zone)[language]).join(' ')
