import type { Text } from '../platform/i18n.ts'
import type { Option, OptionAnswers, OptionQuestion, OptionReason } from './rules.options.ts'

const NBSP = '\u00a0'

export const optionTexts = {
  title: { en: 'Which option fits', fr: 'Quelle option convient' },
  description: {
    en: 'Four questions that lead a government team to micro-acquisition, sole source or capacity on demand, with the time each takes.',
    fr: 'Quatre questions qui mènent une équipe à la microacquisition, au fournisseur unique ou à la capacité sur demande, et le temps de chacune.',
  },
  lead: {
    en: 'Four questions, no signing in. The answer says why, and how long each way of buying takes.',
    fr: `Quatre questions, sans connexion. La réponse dit pourquoi, et combien de temps prend chaque manière d’acheter.`,
  },
  see: { en: 'See which option fits', fr: 'Voir l’option qui convient' },
  again: { en: 'Change your answers', fr: 'Modifier vos réponses' },
  questions: { en: 'Four questions', fr: 'Quatre questions' },
  why: { en: 'Why', fr: 'Pourquoi' },
  ask: { en: 'Ask for micro-acquisition', fr: 'Demander une microacquisition' },
  anyway: { en: 'Ask the program team all the same', fr: 'Consulter quand même l’équipe du programme' },
  fromIssue: { en: 'Start from an issue instead', fr: 'Partir plutôt d’un ticket' },
  keeps: {
    en: 'The request keeps these answers; you can change them there.',
    fr: 'La demande conserve ces réponses; vous pourrez les y modifier.',
  },
  timesHead: { en: 'How long each takes', fr: 'Le temps de chacune' },
  timesLead: {
    en: 'Business days from the need to the payment, step by step one after the other. The first part of a bar ends when the work is received, the second with the payment.',
    fr: 'Jours ouvrables, du besoin au paiement, une étape après l’autre. La première partie d’une barre s’arrête à la réception du travail, la seconde au paiement.',
  },
  timesTitle: {
    en: 'Days of each option, from the need to the payment',
    fr: 'Jours de chaque option, du besoin au paiement',
  },
  way: { en: 'Way of buying', fr: 'Manière d’acheter' },
  toWork: { en: 'Until the work is received', fr: 'Jusqu’à la réception du travail' },
  toPayment: { en: 'Then until the payment', fr: 'Puis jusqu’au paiement' },
  total: { en: 'In all', fr: 'En tout' },
  microEstimate: { en: 'Micro-acquisition, estimate', fr: 'Microacquisition (prévu)' },
  soleEstimate: { en: 'Sole source, estimate', fr: 'Fournisseur unique (prévu)' },
  capacity: { en: 'Capacity on demand', fr: 'Capacité sur demande' },
  actual: (files: string): Text => ({
    en: `Micro-acquisition, actual (${files})`,
    fr: `Microacquisition (réel, ${files})`,
  }),
  actualShort: { en: 'Micro-acquisition, actual', fr: 'Microacquisition (réel)' },
  files: { one: { en: 'file', fr: 'dossier' }, many: { en: 'files', fr: 'dossiers' } },
  actualNote: {
    en: 'Actual: the mean of each step that has ended here at least once. A step that no file has reached is not in it.',
    fr: `Réel${NBSP}: moyenne de chaque étape franchie ici au moins une fois. Une étape qu’aucun dossier n’a atteinte n’y figure pas.`,
  },
  source: {
    en: 'Source of the estimates: closeout report of the micro-acquisition pilot, Annex A. It has no figure for capacity on demand.',
    fr: `Source des estimations${NBSP}: bilan du projet pilote de microacquisition, annexe A. Il ne donne aucun chiffre pour la capacité sur demande.`,
  },
  stepByStep: { en: 'Step by step', fr: 'Étape par étape' },
  step: { en: 'Step', fr: 'Étape' },
  compareHead: { en: 'What else tells them apart', fr: 'Ce qui les distingue aussi' },
  compareSource: {
    en: 'Source: closeout report of the pilot, Annex C.',
    fr: `Source${NBSP}: bilan du projet pilote, annexe C.`,
  },
  question: { en: 'Question', fr: 'Question' },
} as const

export const optionNames: Record<Option, Text> = {
  micro: { en: 'Micro-acquisition', fr: 'Microacquisition' },
  sole_source: { en: 'Sole source', fr: 'Fournisseur unique' },
  capacity: { en: 'Capacity on demand', fr: 'Capacité sur demande' },
  elsewhere: { en: 'Another way of buying', fr: 'Une autre manière d’acheter' },
}

