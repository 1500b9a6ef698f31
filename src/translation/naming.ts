import { explainedField, explainedNames } from '../opportunities/rules.declarations.ts'
import type { ParityFinding } from '../opportunities/rules.parity.ts'
import { explainedTexts } from '../opportunities/texts.declarations.ts'
import { listTexts, pairTexts } from '../opportunities/texts.statement.ts'
import { formatDay, formatMoney } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import { parseDay } from '../platform/time.ts'
import { baseOf, type Segment } from './rules.segments.ts'

const parityNames: Record<ParityFinding['code'], Text> = {
  amounts_differ: { en: 'amounts', fr: 'montants' },
  dates_differ: { en: 'dates', fr: 'dates' },
  numbers_differ: { en: 'numbers', fr: 'nombres' },
  links_differ: { en: 'the number of links is', fr: 'le nombre de liens diffère' },
  items_differ: { en: 'the number of list items is', fr: 'le nombre d’éléments de liste diffère' },
  headings_differ: { en: 'the headings are', fr: 'les titres diffèrent' },
}

/** A sentence for what one language says and the other does not. */
export function parityText({ code, field, place, only }: ParityFinding): Text {
  const shown = (facts: readonly string[], language: Language) =>
    facts.map((fact) => factShown(code, fact, language)).join(', ')
  const named = nameOf(place === null ? field : `${field}.row`, place)
  if (code === 'links_differ' || code === 'items_differ' || code === 'headings_differ')
    return {
      en: `${named.en}: ${parityNames[code].en} not the same in both languages.`,
      fr: `${named.fr}\u00a0: ${parityNames[code].fr} d’une langue à l’autre.`,
    }
  const inEnglish = { en: shown(only.en, 'en'), fr: shown(only.en, 'fr') }
  const inFrench = { en: shown(only.fr, 'en'), fr: shown(only.fr, 'fr') }
  return {
    en: `${named.en}, ${parityNames[code].en}: ${[inEnglish.en && `${inEnglish.en} in English only`, inFrench.en && `${inFrench.en} in French only`].filter(Boolean).join('; ')}.`,
    fr: `${named.fr}, ${parityNames[code].fr}\u00a0: ${[inEnglish.fr && `${inEnglish.fr} en anglais seulement`, inFrench.fr && `${inFrench.fr} en français seulement`].filter(Boolean).join('; ')}.`,
  }
}

function factShown(code: ParityFinding['code'], fact: string, language: Language): string {
  if (code === 'amounts_differ') return formatMoney(cents(Number(fact)), language)
  const day = code === 'dates_differ' ? parseDay(fact) : undefined
  return day ? formatDay(day, language, { weekday: false }) : fact
}

/** What a text of the statement is called; a row by its place: W2, Skill 1. */
export function nameOf(field: string, place: number | null): Text {
  const base = baseOf(field)
  const pair = Object.entries(pairTexts).find(([name]) => name === base)
  if (pair) return pair[1].label
  const explained = explainedNames.find((name) => explainedField(name) === base)
  if (explained) return explainedTexts[explained].short
  const list = Object.entries(listTexts).find(([name]) => name === base)
  return list && place !== null ? list[1].row(place) : (list?.[1].label ?? { en: base, fr: base })
}

/** The name of a segment, with the number of its passage. */
export function segmentName({ field, place, passage }: Segment): Text {
  const named = nameOf(field, place)
  return passage === null ? named : { en: `${named.en}, passage ${passage}`, fr: `${named.fr}, passage ${passage}` }
}

/** The heading of all the texts of one kind. */
export function headOf(base: string): Text {
  const list = Object.entries(listTexts).find(([name]) => name === base)
  return list ? list[1].label : nameOf(base, null)
}
