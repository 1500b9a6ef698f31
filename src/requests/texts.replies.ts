import type { Text } from '../platform/i18n.ts'
import type { DeclineReason } from './rules.ts'

/** What a client is told depends on these, besides the reason. */
export type ReplyFacts = {
  /** The need was started from something: its draft is written at the acceptance. */
  readonly started: boolean
  /** The department it was handed to is on this installation. */
  readonly handedOn: boolean
}
export type ReplyFor = 'accepted' | DeclineReason

/** What the letter says after the outcome and its reason, for each but the one whose reason only a person knows. */
export const replyTexts: Record<Exclude<ReplyFor, 'other'>, (facts: ReplyFacts) => Text> = {
  accepted: ({ started }) => ({
    en: `${started ? 'We began the statement from what you started with' : 'You can start the statement now'}: the work to be done, and how you will accept it. Each field has advice and an example, and you can stop and come back.\n\nMeanwhile, procurement decides whether the purchase may go ahead. The statement can be submitted once they said Go.`,
    fr: `${started ? 'Nous avons commencé l’énoncé à partir de ce que vous aviez fourni' : 'Vous pouvez commencer l’énoncé dès maintenant'}\u00a0: le travail à faire et la manière dont vous l’accepterez. Chaque champ est accompagné de conseils et d’un exemple; vous pouvez vous interrompre et y revenir.\n\nEntre-temps, l’approvisionnement décide si l’achat peut aller de l’avant. L’énoncé pourra être soumis dès son feu vert.`,
  }),
  other_department: ({ handedOn }) =>
    handedOn
      ? {
          en: 'We handed your request on to their program team, with your name and e-mail address. They will write to you.',
          fr: 'Nous avons transmis votre demande à l’équipe du programme de ce ministère, avec votre nom et votre adresse courriel. Elle vous écrira.',
        }
      : {
          en: 'We cannot hand it on for you: write to their procurement team, and send them this letter if it helps.',
          fr: 'Nous ne pouvons pas la transmettre à votre place\u00a0: écrivez à l’approvisionnement de ce ministère et joignez cette lettre, si elle est utile.',
        },
  not_code: () => ({
    en: 'Procurement knows the standing offers for licences, training and other services.',
    fr: 'L’approvisionnement connaît les offres à commandes pour les licences, la formation et les autres services.',
  }),
  over_limit: () => ({
    en: 'For a larger piece of work, capacity on demand or a contract may fit. Procurement can tell you which.',
    fr: 'Pour un travail plus vaste, la capacité sur demande ou un contrat peuvent convenir. L’approvisionnement vous dira quelle voie suivre.',
  }),
  classified: () => ({
    en: 'If the work can be done with made-up data, away from what is protected, describe it so and ask again.',
    fr: 'Si le travail peut se faire avec des données fictives, loin de ce qui est protégé, décrivez-le ainsi et faites une nouvelle demande.',
  }),
  not_open_source: () => ({
    en: 'If the code can be opened after all, or if a part that stands alone can be, ask again.',
    fr: 'Si le code peut finalement être ouvert, ou si une partie qui forme un tout peut l’être, faites une nouvelle demande.',
  }),
  not_virtual: () => ({
    en: 'If a copy of what is needed can be put in a public repository, ask again and say what you can provide.',
    fr: 'Si une copie du nécessaire peut être placée dans un dépôt public, faites une nouvelle demande et dites ce que vous pouvez fournir.',
  }),
  no_maintainer: () => ({
    en: 'A role or a team is enough. Your words stay on the page of this request: copy them when you ask again.',
    fr: 'Un rôle ou une équipe suffit. Votre texte demeure à la page de cette demande\u00a0: reprenez-le pour en faire une nouvelle.',
  }),
  staffing: () => ({
    en: 'Your human resources advisor can help you, or capacity on demand if the need lasts a few months.',
    fr: 'Votre service des ressources humaines peut vous aider, ou la capacité sur demande si le besoin dure quelques mois.',
  }),
}
