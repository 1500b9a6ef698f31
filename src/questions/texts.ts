import { formatNumber } from '../platform/format.ts'
import type { Text } from '../platform/i18n.ts'
import type { AnsweringRefusal } from './rules.answering.ts'
import type { AskRefusal, ConfirmRefusal, DeclineReason, QuestionState } from './rules.ts'

/** Why a question is not answered, as its asker reads it. */
export const declineTexts: Record<DeclineReason, Text> = {
  in_notice: {
    en: 'The notice answers it already.',
    fr: 'L’avis y répond déjà.',
  },
  not_about_work: {
    en: 'It is not about this piece of work or how to apply for it.',
    fr: 'Elle ne porte ni sur ce travail ni sur la façon de postuler.',
  },
  confidential: {
    en: 'The answer would reveal what must not be made public.',
    fr: 'La réponse révélerait ce qui ne doit pas être rendu public.',
  },
  other: { en: 'The program gives this reason:', fr: 'Le programme donne le motif suivant\u00a0:' },
}

/** The same as staff choose it. */
export const declineChoices: Record<DeclineReason, Text> = {
  in_notice: { en: 'The notice answers it already', fr: 'L’avis y répond déjà' },
  not_about_work: {
    en: 'It is not about this work or how to apply',
    fr: 'Elle ne porte ni sur ce travail ni sur la façon de postuler',
  },
  confidential: {
    en: 'The answer would reveal what must not be public',
    fr: 'La réponse révélerait ce qui ne doit pas être public',
  },
  other: { en: 'Another reason, in words', fr: 'Un autre motif, à préciser' },
}

export const stateNames: Record<Exclude<QuestionState, 'unverified'>, Text> = {
  asked: { en: 'Waits for an answer', fr: 'En attente d’une réponse' },
  answered: { en: 'Published', fr: 'Publiée' },
  declined: { en: 'Declined', fr: 'Refusée' },
  duplicate: { en: 'Asked before', fr: 'Déjà posée' },
  lapsed: { en: 'Not answered before closing', fr: 'Sans réponse à la clôture' },
}

export const askRefusals: Record<AskRefusal | ConfirmRefusal, Text> = {
  not_for_staff: {
    en: 'Questions come from suppliers. Sign out to ask as somebody from outside.',
    fr: 'Les questions viennent des fournisseurs. Fermez votre session pour en poser une de l’extérieur.',
  },
  not_open: {
    en: 'This opportunity is closed: nobody can ask about it any more.',
    fr: 'Cette occasion est close\u00a0: la période de questions est terminée.',
  },
  past_cutoff: {
    en: 'The time to ask is over. Nothing was sent.',
    fr: 'La période de questions est terminée. Rien n’a été envoyé.',
  },
  no_words: { en: 'Write your question.', fr: 'Écrivez votre question.' },
  too_many_words: {
    en: 'Shorten the question: it has too many words.',
    fr: 'Raccourcissez la question\u00a0: elle compte trop de mots.',
  },
  too_many_requests: {
    en: 'Too many questions came from here. Wait a while, then send it again.',
    fr: 'Trop de questions sont venues d’ici. Attendez un peu, puis renvoyez la vôtre.',
  },
  unknown_link: {
    en: 'This link is not one of ours, or it was cut short. Open it again from the e-mail.',
    fr: 'Ce lien n’est pas le nôtre, ou il est incomplet. Ouvrez-le de nouveau à partir du courriel.',
  },
  link_expired: {
    en: 'The time to confirm this question is over. While questions are taken you can ask it again.',
    fr: 'Le délai pour confirmer cette question est écoulé. Tant que la période de questions dure, vous pouvez la poser de nouveau.',
  },
}

