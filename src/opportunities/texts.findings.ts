import { formatNumber } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import type { CriterionSubject } from '../policy/rules.ts'
import { markNames } from '../scanning/texts.ts'
import type { Finding, StatementField } from './rules.readiness.ts'
import { listTexts, pairTexts } from './texts.statement.ts'

type Detailed = Extract<
  Finding,
  {
    code:
      | 'provision_without_day'
      | 'provision_after_delivery'
      | 'too_long'
      | 'too_many_rows'
      | 'subject_missing'
      | 'criterion_vague'
      | 'criterion_without_verb'
      | 'without_equivalent'
      | 'marked'
      | 'hard_to_read'
      | 'licence_differs'
      | 'link_dead'
  }
>

/** The sentences of findings that name a row, a word, a sentence, a licence or a link. */
export function textOfDetail(finding: Detailed): Text {
  const { en, fr } = whereOf(finding)
  switch (finding.code) {
    case 'provision_without_day':
      return {
        en: `${en}: give it a date. Suppliers plan around what you provide.`,
        fr: `${fr} : donnez une date. Les fournisseurs s’organisent selon ce que vous fournissez.`,
      }
    case 'provision_after_delivery':
      return {
        en: `${en}: provide it before the delivery date; a supplier needs it to do the work.`,
        fr: `${fr} : à fournir avant la date de livraison; le fournisseur en a besoin pour faire le travail.`,
      }
    case 'too_long':
      return {
        en: `${en}: use ${formatNumber(finding.most, 'en')} characters or fewer.`,
        fr: `${fr} : utilisez au plus ${formatNumber(finding.most, 'fr')} caractères.`,
      }
    case 'too_many_rows':
      return {
        en: `${en}: keep ${formatNumber(finding.most, 'en')} at most.`,
        fr: `${fr} : gardez-en au plus ${formatNumber(finding.most, 'fr')}.`,
      }
    case 'subject_missing':
      return subjectMissing[finding.subject]
    case 'criterion_vague':
      return {
        en: `${en}: can it be answered yes or no? Say how “${finding.word}” is measured.`,
        fr: `${fr} : peut-on y répondre par oui ou par non? Dites comment se mesure « ${finding.word} ».`,
      }
    case 'criterion_without_verb':
      return {
        en: `${en}: say what must be true, with a verb, so that it can be answered yes or no.`,
        fr: `${fr} : dites ce qui doit être vrai, avec un verbe, pour qu’on puisse y répondre par oui ou par non.`,
      }
    case 'without_equivalent':
      return {
        en: `${en}: write “${finding.product} or similar”. Good people stay away when only one product counts.`,
        fr: `${fr} : écrivez « ${finding.product} ou l’équivalent ». De bonnes candidatures se perdent quand un seul produit compte.`,
      }
    case 'marked':
      return {
        en: `${en}: what looks like ${markNames[finding.kind].en} must be removed or explained.`,
        fr: `${fr} : ${markNames[finding.kind].fr}, semble-t-il; à retirer ou à expliquer.`,
      }
    case 'hard_to_read':
      return {
        en: `${en}: hard to read. Cut the longest sentence: “${shortened(finding.sentence)}”`,
        fr: `${fr} : difficile à lire. Coupez la phrase la plus longue : « ${shortened(finding.sentence)} »`,
      }
    case 'licence_differs':
      return {
        en: `The repository has the licence ${finding.theirs}, and the statement names another. Take the same one, or make sure that both fit together.`,
        fr: `Le dépôt est sous licence ${finding.theirs}, et l’énoncé en nomme une autre. Prenez la même ou assurez-vous qu’elles sont compatibles.`,
      }
    case 'link_dead':
      return {
        en: `A link leads nowhere: ${finding.url}`,
        fr: `Un lien ne mène nulle part : ${finding.url}`,
      }
  }
}

/** The field or the row, and its language where the finding has one. */
function whereOf(finding: Detailed): Text {
  const { field } = finding
  const name: Text = isPair(field)
    ? pairTexts[field].label
    : isList(field)
      ? 'place' in finding && finding.place !== undefined
        ? listTexts[field].row(finding.place)
        : listTexts[field].label
      : { en: '', fr: '' }
  if (!('language' in finding)) return name
  const of = languageIn[finding.language]
  return { en: `${name.en} (${of.en})`, fr: `${name.fr} (${of.fr})` }
}

const shortened = (sentence: string): string =>
  sentence.length <= SHOWN ? sentence : `${sentence.slice(0, sentence.lastIndexOf(' ', SHOWN))}…`
const SHOWN = 120

const subjectMissing: Record<CriterionSubject, Text> = {
  licence: {
    en: 'Add a work criterion about the licence file: without one, nobody may reuse the code.',
    fr: 'Ajoutez un critère du travail sur le fichier de licence : sans lui, personne ne peut réutiliser le code.',
  },
  requirements: {
    en: 'Add a work criterion about requirements and documentation: what to install, how to run it.',
    fr: 'Ajoutez un critère du travail sur les prérequis et la documentation : quoi installer, comment exécuter le code.',
  },
  security: {
    en: 'Add a work criterion about an automated security check.',
    fr: 'Ajoutez un critère du travail sur une vérification automatisée de la sécurité.',
  },
  accessibility: {
    en: 'Add a work criterion about accessibility: people will use the interface.',
    fr: 'Ajoutez un critère du travail sur l’accessibilité : des gens se serviront de l’interface.',
  },
}

export const isPair = (field: StatementField): field is keyof typeof pairTexts => Object.hasOwn(pairTexts, field)
export const isList = (field: StatementField): field is keyof typeof listTexts => Object.hasOwn(listTexts, field)

export const languageIn: Record<Language, Text> = {
  en: { en: 'English', fr: 'anglais' },
  fr: { en: 'French', fr: 'français' },
}
