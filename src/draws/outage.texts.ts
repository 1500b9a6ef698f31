import { formatCount } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { KeepRefusal } from './outage.ts'

const minutes = { one: { en: 'minute', fr: 'minute' }, many: { en: 'minutes', fr: 'minutes' } }
const hours = { one: { en: 'hour', fr: 'heure' }, many: { en: 'hours', fr: 'heures' } }

/** For how long the site was away, to the minute: `24 minutes`, `3 hours and 49 minutes`. */
export function awayFor(seconds: number, language: Language): string {
  const all = Math.round(seconds / 60)
  const [whole, rest] = [Math.floor(all / 60), all % 60]
  const parts = [
    ...(whole > 0 ? [formatCount(whole, language, hours)] : []),
    ...(rest > 0 || whole === 0 ? [formatCount(rest, language, minutes)] : []),
  ]
  return parts.join(language === 'en' ? ' and ' : ' et ')
}

export const outageTexts = {
  title: { en: 'The site was away before the closing', fr: 'Site indisponible avant la clôture' },
  titleHeld: { en: 'The site was away at the closing', fr: 'Site indisponible à la clôture' },
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  waiting: {
    en: 'Decide on a closing: the site was away',
    fr: 'Décider d’une clôture\u00a0: le site a été indisponible',
  },
  waitingHeld: {
    en: 'Decide on a closing that is held: the site was away at its instant',
    fr: 'Se prononcer sur une clôture suspendue\u00a0: le site était indisponible à cet instant',
  },
  leadHeld: (minutes: string, closes: string): Text => ({
    en: `This opportunity was to close on ${closes}. At that instant the site could not be used; in the day before, it was away for ${minutes}.`,
    fr: `La clôture de cette occasion était fixée à ce moment\u00a0: ${closes}. Le site était alors indisponible; dans les 24 heures qui précèdent, il l’a été pendant ${minutes}.`,
  }),
  heldHead: { en: 'The closing is held', fr: 'La clôture est suspendue' },
  heldText: (due: string): Text => ({
    en: `Nothing is opened or counted, and nothing is taken. Without a decision by ${due} it closes as it was announced, with what was sent in time.`,
    fr: `Rien n’est ouvert ni compté, et rien n’est reçu. Sans décision d’ici le ${due}, la clôture vaut telle qu’elle était annoncée, avec ce qui a été envoyé à temps.`,
  }),
  onlyProgram: {
    en: 'The program team decides. You may read what was measured.',
    fr: 'L’équipe du programme décide. Vous pouvez lire ce qui a été mesuré.',
  },
  until: {
    en: 'What reaches the closing instant may have lasted longer: only what came before the closing is counted here.',
    fr: 'Ce qui touche l’instant de la clôture a pu durer plus longtemps\u00a0: seul ce qui précède la clôture est compté ici.',
  },
  keepLead: {
    en: 'Nobody is asked again about this closing. Your reason stays on the record.',
    fr: 'La question ne sera plus posée pour cette clôture. Votre motif reste au dossier.',
  },
  keepLeadHeld: {
    en: 'It then closes at once, as of the instant that was announced: what was sent before it counts, and nothing later. Your reason stays on the record.',
    fr: 'La clôture se fait alors aussitôt, à l’instant annoncé\u00a0: ce qui a été envoyé avant compte, et rien de ce qui est venu après. Votre motif reste au dossier.',
  },
  invalidDay: {
    en: 'Enter a day, such as 2026-11-18.',
    fr: 'Inscrivez une date, par exemple 2026-11-18.',
  },
  invalidTime: { en: 'Enter a time, such as 14:00.', fr: 'Inscrivez une heure, par exemple 14:00.' },
  lead: (minutes: string, closes: string): Text => ({
    en: `The closing was announced for ${closes}. In the day before, the site could not be used for ${minutes}.`,
    fr: `Clôture annoncée\u00a0: ${closes}. Dans les 24 heures qui précèdent, le site a été indisponible pendant ${minutes}.`,
  }),
  measured: { en: 'What was measured', fr: 'Ce qui a été mesuré' },
  from: { en: 'From', fr: 'De' },
  to: { en: 'To', fr: 'À' },
  seconds: { en: 'Seconds', fr: 'Secondes' },
  how: {
    en: 'Each process of the site writes every five seconds that it serves pages and reaches its database. What is not covered for more than fifteen seconds is counted. A network that fails elsewhere is not seen here.',
    fr: 'Chaque processus du site inscrit toutes les cinq secondes qu’il sert des pages et joint sa base de données. Toute interruption de plus de quinze secondes est comptée. Une panne de réseau ailleurs ne se voit pas ici.',
  },
  extend: { en: 'Move the closing later', fr: 'Reporter la clôture' },
  closingDay: { en: 'New closing day', fr: 'Nouveau jour de clôture' },
  closingTime: { en: 'Time', fr: 'Heure' },
  reasonField: { en: 'Reason, for the public', fr: 'Motif, pour le public' },
  others: {
    en: 'Selection and delivery stay on their days, unless the new closing reaches them. Everybody who has a draft, an application or follows this opportunity is told.',
    fr: 'La sélection et la livraison gardent leurs dates, sauf si la nouvelle clôture les rejoint. Toutes les personnes qui ont un brouillon ou une candidature, ou qui suivent cette occasion, sont avisées.',
  },
  keep: { en: 'Keep the closing', fr: 'Maintenir la clôture' },
  keepReason: { en: 'Why it stays', fr: 'Pourquoi elle est maintenue' },
  decided: {
    extended: { en: 'The closing was moved.', fr: 'La clôture a été reportée.' },
    kept: { en: 'The closing stays.', fr: 'La clôture est maintenue.' },
    lapsed: {
      en: 'Nobody decided in time: it closes as announced.',
      fr: 'Personne n’a décidé à temps\u00a0: la clôture vaut telle qu’annoncée.',
    },
    none: { en: 'Nobody has decided yet.', fr: 'Personne n’a encore décidé.' },
  },
  reason: (seconds: number): Text => ({
    en: `The site could not be used for ${awayFor(seconds, 'en')} in the day before the closing. The measured downtime is certified on the site.`,
    fr: `Le site a été indisponible pendant ${awayFor(seconds, 'fr')} dans les 24 heures précédant la clôture. La durée mesurée est attestée sur le site.`,
  }),
  reasonAtClosing: (seconds: number): Text => ({
    en: `The site could not be used at the closing instant, and was away for ${awayFor(seconds, 'en')} in the day before it. The measured downtime is certified on the site.`,
    fr: `Le site était indisponible à l’instant de la clôture, et l’a été pendant ${awayFor(seconds, 'fr')} dans les 24 heures qui précèdent. La durée mesurée est attestée sur le site.`,
  }),
  certificateTitle: { en: 'Certificate of downtime', fr: 'Attestation d’indisponibilité' },
  certificateLead: {
    en: 'What this site measured of itself before a closing that was moved because of it.',
    fr: 'Ce que le site a mesuré de lui-même avant une clôture reportée pour cette raison.',
  },
  wasToClose: { en: 'Announced closing', fr: 'Clôture annoncée' },
  movedTo: { en: 'New closing', fr: 'Nouvelle clôture' },
  total: { en: 'Away in all before the announced closing', fr: 'Indisponibilité totale avant la clôture annoncée' },
  certified: { en: 'Certified', fr: 'Attesté' },
  window: { en: 'Measured from', fr: 'Mesuré à partir de' },
  back: { en: 'Back to the opportunity', fr: 'Retour à l’occasion' },
  link: { en: 'Certificate of downtime', fr: 'Attestation d’indisponibilité' },
} as const

export const keepRefusals: Record<KeepRefusal, Text> = {
  not_allowed: {
    en: 'Only the program team moves or keeps a closing.',
    fr: 'Seule l’équipe du programme peut reporter ou maintenir une clôture.',
  },
  wrong_state: {
    en: 'This opportunity is closed, or nothing was measured before its closing.',
    fr: 'Cette occasion est close, ou rien n’a été mesuré avant sa clôture.',
  },
  already_decided: { en: 'Somebody has already decided.', fr: 'Quelqu’un a déjà décidé.' },
  decision_over: {
    en: 'The time to decide is over: it closes as it was announced.',
    fr: 'Le délai pour décider est passé\u00a0: la clôture vaut telle qu’elle était annoncée.',
  },
  reason_missing: { en: 'Say why the closing stays.', fr: 'Dites pourquoi la clôture est maintenue.' },
}