export const answeringRefusals: Record<AnsweringRefusal, Text> = {
  not_allowed: {
    en: 'Somebody else decides this: the client writes, the program team publishes.',
    fr: 'Cette décision revient à quelqu’un d’autre\u00a0: le client rédige, l’équipe du programme publie.',
  },
  wrong_state: {
    en: 'This question is decided already. The page shows how.',
    fr: 'Cette question est déjà réglée. La page montre comment.',
  },
  posting_closed: {
    en: 'The opportunity is closed: no answer is published any more, so that everybody applied with the same facts.',
    fr: 'L’occasion est close\u00a0: aucune réponse n’est plus publiée, pour que tout le monde ait postulé avec les mêmes renseignements.',
  },
  changed_meanwhile: {
    en: 'Somebody changed this answer while you wrote. Compare with what stands now, then send yours again.',
    fr: 'Quelqu’un a modifié cette réponse pendant que vous écriviez. Comparez avec la version actuelle, puis renvoyez la vôtre.',
  },
  answer_missing: {
    en: 'Write the answer in one language at least before handing it over.',
    fr: 'Rédigez la réponse dans une langue au moins avant de la transmettre.',
  },
  half_missing: {
    en: 'Question and answer go out in both languages: fill in what is empty.',
    fr: 'La question et la réponse paraissent dans les deux langues\u00a0: remplissez ce qui est vide.',
  },
  halves_differ: {
    en: 'An amount or a date stands in one language only. Both must say the same.',
    fr: 'Un montant ou une date ne figure que dans une langue. Les deux versions doivent dire la même chose.',
  },
  mask_left: {
    en: 'Write the question without […]: say the same in your own words, naming nobody.',
    fr: 'Reformulez la question sans […] : dites la même chose en vos mots, sans nommer personne.',
  },
  reveals_asker: {
    en: 'The question still says who asked: a name, an e-mail address, a telephone or a street. Write it without.',
    fr: 'La question révèle encore qui l’a posée\u00a0: un nom, une adresse courriel, un numéro de téléphone ou une rue. Reformulez-la sans cela.',
  },
  not_for_posting: {
    en: 'This holds something that must not be posted: a secret, a personal number, a security marking or an internal address.',
    fr: 'Ce texte contient ce qui ne doit pas être affiché\u00a0: un secret, un numéro personnel, une cote de sécurité ou une adresse interne.',
  },
  no_such_amendment: {
    en: 'There is no posted amendment with this number.',
    fr: 'Aucune modification affichée ne porte ce numéro.',
  },
  explanation_missing: {
    en: 'Say the reason in words: the asker reads it.',
    fr: 'Précisez le motif\u00a0: la personne qui a posé la question le lira.',
  },
  no_such_question: {
    en: 'Choose another question of this posting that is answered or waits for its answer.',
    fr: 'Choisissez une autre question de cet affichage, traitée ou en attente.',
  },
}

/** At each field of the answer that is empty when it is to be published. */
export const missingTexts: Record<'question_en' | 'question_fr' | 'answer_en' | 'answer_fr', Text> = {
  question_en: { en: 'Write the question in English.', fr: 'Rédigez la question en anglais.' },
  question_fr: { en: 'Write the question in French.', fr: 'Rédigez la question en français.' },
  answer_en: { en: 'Write the answer in English.', fr: 'Rédigez la réponse en anglais.' },
  answer_fr: { en: 'Write the answer in French.', fr: 'Rédigez la réponse en français.' },
}

