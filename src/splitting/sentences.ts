import type { Day } from '../platform/day.ts'
import { formatCount, formatDay, formatMoney, formatPercent } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { cents } from '../platform/money.ts'
import type { Bunching } from './rules.bunching.ts'
import type { Hit, Rule, Yardstick } from './rules.compare.ts'
import type { Found } from './rules.ts'

/** Each rule in plain words, with the windows and shares of the department's policy. */
export const ruleSays: Record<Rule, (yardstick: Yardstick) => Text> = {
  S1: ({ needDays, limit }) => ({
    en: `Files that serve one need are added up when they are at most ${needDays} days apart. One need is: the same issue, whichever team asks; or, in one team, the same repository, or the same skills for much the same words. Together they may reach ${formatMoney(limit, 'en')}, taxes included, and no more. Beyond it, nothing is posted until procurement records why.`,
    fr: `Les dossiers qui répondent à un même besoin s’additionnent s’ils sont séparés d’au plus ${needDays} jours. Le besoin est le même s’il s’agit du même ticket, quelle que soit l’équipe, ou, dans une équipe, du même dépôt, ou encore des mêmes compétences pour un texte très semblable. Ensemble, ils peuvent atteindre ${formatMoney(limit, 'fr')}, taxes comprises, et pas plus. Au-delà, rien n’est affiché tant que l’approvisionnement n’a pas consigné ses motifs.`,
  }),
  S2: ({ supplierDays, limit }) => ({
    en: `What one supplier gets from the department is added up over ${supplierDays} days and over the fiscal year (1 April to 31 March). More than ${formatMoney(limit, 'en')}, taxes included, is looked at. The award goes ahead.`,
    fr: `Ce qu’un fournisseur obtient du ministère s’additionne sur ${supplierDays} jours et sur l’exercice (du 1er avril au 31 mars). Au-delà de ${formatMoney(limit, 'fr')}, taxes comprises, un examen s’impose. L’attribution suit son cours.`,
  }),
  S3: ({ nearLimitDays, nearLimitShare, limit }) => ({
    en: `Two files or more of one client in one team, at most ${nearLimitDays} days apart, each from ${formatMoney(cents(Math.round(nearLimitShare * limit)), 'en')} to just under ${formatMoney(limit, 'en')}, are looked at.`,
    fr: `Deux dossiers ou plus d’un même client dans une équipe, séparés d’au plus ${nearLimitDays} jours et dont la valeur va de ${formatMoney(cents(Math.round(nearLimitShare * limit)), 'fr')} à un peu moins de ${formatMoney(limit, 'fr')}, sont examinés.`,
  }),
  S4: ({ sameWeekDays, limit }) => ({
    en: `Files of one client at most ${sameWeekDays} days apart, for the same supplier or repository, are looked at when together they pass ${formatMoney(limit, 'en')}.`,
    fr: `Les dossiers d’un même client séparés d’au plus ${sameWeekDays} jours, pour le même fournisseur ou le même dépôt, sont examinés s’ils dépassent ensemble ${formatMoney(limit, 'fr')}.`,
  }),
  S5: ({ limit }) => ({
    en: `What was posted and what amendments added are summed up. More than ${formatMoney(limit, 'en')}, taxes included, is looked at.`,
    fr: `La valeur affichée et les ajouts par modification s’additionnent. Au-delà de ${formatMoney(limit, 'fr')}, taxes comprises, un examen s’impose.`,
  }),
  S6: ({ bunchingShare, limit }) => ({
    en: `For information: purchases of the last year from ${formatMoney(cents(Math.round(bunchingShare * limit)), 'en')} to ${formatMoney(limit, 'en')} are counted, and compared with those of the other departments. A share that chance alone would give less than once in a hundred is reported. Nobody has to decide anything.`,
    fr: `À titre d’information\u00a0: les achats de la dernière année de ${formatMoney(cents(Math.round(bunchingShare * limit)), 'fr')} à ${formatMoney(limit, 'fr')} sont comptés et comparés à ceux des autres ministères. Une part que le hasard donnerait moins d’une fois sur cent est signalée. Personne n’a de décision à prendre.`,
  }),
}

