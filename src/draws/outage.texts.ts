import type { Text } from '../platform/i18n.ts'
import type { KeepRefusal } from './outage.ts'

export const outageTexts = {
  title: { en: 'The site was away before the closing', fr: 'Site indisponible avant la clôture' },
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  waiting: {
    en: 'Decide on a closing: the site was away',
    fr: 'Décider d’une clôture\u00a0: le site a été indisponible',
  },
  lead: (minutes: string, closes: string): Text => ({
    en: `This opportunity closes on ${closes}. In the day before, the site could not be used for ${minutes}.`,
    fr: `La clôture de cette occasion est fixée à ce moment\u00a0: ${closes}. Dans les 24 heures qui précèdent, le site a été indisponible pendant ${minutes}.`,
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
    none: { en: 'Nobody has decided yet.', fr: 'Personne n’a encore décidé.' },
  },
  reason: (minutes: number): Text => ({
    en: `The site could not be used for ${minutes} minutes in the day before the closing. The measured downtime is certified on the site.`,
    fr: `Le site a été indisponible pendant ${minutes} minutes dans les 24 heures précédant la clôture. La durée mesurée est attestée sur le site.`,
  }),
  certificateTitle: { en: 'Certificate of downtime', fr: 'Attestation d’indisponibilité' },
  certificateLead: {
    en: 'What this site measured of itself before a closing that was moved because of it.',
    fr: 'Ce que le site a mesuré de lui-même avant une clôture reportée pour cette raison.',
  },
  wasToClose: { en: 'Closing before', fr: 'Clôture initiale' },
  movedTo: { en: 'Closing after', fr: 'Nouvelle clôture' },
  total: { en: 'Away in all', fr: 'Indisponibilité totale' },
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
  reason_missing: { en: 'Say why the closing stays.', fr: 'Dites pourquoi la clôture est maintenue.' },
}
