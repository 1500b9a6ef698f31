import { formatMoney, formatNumber } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { closingWarningTexts } from '../policy/posting.ts'
import type { Finding, PlainCode, StatementField } from './rules.readiness.ts'
import { isList, isPair, languageIn, textOfDetail } from './texts.findings.ts'
import { listTexts, pairTexts } from './texts.statement.ts'

/** What a finding says, in plain words. */
export function findingText(finding: Finding): Text {
  switch (finding.code) {
    case 'missing': {
      const field = finding.field
      const label = isPair(field) ? pairTexts[field].label : { en: field, fr: field }
      return {
        en: `${label.en}: write it in ${languageIn[finding.language].en}.`,
        fr: `${label.fr}\u00a0: à écrire en ${languageIn[finding.language].fr}.`,
      }
    }
    case 'row_missing': {
      const row = isList(finding.field) ? listTexts[finding.field].row(finding.place) : { en: '', fr: '' }
      return {
        en: `${row.en}: write it in ${languageIn[finding.language].en}. Each item exists in both languages.`,
        fr: `${row.fr}\u00a0: à écrire en ${languageIn[finding.language].fr}. Chaque élément existe dans les deux langues.`,
      }
    }
    case 'price_over_ceiling':
      return {
        en: `Lower the price to ${formatMoney(finding.ceiling, 'en')} at most, so that price and tax stay within the limit.`,
        fr: `Ramenez le prix à ${formatMoney(finding.ceiling, 'fr')} au plus, pour que le prix et les taxes restent dans la limite.`,
      }
    case 'rate_unusual':
      return {
        en: `The price comes to ${formatMoney(finding.rate, 'en')} an hour; suggested rates are ${formatMoney(finding.min, 'en')} to ${formatMoney(finding.max, 'en')}.`,
        fr: `Le prix revient à ${formatMoney(finding.rate, 'fr')} l’heure; les taux proposés vont de ${formatMoney(finding.min, 'fr')} à ${formatMoney(finding.max, 'fr')}.`,
      }
    case 'closing_too_soon':
      return {
        en: `Choose a later closing: the notice must be posted for at least ${finding.minimum} business days, and this leaves ${finding.days}.`,
        fr: `Choisissez une clôture plus tardive\u00a0: l’avis doit être affiché au moins ${finding.minimum} jours ouvrables; il en resterait ${finding.days}.`,
      }
    case 'too_many_hours_a_week':
      return {
        en: `Choose a later delivery: this one asks for ${formatNumber(finding.hours, 'en', 1)} hours a week, and ${formatNumber(finding.most, 'en')} is the most.`,
        fr: `Choisissez une livraison plus tardive\u00a0: celle-ci demande ${formatNumber(finding.hours, 'fr', 1)} heures par semaine, et le maximum est de ${formatNumber(finding.most, 'fr')}.`,
      }
    case 'provision_without_day':
    case 'provision_after_delivery':
    case 'too_long':
    case 'too_many_rows':
    case 'subject_missing':
    case 'criterion_vague':
    case 'criterion_without_verb':
    case 'without_equivalent':
    case 'marked':
    case 'hard_to_read':
    case 'licence_differs':
    case 'link_dead':
      return textOfDetail(finding)
    default:
      return plainFindings[finding.code]
  }
}

