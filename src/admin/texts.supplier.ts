import type { Next } from '../applications/home.tsx'
import type { Text } from '../platform/i18n.ts'
import type { InHand } from './rules.supplier.ts'

type Words = Omit<Next, 'href' | 'by'>
type StateOf<Kind extends InHand['kind']> = Extract<InHand, { kind: Kind }>['state']

const nothing: Text = { en: 'Nothing. We write to you.', fr: 'Rien. Nous vous écrirons.' }
const yours = { yours: true, done: false } as const
const theirs = { yours: false, done: false, what: nothing } as const
const seeOffer: Text = { en: 'See the offer', fr: 'Voir l’offre' }
const seeWork: Text = { en: 'See the work', fr: 'Voir le travail' }
const seeInvoice: Text = { en: 'See the invoice', fr: 'Voir la facture' }

/** What a supplier reads about each of their files after the choice. */
export const inHandTexts: {
  readonly offer: Record<StateOf<'offer'>, Words>
  readonly contract: Record<StateOf<'contract'>, Words>
  readonly invoice: Record<StateOf<'invoice'>, Words>
} = {
  offer: {
    made: {
      ...yours,
      state: { en: 'Your turn', fr: 'À vous' },
      happening: { en: 'The work is offered to you', fr: 'Le travail vous est offert' },
      what: { en: 'Answer the offer', fr: 'Répondez à l’offre' },
      label: { en: 'Read and answer the offer', fr: 'Lire l’offre et y répondre' },
    },
    accepted: {
      ...theirs,
      state: { en: 'Waiting for Canada’s signature', fr: 'En attente de la signature du Canada' },
      happening: { en: 'You signed the terms', fr: 'Vous avez signé les conditions' },
      label: seeOffer,
    },
  },
  contract: {
    in_progress: {
      ...yours,
      state: { en: 'Your turn', fr: 'À vous' },
      happening: { en: 'The work is yours', fr: 'Le travail est à vous' },
      what: { en: 'Deliver the work', fr: 'Livrez le travail' },
      label: { en: 'Go to the work', fr: 'Aller au travail' },
    },
    revision_asked: {
      ...yours,
      state: { en: 'Your turn', fr: 'À vous' },
      happening: { en: 'The team asks for a revision', fr: 'L’équipe demande une révision' },
      what: { en: 'Read what is missing and deliver again', fr: 'Lisez ce qui manque et livrez de nouveau' },
      label: { en: 'Go to the work', fr: 'Aller au travail' },
    },
    delivered: {
      ...theirs,
      state: { en: 'Being checked', fr: 'En vérification' },
      happening: { en: 'The team is checking your work', fr: 'L’équipe vérifie votre travail' },
      label: seeWork,
    },
    accepted: {
      ...theirs,
      state: { en: 'Accepted', fr: 'Accepté' },
      happening: { en: 'Your work is accepted', fr: 'Votre travail est accepté' },
      what: {
        en: 'Nothing yet. We are drafting your invoice.',
        fr: 'Rien pour l’instant. Nous préparons votre facture.',
      },
      label: seeWork,
    },
    terminated: {
      ...theirs,
      state: { en: 'Ended', fr: 'Terminé' },
      happening: { en: 'The contract has ended', fr: 'Le contrat a pris fin' },
      what: { en: 'Nothing', fr: 'Rien' },
      label: seeWork,
    },
  },
  invoice: {
    drafted: {
      ...yours,
      state: { en: 'Your turn', fr: 'À vous' },
      happening: {
        en: 'Your work is accepted and your invoice is drafted',
        fr: 'Votre travail est accepté et votre facture est prête',
      },
      what: { en: 'Check your invoice and send it', fr: 'Vérifiez votre facture et envoyez-la' },
      label: { en: 'Go to the invoice', fr: 'Aller à la facture' },
    },
    returned: {
      ...yours,
      state: { en: 'Your turn', fr: 'À vous' },
      happening: { en: 'Your invoice came back with a reason', fr: 'Votre facture vous a été retournée avec un motif' },
      what: { en: 'Correct it and send it again', fr: 'Corrigez-la et envoyez-la de nouveau' },
      label: { en: 'Go to the invoice', fr: 'Aller à la facture' },
    },
    sent: {
      ...theirs,
      state: { en: 'Invoice received', fr: 'Facture reçue' },
      happening: { en: 'Your invoice is being certified', fr: 'Votre facture est en cours d’attestation' },
      label: seeInvoice,
    },
    certified: {
      ...theirs,
      state: { en: 'Certified', fr: 'Attestée' },
      happening: { en: 'Your invoice is certified', fr: 'Votre facture est attestée' },
      label: seeInvoice,
    },
    entered: {
      ...theirs,
      state: { en: 'Payment coming', fr: 'Paiement en préparation' },
      happening: { en: 'The cardholder is about to pay you', fr: 'La personne titulaire de la carte va vous payer' },
      label: seeInvoice,
    },
    paid: {
      state: { en: 'Paid', fr: 'Payée' },
      happening: { en: 'You have been paid', fr: 'Le paiement est fait' },
      what: {
        en: 'Confirm that the money arrived, when you like',
        fr: 'Confirmez, quand vous voulez, que l’argent est arrivé',
      },
      yours: false,
      done: true,
      label: seeInvoice,
    },
  },
}
