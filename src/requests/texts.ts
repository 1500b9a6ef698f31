import type { Language, Text } from '../platform/i18n.ts'
import type { Criterion, DeclineReason, Go, RequestRefusal, RequestState, WithdrawReason } from './rules.ts'

/** Names of a request's states: those who ask and those who work on it do not see the same thing in them. */
export const stateNames: Record<'client' | 'program', Record<RequestState, Text>> = {
  client: {
    received: { en: 'We are reading it', fr: 'À l’étude' },
    accepted: { en: 'Accepted', fr: 'Acceptée' },
    declined: { en: 'Declined', fr: 'Refusée' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  },
  program: {
    received: { en: 'To screen', fr: 'À examiner' },
    accepted: { en: 'Accepted', fr: 'Acceptées' },
    declined: { en: 'Declined', fr: 'Refusées' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirées' },
  },
}

/** Each criterion as a question that yes answers well, and as a label. */
export const criterionTexts: Record<
  Criterion,
  { readonly question: Text; readonly hint?: Text; readonly short: Text }
> = {
  isCode: {
    question: { en: 'Is it code?', fr: 'S’agit-il de code?' },
    hint: {
      en: 'New code, a correction, tests or documentation in a repository. Not licences, training or staff.',
      fr: 'Du nouveau code, une correction, des tests ou de la documentation dans un dépôt. Ni licences, ni formation, ni personnel.',
    },
    short: { en: 'Code', fr: 'Code' },
  },
  isOpenSource: {
    question: {
      en: 'Will the code carry an open-source licence?',
      fr: 'Le code sera-t-il diffusé sous une licence ouverte?',
    },
    short: { en: 'Open source', fr: 'Code source ouvert' },
  },
  isUnclassified: {
    question: {
      en: 'Is everything unclassified, with no personal information?',
      fr: 'Tout est-il non classifié et sans renseignements personnels?',
    },
    short: { en: 'Unclassified', fr: 'Non classifié' },
  },
  isVirtual: {
    question: {
      en: 'Can the work be done from anywhere, without our networks?',
      fr: 'Le travail peut-il se faire de n’importe où, sans nos réseaux?',
    },
    short: { en: 'Done remotely', fr: 'À distance' },
  },
  isWithinLimit: {
    question: {
      en: 'Does it cost no more than the limit, taxes included?',
      fr: 'Le coût respecte-t-il la limite, taxes comprises?',
    },
    short: { en: 'Within the limit', fr: 'Dans la limite' },
  },
  isOwnDepartment: {
    question: { en: 'Is it for our own department?', fr: 'Est-ce pour notre propre ministère?' },
    short: { en: 'Our department', fr: 'Notre ministère' },
  },
  isMaintained: {
    question: {
      en: 'Will somebody review, merge and maintain the code?',
      fr: 'Quelqu’un se chargera-t-il de réviser, de fusionner et de tenir à jour le code?',
    },
    hint: {
      en: 'Code that nobody takes over is lost. A role or a team is enough.',
      fr: 'Un code que personne ne reprend est perdu. Un rôle ou une équipe suffit.',
    },
    short: { en: 'Maintained', fr: 'Tenu à jour' },
  },
}

export const answerNames: Record<'yes' | 'no' | 'unknown', Text> = {
  yes: { en: 'Yes', fr: 'Oui' },
  no: { en: 'No', fr: 'Non' },
  unknown: { en: 'I do not know', fr: 'Je ne sais pas' },
}
export const notKnown: Text = { en: 'Not known', fr: 'Inconnu' }

export const declineNames: Record<DeclineReason, Text> = {
  other_department: { en: 'For another department', fr: 'Pour un autre ministère' },
  not_code: { en: 'Not code', fr: 'Pas du code' },
  over_limit: { en: 'Over the limit', fr: 'Au-delà de la limite' },
  classified: { en: 'Classified or personal information', fr: 'Renseignements classifiés ou personnels' },
  not_open_source: { en: 'Not open source', fr: 'Code qui ne peut être ouvert' },
  no_maintainer: { en: 'Nobody to maintain the code', fr: 'Personne pour tenir le code à jour' },
  staffing: { en: 'A staffing need', fr: 'Besoin de personnel' },
  not_virtual: { en: 'Cannot be done remotely', fr: 'Impossible à distance' },
  other: { en: 'Another reason', fr: 'Autre motif' },
}

/** The reason as a sentence to the client. */
export const declineSentences: Record<DeclineReason, (referredTo: string | null) => Text> = {
  other_department: (to) => ({
    en: `The need belongs to another department${to ? `: ${to}` : ''}. Only that department can buy it.`,
    fr: `Le besoin relève d’un autre ministère${to ? `\u00a0: ${to}` : ''}. Lui seul peut faire cet achat.`,
  }),
  not_code: () => ({
    en: 'The need is not a piece of code, and a micro-acquisition buys nothing else.',
    fr: 'Le besoin ne porte pas sur du code, et une microacquisition ne sert à rien d’autre.',
  }),
  over_limit: () => ({
    en: 'The work would cost more than the limit, taxes included. It may not be cut into pieces to fit.',
    fr: 'Le travail dépasserait la limite, taxes comprises. Il ne peut être fractionné pour la respecter.',
  }),
  classified: () => ({
    en: 'The work touches classified or personal information.',
    fr: 'Le travail touche des renseignements classifiés ou personnels.',
  }),
  not_open_source: () => ({
    en: 'The code could not carry an open-source licence.',
    fr: 'Le code ne pourrait être diffusé sous une licence ouverte.',
  }),
  no_maintainer: () => ({
    en: 'Nobody would review, merge and maintain the code. Once that is settled, ask again.',
    fr: 'Personne ne pourrait réviser, fusionner et tenir à jour le code. Une fois ce point réglé, faites une nouvelle demande.',
  }),
  staffing: () => ({
    en: 'The need is for a person on your team. That is staffing, not a purchase.',
    fr: 'Le besoin vise une personne dans votre équipe. C’est de la dotation et non un achat.',
  }),
  not_virtual: () => ({
    en: 'The work cannot be done remotely.',
    fr: 'Le travail ne peut se faire à distance.',
  }),
  other: () => ({ en: 'Our reply below says why.', fr: 'Notre réponse ci-dessous explique pourquoi.' }),
}

export const withdrawNames: Record<WithdrawReason, Text> = {
  by_client: { en: 'The client does not go ahead', fr: 'Le client n’y donne pas suite' },
  no_reply: { en: 'The client does not answer', fr: 'Le client ne répond pas' },
}

export const goNames: Record<Go['said'], Text> = {
  go: { en: 'Go', fr: 'Feu vert' },
  no_go: { en: 'No Go', fr: 'Pas de feu vert' },
}

/** Each refusal says what to do about it. */
export const refusals: Record<RequestRefusal, Text> = {
  not_allowed: {
    en: 'Your role does not let you do this. Ask the program team.',
    fr: 'Votre rôle ne vous le permet pas. Adressez-vous à l’équipe du programme.',
  },
  own_request: {
    en: 'This is your own request: somebody else on the team must screen it.',
    fr: 'C’est votre propre demande\u00a0: une autre personne de l’équipe doit l’examiner.',
  },
  wrong_state: {
    en: 'Somebody acted on this request in the meantime. See below where it stands.',
    fr: 'Quelqu’un a agi sur cette demande entre-temps. Voyez ci-dessous où elle en est.',
  },
  criteria_contradict: {
    en: 'A criterion is answered no. Say that the request does not meet the criteria, or correct the answer.',
    fr: 'La réponse à un critère est non. Indiquez que la demande ne répond pas aux critères ou corrigez la réponse.',
  },
  no_criterion_failed: {
    en: 'Every criterion is answered yes. Say that the request meets the criteria, or correct an answer.',
    fr: 'La réponse à chaque critère est oui. Indiquez que la demande répond aux critères ou corrigez une réponse.',
  },
  does_not_meet: {
    en: 'A request that does not meet the criteria cannot be accepted. Decline it, or correct the answers.',
    fr: 'Une demande qui ne répond pas aux critères ne peut être acceptée. Refusez-la ou corrigez les réponses.',
  },
  reason_contradicts: {
    en: 'The reason does not agree with the answers: choose another reason, or answer that criterion no.',
    fr: 'Le motif ne concorde pas avec les réponses\u00a0: choisissez un autre motif ou répondez non à ce critère.',
  },
  maintainer_missing: {
    en: 'Say who will review, merge and maintain the code, or answer that it is not known.',
    fr: 'Indiquez qui se chargera du code ou répondez que ce n’est pas connu.',
  },
  department_own: {
    en: 'That is your own department. Choose the one that the need belongs to.',
    fr: 'C’est votre propre ministère. Choisissez celui dont relève le besoin.',
  },
  department_missing: {
    en: 'Name the department that the need belongs to.',
    fr: 'Nommez le ministère dont relève le besoin.',
  },
  reply_missing: {
    en: 'Write the reply: the client has no other explanation.',
    fr: 'Rédigez la réponse\u00a0: le client n’aura pas d’autre explication.',
  },
  statement_started: {
    en: 'A statement is started for this request: cancel its file instead. Once it was submitted, ask the program team.',
    fr: 'Un énoncé est commencé pour cette demande\u00a0: annulez plutôt son dossier. S’il a déjà été soumis, adressez-vous à l’équipe du programme.',
  },
  already_go: { en: 'The Go was already given.', fr: 'Le feu vert a déjà été donné.' },
  separation_of_duties: {
    en: 'You asked for this work, so somebody else must decide on the Go.',
    fr: 'Vous avez demandé ce travail\u00a0: une autre personne doit décider du feu vert.',
  },
  question_waits: {
    en: 'A question already waits for the client’s answer. Wait for it, or write to the client.',
    fr: 'Une question attend déjà la réponse du client. Attendez-la ou écrivez au client.',
  },
  question_missing: { en: 'Write the question.', fr: 'Rédigez la question.' },
  no_question: {
    en: 'No question waits for an answer any more.',
    fr: 'Aucune question n’attend plus de réponse.',
  },
  answer_missing: { en: 'Write your answer.', fr: 'Rédigez votre réponse.' },
  reason_missing: { en: 'Say why there is no Go.', fr: 'Indiquez pourquoi il n’y a pas de feu vert.' },
}

/** At which field of the form a refusal stands. */
export const refusalFields: Partial<Record<RequestRefusal, string>> = {
  criteria_contradict: 'meets',
  no_criterion_failed: 'meets',
  does_not_meet: 'outcome',
  reason_contradicts: 'reason',
  maintainer_missing: 'maintainer',
  department_missing: 'referredTo',
  department_own: 'referredTo',
  reply_missing: 'reply',
  reason_missing: 'goReason',
  question_missing: 'question',
  answer_missing: 'answer',
}

export const languageChoices: Record<Language, Text> = {
  en: { en: 'English', fr: 'En anglais' },
  fr: { en: 'French', fr: 'En français' },
}
