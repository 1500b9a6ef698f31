import type { Text } from '../platform/i18n.ts'
import { type MessageKind, SOCIAL_MOST } from './rules.ts'

/** What a message says of a posting: taken from its statement, both languages; what is not decided yet is left out. */
export type MessageFacts = {
  readonly department: Text
  readonly title: Text
  readonly teaser: Text
  readonly skills: readonly Text[]
  /** As printed, with its cents, before tax. */
  readonly price: Text | null
  /** The closing in words, zone included. */
  readonly closing: Text | null
  readonly hours: number | null
  /** The address of the public page in each language. */
  readonly link: Text
  readonly mailbox: string
}

/** The draft of one message in both languages: people read it, change it and send it themselves. */
export function draftOf(kind: MessageKind, facts: MessageFacts): Text {
  const title = { en: facts.title.en || '[title to come]', fr: facts.title.fr || '[titre à venir]' }
  const named = { ...facts, title }
  return { en: english[kind](named).trim(), fr: french[kind](named).trim() }
}

const english: Record<MessageKind, (facts: MessageFacts) => string> = {
  social: ({ department, title, price, link }) =>
    short(title.en, (named) =>
      joined([
        `Paid open-source work, ${department.en}:`,
        `${named}.`,
        price && `Fixed price ${price.en}.`,
        `Apply in under two hours: ${link.en}`,
      ]),
    ),
  list: (facts) =>
    paragraphs([
      `Subject: ${facts.title.en}${facts.price ? `, ${facts.price.en}` : ''}`,
      'Hello,',
      `We are looking for somebody to do this piece of open-source work: ${facts.title.en}. ${facts.teaser.en}`,
      englishTerms(facts),
      'One person, a student, a freelancer or a small firm can apply; the form takes under two hours. Applications are judged without names. When several pass, one is drawn at random, in public.',
      `The work, the criteria and the form: ${facts.link.en}`,
      `Questions: ${facts.mailbox}`,
      facts.department.en,
    ]),
  newsletter: (facts) =>
    paragraphs([
      joined([
        `Code wanted (${facts.department.en}): small pieces of open-source work, bought at a fixed price. Now open: ${facts.title.en}.`,
        facts.teaser.en,
        englishTerms(facts),
        `Details and form: ${facts.link.en}`,
      ]),
    ]),
  groups: (facts) =>
    paragraphs([
      'Hello,',
      `Would you pass this on to your members? We pay for a small piece of open-source work that a student or a newcomer can do: ${facts.title.en}.`,
      facts.skills.length > 0 && `Skills: ${facts.skills.map(({ en }) => en).join(', ')}, or something similar.`,
      englishTerms(facts),
      'No earlier contract is needed, and neither is a firm. The code stays public, under the author’s name.',
      `Everything is here: ${facts.link.en}`,
      `We gladly answer questions, or visit a class or a meeting: ${facts.mailbox}`,
      facts.department.en,
    ]),
}

const french: Record<MessageKind, (facts: MessageFacts) => string> = {
  social: ({ department, title, price, link }) =>
    short(title.fr, (named) =>
      joined([
        `Travail rémunéré de code ouvert, ${department.fr}\u00a0:`,
        `${named}.`,
        price && `Prix fixe de ${price.fr}.`,
        `Moins de deux heures pour postuler\u00a0: ${link.fr}`,
      ]),
    ),
  list: (facts) =>
    paragraphs([
      `Objet\u00a0: ${facts.title.fr}${facts.price ? `, ${facts.price.fr}` : ''}`,
      'Bonjour,',
      `Nous cherchons quelqu’un pour réaliser ce petit travail de code ouvert\u00a0: ${facts.title.fr}. ${facts.teaser.fr}`,
      frenchTerms(facts),
      'Une personne seule, aux études ou à son compte, ou une petite entreprise peut postuler; le formulaire demande moins de deux heures. Les candidatures sont évaluées sans les noms. Si plusieurs sont recevables, l’une d’elles est tirée au sort, en public.',
      `Le travail, les critères et le formulaire\u00a0: ${facts.link.fr}`,
      `Questions\u00a0: ${facts.mailbox}`,
      facts.department.fr,
    ]),
  newsletter: (facts) =>
    paragraphs([
      joined([
        `Code recherché (${facts.department.fr})\u00a0: de petits travaux de code ouvert, achetés à prix fixe. Occasion à saisir\u00a0: ${facts.title.fr}.`,
        facts.teaser.fr,
        frenchTerms(facts),
        `Détails et formulaire\u00a0: ${facts.link.fr}`,
      ]),
    ]),
  groups: (facts) =>
    paragraphs([
      'Bonjour,',
      `Pourriez-vous faire suivre ce message à vos membres? Nous rémunérons un petit travail de code ouvert à la portée d’une personne aux études ou qui débute\u00a0: ${facts.title.fr}.`,
      facts.skills.length > 0 &&
        `Compétences\u00a0: ${facts.skills.map(({ fr }) => fr).join(', ')}, ou quelque chose de semblable.`,
      frenchTerms(facts),
      'Nul besoin d’un contrat antérieur ni d’une entreprise. Le code reste public, au nom de la personne qui l’a écrit.',
      `Tout est ici\u00a0: ${facts.link.fr}`,
      `Nous répondons volontiers aux questions et pouvons venir en classe ou à une rencontre\u00a0: ${facts.mailbox}`,
      facts.department.fr,
    ]),
}

const englishTerms = ({ price, hours, closing }: MessageFacts): string =>
  joined([
    price && `Fixed price: ${price.en}, before tax, paid within days of the invoice.`,
    hours !== null && `About ${hours} hours of work.`,
    closing && `Applications close ${closing.en}.`,
  ])

const frenchTerms = ({ price, hours, closing }: MessageFacts): string =>
  joined([
    price && `Prix fixe\u00a0: ${price.fr}, avant taxes, versé dans les jours qui suivent la facture.`,
    hours !== null && `Environ ${hours} heures de travail.`,
    closing && `Clôture des candidatures\u00a0: ${closing.fr}.`,
  ])

/** The text with its title, cut so that the whole stays as short as a social post must be. */
function short(title: string, whole: (named: string) => string): string {
  const text = whole(title)
  const over = [...text].length - SOCIAL_MOST
  if (over <= 0) return text
  const cut = [...title].slice(0, Math.max(0, [...title].length - over - 1)).join('')
  return whole(`${cut.trimEnd()}…`).replace('….', '…')
}

const joined = (parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join(' ')
const paragraphs = (parts: readonly (string | null | false)[]): string => parts.filter(Boolean).join('\n\n')
