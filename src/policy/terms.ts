import { day } from '../platform/day.ts'
import type { Text } from '../platform/i18n.ts'
import type { Versioned } from './versions.ts'

export type TermsClause = { readonly id: string; readonly heading: Text; readonly text: Text }
export type Terms = Versioned & {
  readonly title: Text
  readonly opening: Text
  readonly clauses: readonly TermsClause[]
}

const version1: Terms = {
  version: '1',
  from: day('2019-07-01'),
  title: { en: 'Terms of the work', fr: 'Conditions du travail' },
  opening: {
    en: 'These terms and the opportunity, with its published amendments and answers, are the whole contract between the department (for Canada) and the supplier. The opportunity names the work, the price, the licence and the dates. Work starts once both have signed.',
    fr: 'Les présentes conditions et l’occasion, avec ses modifications et réponses publiées, forment tout le contrat entre le ministère (pour le Canada) et le fournisseur. L’occasion précise le travail, le prix, la licence et les dates. Le travail commence quand les deux parties ont signé.',
  },
  clauses: [
    clause(
      'work',
      'The work',
      'The supplier does the work described, meets each work acceptance criterion and delivers to the repository named by the delivery date. The person named in the application does the work.',
      'Le travail',
      'Le fournisseur fait le travail décrit, satisfait à chaque critère d’acceptation du travail et livre dans le dépôt indiqué au plus tard à la date de livraison. La personne nommée dans la candidature fait le travail.',
    ),
    clause(
      'help',
      'What the department provides',
      'The department provides what the opportunity lists, by the dates given there. If it is late, the delivery date moves by as many days.',
      'Ce que le ministère fournit',
      'Le ministère fournit ce que l’occasion énumère, aux dates qui y figurent. S’il est en retard, la date de livraison est reportée d’autant de jours.',
    ),
    clause(
      'price',
      'Price and payment',
      'The price is fixed; it pays for all the work and all expenses. A registered supplier adds its sales taxes. The total with taxes stays within the limit. Once the work is accepted and a correct invoice received, the department aims to pay within 7 days, and pays within 30. It pays by card or PayPal; the supplier adds no fee.',
      'Prix et paiement',
      'Le prix est fixe; il couvre tout le travail et tous les frais. Un fournisseur inscrit ajoute ses taxes de vente. Le total, taxes comprises, respecte la limite. Une fois le travail accepté et une facture exacte reçue, le ministère vise à payer dans les 7 jours et paie dans les 30 jours. Il paie par carte ou par PayPal; le fournisseur n’ajoute aucuns frais.',
    ),
    clause(
      'acceptance',
      'Acceptance',
      'The department checks the delivered work against the work acceptance criteria and nothing else. If a criterion is not met, it says which and why, and the supplier can correct the work and deliver it again.',
      'Acceptation',
      'Le ministère vérifie le travail livré selon les critères d’acceptation du travail et rien d’autre. Si un critère n’est pas satisfait, il indique lequel et pourquoi; le fournisseur peut alors corriger le travail et le livrer de nouveau.',
    ),
    clause(
      'rights',
      'Rights in the code',
      'The supplier keeps its copyright and publishes the work under the open-source licence named in the opportunity, for everyone. The supplier has the right to do so: it names the parts made by others or by a machine, and their licences allow this use.',
      'Droits sur le code',
      'Le fournisseur conserve son droit d’auteur et publie le travail sous la licence ouverte indiquée dans l’occasion, au bénéfice de tout le monde. Il a le droit de le faire : il indique les parties faites par d’autres ou par une machine, et leurs licences permettent cet usage.',
    ),
    clause(
      'information',
      'Information',
      'Everything in this work is unclassified and may be public. The supplier uses personal information only for the work, protects it, and deletes it at the end. The supplier’s name, the price and the result are published.',
      'Renseignements',
      'Rien dans ce travail n’est classifié et tout peut être public. Le fournisseur n’utilise des renseignements personnels que pour le travail, les protège et les supprime à la fin. Le nom du fournisseur, le prix et le résultat sont publiés.',
    ),
    clause(
      'independence',
      'Independence and interests',
      'The supplier is independent: nobody becomes an employee or an agent of Canada. It has no conflict of interest, gave no gift or commission for this contract, and says so at once if that changes.',
      'Autonomie et intérêts',
      'Le fournisseur est autonome : personne ne devient employé ou mandataire du Canada. Il n’est pas en conflit d’intérêts, n’a donné ni cadeau ni commission pour ce contrat et signale aussitôt tout changement.',
    ),
    clause(
      'changes',
      'Changes',
      'A change to the work, the price or a date counts only when both have signed it in this system, before the work that it allows.',
      'Modifications',
      'Une modification du travail, du prix ou d’une date ne vaut que si les deux parties l’ont signée dans ce système, avant le travail qu’elle permet.',
    ),
    clause(
      'ending',
      'Ending early',
      'If the supplier cannot deliver by the date, it says so; both can agree on a later date. Without delivery, the department may end the contract and pays nothing. The department may also end it for its own reasons; it then pays the share of the work done.',
      'Fin anticipée',
      'Si le fournisseur ne peut livrer à temps, il le dit; les deux parties peuvent convenir d’une date plus tardive. Faute de livraison, le ministère peut mettre fin au contrat et ne paie rien. Il peut aussi y mettre fin pour ses propres raisons; il paie alors la part du travail accomplie.',
    ),
    clause(
      'liability',
      'Liability',
      'Each answers for the harm it causes by its own fault. After acceptance the code is used under its licence, without further warranty.',
      'Responsabilité',
      'Chacun répond du tort qu’il cause par sa faute. Après l’acceptation, le code est utilisé selon sa licence, sans autre garantie.',
    ),
    clause(
      'disagreement',
      'Disagreement',
      'Both first try to settle a disagreement by talking. The supplier may ask the Office of the Procurement Ombud for help. The laws of Canada and of the province of the department’s address apply. Both keep the records of this contract for seven years.',
      'Désaccord',
      'Les deux parties tentent d’abord de régler tout désaccord par la discussion. Le fournisseur peut demander l’aide du Bureau de l’ombud de l’approvisionnement. Les lois du Canada et de la province où le ministère a son adresse s’appliquent. Les deux parties conservent les documents du contrat pendant sept ans.',
    ),
  ],
}

/** The one-page terms that supplier and department sign. Our own words, for a department’s counsel to confirm. */
export const terms: readonly [Terms, ...Terms[]] = [version1]

function clause(id: string, enHeading: string, en: string, frHeading: string, fr: string): TermsClause {
  return { id, heading: { en: enHeading, fr: frHeading }, text: { en, fr } }
}
