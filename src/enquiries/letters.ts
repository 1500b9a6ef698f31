import type { Text } from '../platform/i18n.ts'
import type { Enquiry } from './rules.ts'
import { letterTexts } from './texts.letters.ts'

/** The letter that a person begins from, in the language of whoever asked; it is not sent as it stands. */
export function draftedAnswer({ kind, language }: Pick<Enquiry, 'kind' | 'language'>, department: Text | null): string {
  const { hello, thanks, from, team } = letterTexts
  const name = department?.[language]
  const signed = name === undefined ? team[language] : from(name)[language]
  return [hello[language], thanks[kind][language], '', signed].join('\n\n')
}