const plainFindings: Record<PlainCode, Text> = {
  ...closingWarningTexts,
  no_skills: { en: 'Name at least one skill.', fr: 'Nommez au moins une compétence.' },
  no_work_criteria: {
    en: 'Write at least one work acceptance criterion.',
    fr: 'Rédigez au moins un critère d’acceptation du travail.',
  },
  no_application_criteria: {
    en: 'Write at least one criterion for evaluating applications.',
    fr: 'Rédigez au moins un critère d’évaluation des candidatures.',
  },
  no_provisions: {
    en: 'Say what you provide and by when: access, sample data, somebody who answers. If it is nothing, say so.',
    fr: 'Dites ce que vous fournissez et quand : un accès, des échantillons, quelqu’un qui répond. Si ce n’est rien, dites-le.',
  },
  licence_missing: { en: 'Choose an open-source licence.', fr: 'Choisissez une licence ouverte.' },
  licence_unknown: {
    en: 'Choose one of the licences on the list.',
    fr: 'Choisissez une des licences de la liste.',
  },
  repository_missing: {
    en: 'Say where the code goes: your repository or the supplier’s.',
    fr: 'Dites où va le code\u00a0: dans votre dépôt ou dans celui du fournisseur.',
  },
  repository_address_missing: { en: 'Give the address of your repository.', fr: 'Donnez l’adresse de votre dépôt.' },
  repository_licence_unknown: {
    en: 'Say below which licence your repository has, so that it can be compared with the one of this statement.',
    fr: 'Dites plus bas quelle est la licence de votre dépôt, pour qu’elle soit comparée à celle de l’énoncé.',
  },
  hours_missing: {
    en: 'Estimate the hours: suppliers decide by them, and the delivery date is checked against them.',
    fr: 'Estimez les heures\u00a0: les fournisseurs s’y fient, et la date de livraison est vérifiée d’après elles.',
  },
  price_missing: { en: 'Set the fixed price.', fr: 'Fixez le prix.' },
  closing_missing: { en: 'Set the closing date and time.', fr: 'Fixez la date et l’heure de clôture.' },
  questions_closed: {
    en: 'Choose a later closing: the time for questions would be over before posting.',
    fr: 'Choisissez une clôture plus tardive\u00a0: la période de questions prendrait fin avant l’affichage.',
  },
  selection_missing: { en: 'Set the selection date.', fr: 'Fixez la date de sélection.' },
  selection_before_closing: {
    en: 'Choose a selection date after the day of closing.',
    fr: 'Choisissez une date de sélection après le jour de la clôture.',
  },
  selection_not_a_business_day: {
    en: 'The selection date is not a business day: nobody will be there to choose.',
    fr: 'La date de sélection n’est pas un jour ouvrable : personne ne pourra choisir.',
  },
  delivery_missing: { en: 'Set the delivery date.', fr: 'Fixez la date de livraison.' },
  delivery_before_selection: {
    en: 'Choose a delivery date after the selection date.',
    fr: 'Choisissez une date de livraison après la date de sélection.',
  },
  delivery_not_a_business_day: {
    en: 'The delivery date is not a business day: nobody will be there to receive the work.',
    fr: 'La date de livraison n’est pas un jour ouvrable : personne ne pourra recevoir le travail.',
  },
  delivery_in_next_year: {
    en: 'The work ends after March 31: it needs next year’s money, or a payable at year-end (PAYE).',
    fr: 'Le travail se termine après le 31 mars\u00a0: il faut les fonds du prochain exercice ou un créditeur à la fin de l’exercice (CAFE).',
  },
  standalone_not_declared: {
    en: 'Declare that the work stands alone.',
    fr: 'Déclarez que le travail forme un tout.',
  },
  no_capacity_not_declared: {
    en: 'Declare that nobody on the team can do it now.',
    fr: 'Déclarez que personne dans l’équipe ne peut le faire en ce moment.',
  },
  unclassified_not_declared: {
    en: 'Declare that everything is unclassified.',
    fr: 'Déclarez que rien n’est classifié.',
  },
}

/** Which input of the builder a finding leads to. */
export function inputOf(finding: Finding, source: Language): string {
  const language = 'language' in finding ? finding.language : source
  if ('row' in finding && finding.row !== undefined) {
    const field = `${finding.field}.${finding.row}`
    return finding.code === 'provision_without_day' || finding.code === 'provision_after_delivery'
      ? `${field}_day`
      : `${field}_${language}`
  }
  return isPair(finding.field) ? `${finding.field}_${language}` : inputs[finding.field]
}

const inputs: Record<Exclude<StatementField, keyof typeof pairTexts>, string> = {
  skills: 'skills',
  workCriteria: 'workCriteria',
  applicationCriteria: 'applicationCriteria',
  provisions: 'provisions',
  licence: 'licence',
  repository: 'repository_kind',
  hours: 'hours',
  price: 'price',
  closing: 'closing_day',
  selectionDay: 'selection_day',
  deliveryDay: 'delivery_day',
  standalone: 'standalone',
  noCapacity: 'no_capacity',
  unclassified: 'unclassified',
}

export const readinessTexts = {
  title: { en: 'Readiness check', fr: 'Vérification' },
  ready: { en: 'Nothing is missing', fr: 'Rien ne manque' },
  readyMore: {
    en: 'The statement can be submitted. It is then frozen until somebody decides.',
    fr: 'L’énoncé peut être soumis. Il est ensuite figé jusqu’à une décision.',
  },
  blockingHead: (count: number): Text => ({
    en: count === 1 ? 'One thing to repair first' : `${count} things to repair first`,
    fr: count === 1 ? 'Une chose à corriger d’abord' : `${count} choses à corriger d’abord`,
  }),
  beforeHead: { en: 'Before posting: the other language', fr: 'Avant l’affichage\u00a0: l’autre langue' },
  adviceHead: { en: 'Advice', fr: 'Conseils' },
  submit: { en: 'Submit the statement', fr: 'Soumettre l’énoncé' },
  working: { en: 'Working time, in days or hours', fr: 'Temps de travail, en jours ou en heures' },
  workingHint: {
    en: 'What you spent on this step, such as 2 days or 3 h. It feeds the measures of the program.',
    fr: 'Le temps que vous avez consacré à cette étape, par exemple 2 jours ou 3 h. Il alimente les mesures du programme.',
  },
  back: { en: 'Back to the statement', fr: 'Revenir à l’énoncé' },
} as const