/** The advice in one line, and what to do with it. */
export const adviceTexts: Record<Option, { readonly head: Text; readonly next: Text }> = {
  micro: {
    head: { en: 'Micro-acquisition fits', fr: 'La microacquisition convient' },
    next: {
      en: 'A fixed price, posted for anyone to apply, paid by card or PayPal.',
      fr: 'Un prix fixe, une occasion ouverte à tout le monde, un paiement par carte ou PayPal.',
    },
  },
  sole_source: {
    head: {
      en: 'Sole source fits, with a justification',
      fr: 'Le fournisseur unique convient, avec une justification',
    },
    next: {
      en: 'Write down why nobody else can do it, and take it to procurement.',
      fr: 'Consignez pourquoi nul autre ne peut le faire, puis adressez-vous à l’approvisionnement.',
    },
  },
  capacity: {
    head: { en: 'Capacity on demand fits better', fr: 'La capacité sur demande convient mieux' },
    next: {
      en: 'Procurement has arrangements for people who work with your team for a time.',
      fr: 'L’approvisionnement dispose d’un mécanisme pour des personnes qui travaillent pendant un certain temps avec votre équipe.',
    },
  },
  elsewhere: {
    head: {
      en: 'None of the three: another way of buying fits',
      fr: 'Aucune des trois\u00a0: une autre manière d’acheter convient',
    },
    next: {
      en: 'Ask procurement about standing offers and supply arrangements.',
      fr: 'Renseignez-vous auprès de l’approvisionnement sur les offres à commandes et les arrangements en matière d’approvisionnement.',
    },
  },
}

export const reasonTexts: Record<OptionReason, Text> = {
  fits: {
    en: 'It is code that anyone who knows how may write: nothing else is as short.',
    fr: 'C’est du code que toute personne compétente peut écrire\u00a0: rien n’est plus court.',
  },
  person_wanted: {
    en: 'You need a person for a time, not a piece of work with an end. A micro-acquisition buys a result, never hours.',
    fr: 'Il vous faut quelqu’un pendant un certain temps, et non un travail qui a une fin. Une microacquisition achète un résultat, jamais des heures.',
  },
  product_wanted: {
    en: 'A licence, a subscription or training is a product. A micro-acquisition buys code and nothing else.',
    fr: 'Une licence, un abonnement ou une formation est un produit. Une microacquisition n’achète que du code.',
  },
  not_code: {
    en: 'A micro-acquisition buys code: new code, a correction, tests or documentation in a repository.',
    fr: 'Une microacquisition achète du code\u00a0: du nouveau code, une correction, des tests ou de la documentation dans un dépôt.',
  },
  one_supplier: {
    en: 'Only one supplier can do it, so there is nobody to choose from. That must be justified in writing.',
    fr: 'Un seul fournisseur peut le faire\u00a0: il n’y a donc aucun choix. Cela se justifie par écrit.',
  },
  not_in_open: {
    en: 'The work cannot be done in the open. A micro-acquisition needs an open licence, nothing classified or personal, and no access to your networks.',
    fr: 'Le travail ne peut se faire au grand jour. Une microacquisition exige une licence ouverte, rien de classifié ni de personnel, et aucun accès à vos réseaux.',
  },
  above_limit: {
    en: 'It costs more than the limit, taxes included, and may not be cut into pieces to fit.',
    fr: 'Le coût dépasse la limite, taxes comprises, et ne peut être fractionné pour la respecter.',
  },
  open_to_check: {
    en: 'To check with you: an open licence, nothing classified or personal, work from anywhere.',
    fr: 'À vérifier avec vous\u00a0: licence ouverte, rien de classifié ni de personnel, travail à distance.',
  },
  cost_to_check: {
    en: 'To check with you: the price. Suggested rates and hours lead to it quickly.',
    fr: 'À vérifier avec vous\u00a0: le prix. Les taux et les heures proposés y mènent vite.',
  },
  supplier_to_check: {
    en: 'Who could do it need not be known: anyone may apply.',
    fr: 'Nul besoin de savoir qui pourrait le faire\u00a0: tout le monde peut postuler.',
  },
}

type QuestionTexts<Q extends OptionQuestion> = {
  readonly label: Text
  readonly hint?: Text
  readonly answers: Record<OptionAnswers[Q], { readonly label: Text; readonly hint?: Text }>
}
const dontKnow: Text = { en: 'I do not know', fr: 'Je ne sais pas' }

