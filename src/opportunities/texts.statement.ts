import type { Text } from '../platform/i18n.ts'
import type { ListFieldName, PairFieldName } from './rules.readiness.ts'

type FieldText = { readonly label: Text; readonly hint: Text }

/** Labels and guidance of the texts, each with an example where one helps. */
export const pairTexts: Record<PairFieldName, FieldText> = {
  title: {
    label: { en: 'Title', fr: 'Titre' },
    hint: {
      en: 'Say what will be different, with a verb: “Fix a keyboard trap in the date picker”.',
      fr: 'Dites ce qui changera, en commençant par un verbe ou un nom d’action\u00a0: «\u00a0Corriger un piège au clavier dans le calendrier\u00a0».',
    },
  },
  teaser: {
    label: { en: 'Summary', fr: 'Résumé' },
    hint: {
      en: 'Two or three sentences for the list: who has the problem, and what the supplier does about it.',
      fr: 'Deux ou trois phrases pour la liste\u00a0: qui a le problème et ce que fera le fournisseur.',
    },
  },
  team: {
    label: { en: 'Team', fr: 'Équipe' },
    hint: {
      en: 'The team as the public knows it. Nobody’s name: yours is given at the award.',
      fr: 'L’équipe telle que le public la connaît. Aucun nom de personne\u00a0: le vôtre est donné à l’attribution.',
    },
  },
  background: {
    label: { en: 'Background', fr: 'Contexte' },
    hint: {
      en: 'What a stranger must know to understand the need. Who uses it, since when, how many. You may use Markdown.',
      fr: 'Ce qu’une personne de l’extérieur doit savoir pour comprendre le besoin\u00a0: qui s’en sert, depuis quand, combien. Vous pouvez utiliser Markdown.',
    },
  },
  work: {
    label: { en: 'The work', fr: 'Le travail' },
    hint: {
      en: 'What is to be done and where to start: the repository, the issue, what is not part of it. You may use Markdown.',
      fr: 'Ce qu’il faut faire et par où commencer\u00a0: le dépôt, le ticket, ce qui n’en fait pas partie. Vous pouvez utiliser Markdown.',
    },
  },
}

/** Labels of the lists, of one row, and of the button that adds one. */
export const listTexts: Record<
  ListFieldName,
  FieldText & { readonly row: (place: number) => Text; readonly add: Text }
> = {
  workCriteria: {
    label: { en: 'Work acceptance criteria', fr: 'Critères d’acceptation du travail' },
    hint: {
      en: 'How you will know that the work is done: each one met or not met. First line: a short name. Then how it is checked. Four is a good number.',
      fr: 'Comment vous saurez que le travail est fait\u00a0: chacun est satisfait ou ne l’est pas. Première ligne\u00a0: un nom court; ensuite, la manière de le vérifier. Quatre est un bon nombre.',
    },
    row: (place) => ({ en: `W${place}`, fr: `T${place}` }),
    add: { en: 'Add a work criterion', fr: 'Ajouter un critère du travail' },
  },
  applicationCriteria: {
    label: { en: 'Application evaluation', fr: 'Évaluation des candidatures' },
    hint: {
      en: 'What an applicant must show, in 250 words at most for each. Two are enough: one thing done before, and a plan.',
      fr: 'Ce que doit démontrer une candidature, en 250 mots au plus pour chaque critère. Deux suffisent\u00a0: une réalisation et un plan.',
    },
    row: (place) => ({ en: `E${place}`, fr: `C${place}` }),
    add: { en: 'Add an application criterion', fr: 'Ajouter un critère de candidature' },
  },
  skills: {
    label: { en: 'Skills', fr: 'Compétences' },
    hint: {
      en: 'Two to four, as people would search for them: TypeScript, Accessibility.',
      fr: 'De deux à quatre, comme on les chercherait\u00a0: TypeScript, Accessibilité.',
    },
    row: (place) => ({ en: `Skill ${place}`, fr: `Compétence ${place}` }),
    add: { en: 'Add a skill', fr: 'Ajouter une compétence' },
  },
  provisions: {
    label: { en: 'What you provide', fr: 'Ce que vous fournissez' },
    hint: {
      en: 'Access to the repository, a sandbox, sample data, approval to release code: each with a date.',
      fr: 'Accès au dépôt, bac à sable, données d’essai, autorisation de diffuser le code\u00a0: chacun avec une date.',
    },
    row: (place) => ({ en: `Item ${place}`, fr: `Élément ${place}` }),
    add: { en: 'Add an item', fr: 'Ajouter un élément' },
  },
}