/** What the form and its pages say to whoever asks. */
export const askTexts = {
  title: { en: 'Ask a question', fr: 'Poser une question' },
  about: (number: string): Text => ({ en: `Opportunity ${number}`, fr: `Occasion ${number}` }),
  readOrAsk: { en: 'Read or ask questions', fr: 'Lire ou poser des questions' },
  lead: {
    en: 'Everyone reads the question and its answer, in both languages, at the same time. Nobody reads who asked.',
    fr: 'Tout le monde lit la question et sa réponse, dans les deux langues, au même moment. Personne ne voit qui a posé la question.',
  },
  description: {
    en: 'Ask about this opportunity without an account; everyone reads the answer.',
    fr: 'Poser une question sur cette occasion, sans compte; tout le monde lit la réponse.',
  },
  until: (when: string): Text => ({
    en: `Questions are taken until ${when}. At that instant it is too late.`,
    fr: `Les questions sont reçues jusqu’au ${when}. À cet instant, il est trop tard.`,
  }),
  words: { en: 'Your question', fr: 'Votre question' },
  wordsHint: {
    en: 'Do not say who you are, and leave out links to your own work: the team that reads it also reads applications without names.',
    fr: 'Ne dites pas qui vous êtes et ne mettez aucun lien vers vos travaux\u00a0: l’équipe qui la lit évalue aussi les candidatures sans les noms.',
  },
  email: { en: 'Your e-mail address', fr: 'Votre adresse courriel' },
  emailHint: {
    en: 'We write once to confirm it is yours, then when the answers are published. It is never shown.',
    fr: 'Nous écrivons une fois pour confirmer qu’elle est à vous, puis à la publication des réponses. Elle n’est jamais montrée.',
  },
  signedIn: (address: string): Text => ({
    en: `You are signed in: we write to ${address} when the answers are published.`,
    fr: `Votre session est ouverte\u00a0: nous écrirons à ${address} à la publication des réponses.`,
  }),
  send: { en: 'Send the question', fr: 'Envoyer la question' },
  sentTitle: { en: 'Open your mailbox', fr: 'Ouvrez votre boîte de réception' },
  sent: {
    en: 'We sent a link to the address you gave. Your question is put when you open the link and press its button.',
    fr: 'Nous avons envoyé un lien à l’adresse indiquée. Votre question est posée une fois que vous ouvrez ce lien et confirmez.',
  },
  sentMore: {
    en: 'Nothing came? Look among unwanted messages, or send the question again.',
    fr: 'Vous n’avez rien reçu? Regardez dans les courriels indésirables, ou envoyez la question de nouveau.',
  },
  again: { en: 'Ask again', fr: 'Poser la question de nouveau' },
  confirmTitle: { en: 'Confirm your question', fr: 'Confirmer votre question' },
  confirmLead: {
    en: 'Opening this page changed nothing. Press the button, and the question is put.',
    fr: 'L’ouverture de cette page n’a rien changé. Confirmez, et la question est posée.',
  },
  confirmMasked: {
    en: 'What may say who you are stands as […] for the team that evaluates applications. If the question no longer makes sense, ask it again without it.',
    fr: 'Ce qui pourrait révéler qui vous êtes est remplacé par […] pour l’équipe qui évalue les candidatures. Si la question n’a plus de sens ainsi, posez-la de nouveau sans cela.',
  },
  confirmBy: (when: string): Text => ({
    en: `Confirm by ${when}.`,
    fr: `Confirmez avant le ${when}.`,
  }),
  confirm: { en: 'Put the question', fr: 'Poser la question' },
  doneTitle: { en: 'Your question is put', fr: 'Votre question est posée' },
  done: (days: string): Text => ({
    en: `The program answers within ${days} as a rule. We write to you when the answer is published.`,
    fr: `Le programme répond en général dans un délai de ${days}. Nous vous écrirons quand la réponse sera publiée.`,
  }),
  back: { en: 'Back to the opportunity', fr: 'Retour à l’occasion' },
  badLinkTitle: { en: 'The question is not put', fr: 'La question n’est pas posée' },
  overTitle: { en: 'The time to ask is over', fr: 'La période de questions est terminée' },
  over: (mailbox: string): Text => ({
    en: `Write to ${mailbox} for accessibility needs or a dispute only. Other questions are not answered there, so that everyone has the same facts.`,
    fr: `Écrivez à ${mailbox} uniquement pour un besoin d’accessibilité ou un différend. Les autres questions n’y reçoivent pas de réponse, pour que tout le monde ait les mêmes renseignements.`,
  }),
} as const

/** The section of the opportunity's page. */
export const shownTexts = {
  head: { en: 'Questions and answers', fr: 'Questions et réponses' },
  none: { en: 'No answer is published yet.', fr: 'Aucune réponse n’est encore publiée.' },
  question: (number: number): Text => ({ en: `Question ${number}`, fr: `Question ${number}` }),
  published: { en: 'Published in both languages on', fr: 'Publiée dans les deux langues le' },
  amendment: (number: number): Text => ({
    en: `The notice changed after this question: amendment ${number}.`,
    fr: `L’avis a changé à la suite de cette question\u00a0: modification ${number}.`,
  }),
  until: { en: 'until', fr: 'jusqu’au' },
  everyone: {
    en: 'Everyone sees the answer at the same time. You need no account, and nobody sees who asked.',
    fr: 'Tout le monde voit la réponse au même moment. Aucun compte n’est nécessaire, et personne ne voit qui a posé la question.',
  },
  unanswered: {
    en: 'A question that has no answer by the closing gets none: its asker is told, and nothing is published after closing.',
    fr: 'Une question sans réponse à la clôture n’en reçoit plus\u00a0: nous l’écrivons à la personne qui l’a posée, et rien n’est publié après la clôture.',
  },
} as const

