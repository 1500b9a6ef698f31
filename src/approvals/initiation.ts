import { type FilePageFacts, titleOf } from '../opportunities/decisionPages.tsx'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { fileTexts } from '../opportunities/texts.file.ts'
import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { type Cents, cents } from '../platform/money.ts'
import { approvalTexts as texts } from './texts.ts'

/** One line of the initiation form. */
export type FormLine = { readonly label: string; readonly value: string }

/** The initiation form, line by line: all of it follows from the statement but two codes and a note. One for page and PDF. */
export function initiationLines(facts: FilePageFacts, language: Language): FormLine[] {
  const { opportunity, department, value, pif, names, policy } = facts
  const { number, price, team, gates, deliveryDay, sourceLanguage } = opportunity
  const unknown = fileTexts.unknown[language]
  const amount = (of: Cents | null) => (of === null ? unknown : formatMoney(of, language))
  const tax = value !== null && price !== null ? cents(value - price) : null
  const line = (label: { en: string; fr: string }, said: string): FormLine => ({ label: label[language], value: said })
  const codes = pif
    ? [
        line(decisionTexts.costCentre, pif.costCentre),
        line(decisionTexts.account, pif.account),
        line(decisionTexts.note, pif.note || '–'),
      ]
    : []
  const signed = gates.pif
    ? [
        line(
          decisionTexts.completedBy,
          [names.get(gates.pif.by), formatInstant(gates.pif.at, policy.zone, language)].filter(Boolean).join(', '),
        ),
      ]
    : []
  return [
    line(texts.file, number),
    line(decisionTexts.department, department.name[language]),
    line(decisionTexts.team, team[language] || team[sourceLanguage] || unknown),
    line(fileTexts.client, facts.clientName),
    line(decisionTexts.what, titleOf(facts, language)),
    line(decisionTexts.method, decisionTexts.methodSaid[language]),
    line(fileTexts.price, amount(price)),
    line(decisionTexts.tax, amount(tax)),
    line(fileTexts.value, amount(value)),
    line(fileTexts.delivery, deliveryDay ? formatDay(deliveryDay, language) : unknown),
    ...codes,
    ...signed,
  ]
}