export const questionTexts: { readonly [Q in OptionQuestion]: QuestionTexts<Q> } = {
  what: {
    label: { en: 'What do you need?', fr: 'De quoi avez-vous besoin?' },
    answers: {
      code: {
        label: { en: 'A piece of code', fr: 'Un travail de programmation' },
        hint: {
          en: 'A correction, a feature, a script, tests or documentation: it has an end that one can check.',
          fr: 'Une correction, une fonction, un script, des tests ou de la documentation\u00a0: un travail dont on peut vérifier la fin.',
        },
      },
      person: {
        label: { en: 'A person on the team for a time', fr: 'Quelqu’un dans l’équipe pendant un certain temps' },
      },
      product: {
        label: { en: 'A licence, a subscription or training', fr: 'Une licence, un abonnement ou une formation' },
      },
      other: { label: { en: 'Something else', fr: 'Autre chose' } },
    },
  },
  inOpen: {
    label: { en: 'Can the work be done in the open?', fr: 'Le travail peut-il se faire au grand jour?' },
    hint: {
      en: 'An open-source licence, nothing classified or personal, from anywhere, without your networks.',
      fr: 'Une licence ouverte, rien de classifié ni de personnel, un travail à distance, sans accès à vos réseaux.',
    },
    answers: {
      yes: { label: { en: 'Yes, all of it', fr: 'Oui, en entier' } },
      no: { label: { en: 'No', fr: 'Non' } },
      unknown: { label: dontKnow },
    },
  },
  cost: {
    label: { en: 'What would it cost, taxes included?', fr: 'Combien cela coûterait-il, taxes comprises?' },
    answers: {
      within: { label: { en: 'No more than the limit', fr: 'Au plus la limite' } },
      above: { label: { en: 'More than that', fr: 'Davantage' } },
      unknown: { label: dontKnow },
    },
  },
  supplier: {
    label: { en: 'Who could do it?', fr: 'Qui pourrait le faire?' },
    answers: {
      anyone: { label: { en: 'Anyone who knows how', fr: 'Toute personne compétente' } },
      only_one: { label: { en: 'Only one supplier', fr: 'Un seul fournisseur' } },
      unknown: { label: dontKnow },
    },
  },
}

/** The same answers where the question is not beside them. */
export const openNames: Record<OptionAnswers['inOpen'], Text> = {
  yes: { en: 'In the open', fr: 'Au grand jour' },
  no: { en: 'Not in the open', fr: 'Pas au grand jour' },
  unknown: { en: 'In the open: not known', fr: 'Au grand jour\u00a0: inconnu' },
}
export const costNames: Record<OptionAnswers['cost'], Text> = {
  within: { en: 'Within the limit', fr: 'Dans la limite' },
  above: { en: 'Above the limit', fr: 'Au-delà de la limite' },
  unknown: { en: 'Cost not known', fr: 'Coût inconnu' },
}
export const supplierNames: Record<OptionAnswers['supplier'], Text> = {
  anyone: { en: 'Anyone could do it', fr: 'Toute personne compétente le pourrait' },
  only_one: { en: 'Only one supplier could', fr: 'Un seul fournisseur le pourrait' },
  unknown: { en: 'Suppliers not known', fr: 'Fournisseurs inconnus' },
}

/** Annex C, row by row: micro-acquisition, sole source, capacity on demand. */
export const comparisons: readonly { readonly question: Text; readonly answers: readonly [Text, Text, Text] }[] = [
  {
    question: { en: 'Processed by procurement?', fr: 'Traité par l’approvisionnement?' },
    answers: [no(), yes(), yes()],
  },
  {
    question: { en: 'Paid by', fr: 'Payé par' },
    answers: [{ en: 'Card or PayPal', fr: 'Carte ou PayPal' }, deposit(), deposit()],
  },
  {
    question: {
      en: 'Limited to the few suppliers that the client knows?',
      fr: 'Limité aux quelques fournisseurs que le client connaît?',
    },
    answers: [no(), yes(), no()],
  },
  {
    question: { en: 'Open to small firms and freelancers?', fr: 'Ouvert aux petites entreprises et aux pigistes?' },
    answers: [yes(), yes(), no()],
  },
]

function yes(): Text {
  return { en: 'Yes', fr: 'Oui' }
}
function no(): Text {
  return { en: 'No', fr: 'Non' }
}
function deposit(): Text {
  return { en: 'Direct deposit', fr: 'Dépôt direct' }
}
