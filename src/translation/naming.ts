import type { ParityFinding } from '../opportunities/rules.parity.ts'
import { listTexts, pairTexts } from '../opportunities/texts.statement.ts'
import type { Text } from '../platform/i18n.ts'
import { baseOf, type Segment } from './rules.segments.ts'

const parityNames: Record<ParityFinding['code'], Text> = {
  amounts_differ: { en: 'amounts', fr: 'montants' },
  dates_differ: { en: 'dates', fr: 'dates' },
  numbers_differ: { en: 'numbers', fr: 'nombres' },
  links_differ: { en: 'number of links', fr: 'nombre de liens' },
  items_differ: { en: 'number of list items', fr: 'nombre d’éléments de liste' },
  headings_differ: { en: 'headings', fr: 'titres' },
}

/** A sentence for what one language says and the other does not. */
export function parityText({ code, field, place, only }: ParityFinding): Text {
  const shown = (facts: readonly string[]) => facts.map((fact) => factShown(code, fact)).join(', ')
  const named = nameOf(place === null ? field : `${field}.row`, place)
  if (code === 'links_differ' || code === 'items_differ' || code === 'headings_differ')
    return {
      en: `${named.en}: ${parityNames[code].en} not the same in both languages.`,
      fr: `${named.fr}\u00a0: ${parityNames[code].fr} différent d’une langue à l’autre.`,
    }
  const [en, fr] = [shown(only.en), shown(only.fr)]
  return {
    en: `${named.en}, ${parityNames[code].en}: ${[en && `${en} in English only`, fr && `${fr} in French only`].filter(Boolean).join('; ')}.`,
    fr: `${named.fr}, ${parityNames[code].fr}\u00a0: ${[en && `${en} en anglais seulement`, fr && `${fr} en français seulement`].filter(Boolean).join('; ')}.`,
  }
}

const factShown = (code: ParityFinding['code'], fact: string): string =>
  code === 'amounts_differ' ? `${Number(fact) / 100} $`.replace(' ', '\u00a0') : fact

/** What a text of the statement is called; a row by its place: W2, Skill 1. */
export function nameOf(field: string, place: number | null): Text {
  const base = baseOf(field)
  const pair = Object.entries(pairTexts).find(([name]) => name === base)
  if (pair) return pair[1].label
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