/** The other words of the builder. */
export const builderTexts = {
  title: { en: 'Statement', fr: 'Énoncé' },
  lead: {
    en: 'Save at any time, complete or not. You and the program team write together.',
    fr: 'Enregistrez à tout moment, même si tout n’est pas rempli. Vous écrivez avec l’équipe du programme.',
  },
  partWords: { en: 'What you need', fr: 'Ce qu’il vous faut' },
  partTerms: { en: 'Licence and repository', fr: 'Licence et dépôt' },
  partPrice: { en: 'Price', fr: 'Prix' },
  partDates: { en: 'Dates', fr: 'Dates' },
  partDeclared: { en: 'What you declare', fr: 'Ce que vous déclarez' },
  licence: { en: 'Open-source licence', fr: 'Licence ouverte' },
  licenceHint: {
    en: 'The licence of the repository, if it has one. MIT when in doubt.',
    fr: 'Celle du dépôt s’il en a une. Dans le doute, MIT.',
  },
  repository: { en: 'Where the code goes', fr: 'Où va le code' },
  repositoryDepartment: { en: 'Our repository', fr: 'Notre dépôt' },
  repositorySupplier: { en: 'A public repository of the supplier', fr: 'Un dépôt public du fournisseur' },
  repositoryUrl: { en: 'Address of the repository', fr: 'Adresse du dépôt' },
  hasInterface: {
    en: 'People will use what is built: it has an interface.',
    fr: 'Des gens se serviront du résultat\u00a0: il a une interface.',
  },
  hours: { en: 'Estimated hours of work', fr: 'Heures de travail estimées' },
  hoursHint: {
    en: 'Your best guess for somebody who knows the field. It is shown to suppliers.',
    fr: 'Votre meilleure estimation, pour une personne du métier. Elle est montrée aux fournisseurs.',
  },
  rate: { en: 'Hourly rate', fr: 'Taux horaire' },
  rateHint: (min: string, max: string): Text => ({
    en: `From ${min} to ${max} by policy. Used only to work out the price.`,
    fr: `De ${min} à ${max} selon la politique. Sert seulement à calculer le prix.`,
  }),
  estimate: { en: 'Work out the price', fr: 'Calculer le prix' },
  estimated: (hours: string, admin: string, rate: string, price: string): Text => ({
    en: `(${hours} hours + ${admin} for paperwork) × ${rate} = ${price}.`,
    fr: `(${hours} heures + ${admin} pour les formalités) × ${rate} = ${price}.`,
  }),
  range: (hours: string, admin: string, low: string, high: string): Text => ({
    en: `For ${hours} hours, and ${admin} for paperwork, suggested rates give ${low} to ${high}.`,
    fr: `Pour ${hours} heures, plus ${admin} pour les formalités, les taux proposés donnent de ${low} à ${high}.`,
  }),
  price: { en: 'Fixed price, before tax', fr: 'Prix fixe, avant taxes' },
  ceiling: (ceiling: string, limit: string): Text => ({
    en: `At most ${ceiling}: with the highest sales tax that may apply it stays within ${limit}.`,
    fr: `Au plus ${ceiling}\u00a0: avec la taxe de vente la plus élevée possible, le total reste dans la limite de ${limit}.`,
  }),
  closingDay: { en: 'Closing date', fr: 'Date de clôture' },
  closingTime: { en: 'Closing time', fr: 'Heure de clôture' },
  closingHint: (suggested: string, zone: string): Text => ({
    en: `Suggested if it were posted today: ${suggested}. Time zone: ${zone}.`,
    fr: `Suggestion, si l’affichage avait lieu aujourd’hui\u00a0: ${suggested}. Fuseau horaire\u00a0: ${zone}.`,
  }),
  selectionDay: { en: 'Selection date', fr: 'Date de sélection' },
  selectionHint: {
    en: 'After closing. The promise is two business days, and the wait for the draw.',
    fr: 'Après la clôture. La promesse est de deux jours ouvrables, plus l’attente du tirage.',
  },
  deliveryDay: { en: 'Delivery date', fr: 'Date de livraison' },
  deliveryHint: (hours: string): Text => ({
    en: `No more than ${hours} hours of work a week from selection to delivery. Students and evenings need more time.`,
    fr: `Au plus ${hours} heures de travail par semaine, de la sélection à la livraison. Pour une personne aux études ou qui travaille le soir, prévoyez plus de temps.`,
  }),
  dueDay: { en: 'By when', fr: 'Au plus tard le' },
  standalone: {
    en: 'This is a standalone piece of work: it is not part of a larger need cut into pieces.',
    fr: 'Ce travail forme un tout\u00a0: il n’est pas tiré d’un besoin plus grand qui aurait été fractionné.',
  },
  noCapacity: {
    en: 'Nobody on the team has the time or the skill to do it now.',
    fr: 'Personne dans l’équipe n’a le temps ou la compétence pour le faire en ce moment.',
  },
  unclassified: {
    en: 'Everything is unclassified: no protected information, nobody’s personal information.',
    fr: 'Rien n’est classifié\u00a0: aucun renseignement protégé, aucun renseignement personnel.',
  },
  save: { en: 'Save the draft', fr: 'Enregistrer le brouillon' },
  saveAndCheck: { en: 'Save and check', fr: 'Enregistrer et vérifier' },
  preview: { en: 'Preview', fr: 'Aperçu' },
  saved: { en: 'Saved.', fr: 'Enregistré.' },
  returned: { en: 'It was sent back, for these reasons', fr: 'Il a été retourné, pour les motifs suivants' },
} as const