/** What was found, in one sentence. */
export const foundSays = (found: Found): Text => {
  if (found.rule === 'S6') return bunchingSays(found.bunching)
  return { en: sentences[found.rule](found, 'en'), fr: sentences[found.rule](found, 'fr') }
}

export const daysBetween = (first: Day, last: Day): Text => ({
  en: `${formatDay(first, 'en', { weekday: false })} to ${formatDay(last, 'en', { weekday: false })}`,
  fr: `du ${formatDay(first, 'fr', { weekday: false })} au ${formatDay(last, 'fr', { weekday: false })}`,
})

const otherFiles = {
  one: { en: 'other file', fr: 'autre dossier' },
  many: { en: 'other files', fr: 'autres dossiers' },
}
const others = ({ compared }: Hit, language: Language) => formatCount(compared.length, language, otherFiles)
const excess = ({ sum, limit }: Hit, language: Language) => formatMoney(cents(sum - limit), language)
const money = (hit: Hit, language: Language) => formatMoney(hit.sum, language)

const beyond = (hit: Hit, language: Language): string =>
  language === 'en'
    ? `${money(hit, 'en')}, taxes included: ${excess(hit, 'en')} more than the limit of ${formatMoney(hit.limit, 'en')}.`
    : `${money(hit, 'fr')}, taxes comprises, soit ${excess(hit, 'fr')} de plus que la limite de ${formatMoney(hit.limit, 'fr')}.`

const sentences: Record<Hit['rule'], (hit: Hit, language: Language) => string> = {
  S1: (hit, language) =>
    language === 'en'
      ? `With ${others(hit, 'en')} for the same need, this file comes to ${beyond(hit, 'en')}`
      : `Avec ${others(hit, 'fr')} pour le même besoin, ce dossier atteint ${beyond(hit, 'fr')}`,
  S2: (hit, language) => {
    const days = hit.window ? daysBetween(hit.window.first, hit.window.last)[language] : ''
    return language === 'en'
      ? `With ${others(hit, 'en')}, its supplier gets, from ${days}, ${beyond(hit, 'en')}`
      : `Avec ${others(hit, 'fr')}, son fournisseur obtient, ${days}, ${beyond(hit, 'fr')}`
  },
  S3: (hit, language) =>
    language === 'en'
      ? `This file and ${others(hit, 'en')} of the same client are each just under the limit of ${formatMoney(hit.limit, 'en')}.`
      : `Ce dossier et ${others(hit, 'fr')} du même client sont chacun juste sous la limite de ${formatMoney(hit.limit, 'fr')}.`,
  S4: (hit, language) =>
    language === 'en'
      ? `With ${others(hit, 'en')} of the same client in the same week, this file comes to ${beyond(hit, 'en')}`
      : `Avec ${others(hit, 'fr')} du même client dans la même semaine, ce dossier atteint ${beyond(hit, 'fr')}`,
  S5: (hit, language) =>
    language === 'en'
      ? `Posted at ${formatMoney(hit.own.original, 'en')}, this file was amended to ${beyond(hit, 'en')}`
      : `Affiché à ${formatMoney(hit.own.original, 'fr')}, ce dossier a été porté par modification à ${beyond(hit, 'fr')}`,
}

function bunchingSays({ own, others: rest }: Bunching): Text {
  const shareOf = ({ all, near }: { all: number; near: number }, language: Language) =>
    formatPercent(all === 0 ? 0 : near / all, language, 0)
  return {
    en: `${own.near} of ${own.all} purchases of the department (${shareOf(own, 'en')}) ${own.near === 1 ? 'lies' : 'lie'} just under the limit; in the other departments, the share is ${shareOf(rest, 'en')}.`,
    fr: `${own.near} des ${own.all} achats du ministère (${shareOf(own, 'fr')}) ${own.near < 2 ? 'se situe' : 'se situent'} juste sous la limite; dans les autres ministères, la part est de ${shareOf(rest, 'fr')}.`,
  }
}