/** Pages of the file. */
export const staffTexts = {
  title: { en: 'Questions', fr: 'Questions' },
  head: { en: 'Questions about this opportunity', fr: 'Questions sur cette occasion' },
  one: { en: 'A question about this opportunity', fr: 'Une question sur cette occasion' },
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  waiting: (count: number): Text => ({
    en: count === 0 ? 'No question waits' : count === 1 ? '1 question waits' : `${count} questions wait`,
    fr:
      count === 0
        ? 'Aucune question en attente'
        : count === 1
          ? '1 question en attente'
          : `${count} questions en attente`,
  }),
  takes: (when: string): Text => ({
    en: `Questions are taken until ${when}.`,
    fr: `Questions reçues jusqu’au ${when}.`,
  }),
  over: { en: 'No more questions are taken.', fr: 'La période de questions est terminée.' },
  closed: { en: 'The opportunity is closed.', fr: 'L’occasion est close.' },
  nothing: { en: 'Nothing', fr: 'Rien' },
  answerFirst: { en: 'Answer the oldest first', fr: 'Répondez d’abord à la plus ancienne' },
  writes: {
    en: 'The client or the program team writes; the program team publishes, in both languages at once.',
    fr: 'Le client ou l’équipe du programme rédige; l’équipe du programme publie, dans les deux langues à la fois.',
  },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  promise: (days: string): Text => ({
    en: `The program promises an answer within ${days}.`,
    fr: `Le programme promet une réponse dans un délai de ${days}.`,
  }),
  waitingHead: { en: 'Waiting for an answer', fr: 'En attente d’une réponse' },
  publishedHead: { en: 'Published', fr: 'Publiées' },
  decidedHead: {
    en: 'Declined, asked before, or left at closing',
    fr: 'Refusées, déjà posées ou restées sans réponse',
  },
  none: { en: 'Nobody has asked anything yet', fr: 'Personne n’a encore posé de question' },
  noneText: {
    en: 'Questions appear here once their askers have confirmed their address. You get an e-mail.',
    fr: 'Les questions figurent ici une fois confirmée l’adresse de la personne qui les pose. Vous recevez un courriel.',
  },
  question: { en: 'Question', fr: 'Question' },
  asked: { en: 'Asked', fr: 'Posée' },
  answerBy: { en: 'Answer by', fr: 'Réponse attendue' },
  stands: { en: 'State', fr: 'État' },
  decidedOn: { en: 'Decided', fr: 'Décision' },
  /** With one decimal. */
  businessDays: (days: number): Text => {
    const [one, count] = [days < 2, (language: 'en' | 'fr') => formatNumber(days, language, 1)]
    return {
      en: `${count('en')} business days`,
      fr: `${count('fr')} ${one ? 'jour ouvrable' : 'jours ouvrables'}`,
    }
  },
  publishedOn: { en: 'Published on', fr: 'Publiée le' },
  askedOn: (when: string): Text => ({ en: `Asked: ${when}`, fr: `Posée le ${when}` }),
  answeredIn: { en: 'Answered in', fr: 'Réponse en' },
  late: { en: 'Overdue', fr: 'En retard' },
  drafted: { en: 'Answer drafted', fr: 'Réponse en rédaction' },
  handed: { en: 'Answer to publish', fr: 'Réponse à publier' },
  asAsked: { en: 'As it was asked', fr: 'Telle que posée' },
  originalNote: (count: number): Text => ({
    en: `${count === 1 ? 'One passage' : `${count} passages`} may say who asked. The client reads the question without ${count === 1 ? 'it' : 'them'}; this original stays with the program team.`,
    fr: `${count === 1 ? 'Un passage' : `${count} passages`} pourrai${count === 1 ? 't' : 'ent'} révéler qui a posé la question. Le client la lit sans ${count === 1 ? 'lui' : 'eux'}; l’original reste à l’équipe du programme.`,
  }),
  maskedNote: {
    en: 'What might say who asked is replaced by […].',
    fr: 'Ce qui pourrait révéler qui l’a posée est remplacé par […].',
  },
  publicQuestion: { en: 'The question, as everyone will read it', fr: 'La question, telle que tout le monde la lira' },
  publicQuestionHint: {
    en: 'In both languages, without anything that says who asked. Amounts and dates must be the same in both.',
    fr: 'Dans les deux langues, sans rien qui révèle qui l’a posée. Montants et dates doivent concorder.',
  },
  answer: { en: 'The answer', fr: 'La réponse' },
  answerHint: {
    en: 'Start with the answer itself. Markdown works. If the answer changes the notice, amend the notice too.',
    fr: 'Commencez par la réponse elle-même. Le Markdown est permis. Si elle change l’avis, modifiez aussi l’avis.',
  },
  amendment: { en: 'Amendment that followed from it', fr: 'Modification qui en découle' },
  amendmentHint: { en: 'Shown beside the answer.', fr: 'Indiquée à côté de la réponse.' },
  noAmendment: { en: 'None', fr: 'Aucune' },
  amendmentNumber: (number: number): Text => ({ en: `Amendment ${number}`, fr: `Modification ${number}` }),
  makeAmendment: { en: 'Make an amendment', fr: 'Faire une modification' },
  saveAmendment: { en: 'Save the amendment’s number', fr: 'Enregistrer le numéro de la modification' },
  publish: { en: 'Publish in both languages', fr: 'Publier dans les deux langues' },
  hand: { en: 'Hand over to be published', fr: 'Transmettre pour publication' },
  keep: { en: 'Keep as a draft', fr: 'Garder comme brouillon' },
  everyone: {
    en: 'Publishing shows it to everyone at once, for good. Letters follow: one for all the answers of the last hours.',
    fr: 'La publication la montre à tout le monde à la fois, pour de bon. Un courriel suit, un seul pour toutes les réponses des dernières heures.',
  },
  notSaved: { en: 'Nothing was saved.', fr: 'Rien n’a été enregistré.' },
  yours: { en: 'What you had written', fr: 'Ce que vous aviez écrit' },
  current: { en: 'What stands now', fr: 'Version actuelle' },
  declineFold: { en: 'Decline the question', fr: 'Refuser la question' },
  because: { en: 'Why it is not answered', fr: 'Pourquoi elle reste sans réponse' },
  explanation: { en: 'More for the asker', fr: 'Précisions pour la personne qui l’a posée' },
  explanationHint: (language: 'en' | 'fr'): Text => ({
    en: `They read it in an e-mail. Write in ${language === 'en' ? 'English' : 'French'}, the language of the question.`,
    fr: `Elle les lit dans un courriel. Écrivez en ${language === 'en' ? 'anglais' : 'français'}, la langue de la question.`,
  }),
  decline: { en: 'Decline and tell the asker', fr: 'Refuser et aviser la personne' },
  reopenFold: { en: 'Take the question up again', fr: 'Reprendre la question' },
  reopenReason: { en: 'Why it is answered after all', fr: 'Pourquoi elle recevra une réponse' },
  reopenHint: {
    en: 'It stays with the file; the asker reads only that an answer will come.',
    fr: 'Le motif reste au dossier; la personne qui l’a posée apprend seulement qu’une réponse viendra.',
  },
  reopen: { en: 'Take it up again and tell the asker', fr: 'La reprendre et aviser la personne' },
  reopenedHead: { en: 'Declined, then taken up again', fr: 'Refusée, puis reprise' },
  reopenedOn: (when: string, because: string): Text => ({
    en: `Taken up again: ${when}. It had been declined with this reason: ${because}.`,
    fr: `Reprise le ${when}. Elle avait été refusée pour le motif suivant\u00a0: ${because}.`,
  }),
  reopenedWhy: { en: 'Why it is answered after all:', fr: 'Pourquoi elle recevra une réponse\u00a0:' },
  duplicateFold: { en: 'It was asked before', fr: 'Elle a déjà été posée' },
  duplicateOf: { en: 'The question that asks the same', fr: 'La question semblable' },
  duplicateNone: {
    en: 'There is no other question to link it to.',
    fr: 'Il n’y a aucune autre question à laquelle la rattacher.',
  },
  link: { en: 'Link and tell the asker', fr: 'Rattacher et aviser la personne' },
  numbered: (number: number): Text => ({ en: `Question ${number}`, fr: `Question ${number}` }),
  notNumbered: { en: 'Not published', fr: 'Non publiée' },
  sameAs: { en: 'It asks the same as', fr: 'Elle demande la même chose que' },
  publicPage: { en: 'See it on the public page', fr: 'La voir sur la page publique' },
  back: { en: 'All questions of this file', fr: 'Toutes les questions du dossier' },
  toAnswer: { en: 'Answer a question', fr: 'Répondre à une question' },
  toPublish: { en: 'Publish an answer', fr: 'Publier une réponse' },
  decided: { en: 'The question is settled', fr: 'La question est réglée' },
  theyWrite: {
    en: 'The client or the program team writes the answer',
    fr: 'Le client ou l’équipe du programme rédige la réponse',
  },
  writeAnswer: { en: 'Write the answer', fr: 'Rédigez la réponse' },
  checkAndPublish: { en: 'Complete both languages, then publish', fr: 'Complétez les deux langues, puis publiez' },
  waitsForTeam: { en: 'The program team publishes it', fr: 'L’équipe du programme la publie' },
} as const
