import type { Text } from '../platform/i18n.ts'
import type { PaperKind } from '../policy/rules.ts'
import type { AddPaperRefusal, KeptPaperRefusal, MissingPaper, ReplyRefusal } from './rules.papers.ts'

export const paperKindNames: Record<PaperKind, Text> = {
  cfo_note: {
    en: 'Note of the chief financial officer',
    fr: 'Note de la dirigeante ou du dirigeant principal des finances',
  },
  cio_support: {
    en: 'Support of the chief information officer',
    fr: 'Appui de la dirigeante ou du dirigeant principal de l’information',
  },
  card_approval: {
    en: 'Card approval that names IT services',
    fr: 'Approbation de la carte visant les services informatiques',
  },
  paypal_justification: { en: 'PayPal justification', fr: 'Justification du recours à PayPal' },
  union_notice: { en: 'Notice to the bargaining agents', fr: 'Avis aux agents négociateurs' },
}

export const paperTexts = {
  title: { en: 'Authority papers', fr: 'Documents d’autorisation' },
  lead: {
    en: 'On what the department’s authority rests. They are shown to whoever approves spending or pays. While a paper that the policy requires is missing here, nothing can be posted.',
    fr: 'Ce sur quoi reposent les pouvoirs du ministère. Les personnes qui approuvent les dépenses ou qui paient les voient. Tant qu’un document exigé par la politique manque ici, rien ne peut être affiché.',
  },
  missingHead: {
    en: 'Nothing can be posted: papers are missing',
    fr: 'Rien ne peut être affiché\u00a0: il manque des documents',
  },
  allThere: {
    en: 'Every paper that the policy requires is here.',
    fr: 'Tous les documents exigés par la politique sont là.',
  },
  none: { en: 'No paper is recorded.', fr: 'Aucun document n’est consigné.' },
  listHead: { en: 'Recorded papers', fr: 'Documents consignés' },
  kind: { en: 'Kind', fr: 'Type' },
  paper: { en: 'Title', fr: 'Titre' },
  paperHint: { en: 'As it is written on the paper.', fr: 'Tel qu’il figure sur le document.' },
  language: { en: 'Language of the title', fr: 'Langue du titre' },
  dated: { en: 'Date of the paper', fr: 'Date du document' },
  validUntil: { en: 'Valid until', fr: 'Valide jusqu’au' },
  validUntilHint: { en: 'Leave empty when it has no end.', fr: 'Laissez vide s’il n’expire pas.' },
  link: { en: 'Link', fr: 'Lien' },
  linkHint: {
    en: 'Where staff read it. Give a link or a file, not both.',
    fr: 'Là où le personnel peut le lire. Donnez un lien ou un fichier, pas les deux.',
  },
  file: { en: 'File', fr: 'Fichier' },
  fileHint: { en: 'PDF or PNG, 5 MB at most.', fr: 'PDF ou PNG, 5 Mo au plus.' },
  addHead: { en: 'Record a paper', fr: 'Consigner un document' },
  add: { en: 'Record the paper', fr: 'Consigner le document' },
  remove: { en: 'Take off the list', fr: 'Retirer de la liste' },
  removeSaid: (title: string): Text => ({
    en: `Take “${title}” off the list`,
    fr: `Retirer «\u00a0${title}\u00a0» de la liste`,
  }),
  stands: { en: 'Valid', fr: 'Valide' },
  expired: { en: 'Expired', fr: 'Expiré' },
  status: { en: 'Today', fr: 'Aujourd’hui' },
  act: { en: 'Changes', fr: 'Changements' },
  required: { en: 'required', fr: 'exigé' },
  datedSince: (day: string): Text => ({ en: `Dated ${day}`, fr: `Daté du ${day}` }),
  datedUntil: (day: string, until: string): Text => ({
    en: `Dated ${day}, valid until ${until}`,
    fr: `Daté du ${day}, valide jusqu’au ${until}`,
  }),
  replyHead: { en: 'Reply of a bargaining agent', fr: 'Réponse d’un agent négociateur' },
  replySaid: (day: string): Text => ({ en: `Reply of ${day}`, fr: `Réponse du ${day}` }),
  noReply: { en: 'No reply recorded', fr: 'Aucune réponse consignée' },
  reply: { en: 'What they answered', fr: 'Ce qu’il a répondu' },
  replyDay: { en: 'Date of the reply', fr: 'Date de la réponse' },
  saveReply: { en: 'Record the reply', fr: 'Consigner la réponse' },
  related: { en: 'Also about authority', fr: 'Aussi au sujet des pouvoirs' },
  agentsHead: { en: 'Told of each posting', fr: 'Avisés de chaque affichage' },
  noAgents: {
    en: 'The policy names no bargaining agent to tell.',
    fr: 'La politique ne nomme aucun agent négociateur à aviser.',
  },
} as const

/** What is missing of a kind, in a sentence that says what to do. */
export const missingTexts: Record<MissingPaper['because'], (kind: Text) => Text> = {
  none: (kind) => ({ en: `${kind.en}: not recorded.`, fr: `${kind.fr}\u00a0: document non consigné.` }),
  expired: (kind) => ({
    en: `${kind.en}: expired; record the one that replaces it.`,
    fr: `${kind.fr}\u00a0: document expiré; consignez celui qui le remplace.`,
  }),
}

type PaperRefusal = AddPaperRefusal | KeptPaperRefusal | ReplyRefusal
export const paperRefusals: Record<PaperRefusal, Text> = {
  not_allowed: {
    en: 'Only the program team or an administrator keeps the papers.',
    fr: 'Seule l’équipe du programme ou l’administration tient les documents.',
  },
  ends_before_dated: {
    en: 'Its last day comes before its date. Choose a later last day.',
    fr: 'Son dernier jour précède sa date. Choisissez un dernier jour plus tardif.',
  },
  dated_in_the_future: {
    en: 'A paper is dated today or earlier.',
    fr: 'Un document est daté d’aujourd’hui ou d’un jour passé.',
  },
  link_or_file: { en: 'Give a link or a file, not both.', fr: 'Donnez un lien ou un fichier, pas les deux.' },
  not_pdf_or_png: {
    en: 'This file is neither a PDF nor a PNG, whatever its name says.',
    fr: 'Ce fichier n’est ni un PDF ni un PNG, quoi qu’en dise son nom.',
  },
  too_large: { en: 'The file is larger than 5 MB.', fr: 'Le fichier dépasse 5 Mo.' },
  no_such_paper: { en: 'This paper is no longer on the list.', fr: 'Ce document n’est plus sur la liste.' },
  not_a_notice: {
    en: 'Only a notice to bargaining agents has a reply.',
    fr: 'Seul un avis aux agents négociateurs a une réponse.',
  },
  already_replied: { en: 'The reply is recorded already.', fr: 'La réponse est déjà consignée.' },
  reply_before_notice: { en: 'The reply comes after the notice.', fr: 'La réponse vient après l’avis.' },
}