/** Name of any field of the builder, for the table of differences. */
export function fieldName(field: string): Text {
  const [base = '', language] = /_(en|fr)$/.test(field) ? [field.slice(0, -3), field.slice(-2)] : [field]
  const [list, rest] = base.split('.')
  const suffix = (text: Text): Text =>
    language ? { en: `${text.en} (${language})`, fr: `${text.fr} (${language})` } : text
  const pair = Object.entries(pairTexts).find(([name]) => name === base)
  if (pair) return suffix(pair[1].label)
  const row = Object.entries(listTexts).find(([name]) => name === list)
  if (row && rest !== undefined) return suffix(row[1].row(Number.parseInt(rest, 10) + 1))
  return otherNames[field] ?? { en: field, fr: field }
}

const otherNames: Readonly<Record<string, Text>> = {
  licence: builderTexts.licence,
  repository_kind: builderTexts.repository,
  repository_url: builderTexts.repositoryUrl,
  has_interface: { en: 'Interface', fr: 'Interface' },
  hours: builderTexts.hours,
  price: builderTexts.price,
  closing_day: builderTexts.closingDay,
  closing_time: builderTexts.closingTime,
  selection_day: builderTexts.selectionDay,
  delivery_day: builderTexts.deliveryDay,
  standalone: { en: 'Standalone', fr: 'Travail qui forme un tout' },
  no_capacity: { en: 'Nobody available', fr: 'Personne de disponible' },
  unclassified: { en: 'Unclassified', fr: 'Non classifié' },
}
