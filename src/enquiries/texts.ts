import type { Text } from '../platform/i18n.ts'
import type { EnquiryKind, EnquiryOutcome, EnquiryRefusal, EnquiryState } from './rules.ts'

const NBSP = '\u00a0'

/** On the form that anybody sees. */
export const contactTexts = {
  title: { en: 'Write to us', fr: 'Nous joindre' },
  description: {
    en: 'Ask a question in general, report a problem with the site or a barrier, complain or suggest something.',
    fr: 'Poser une question générale, signaler un problème ou un obstacle, se plaindre ou proposer quelque chose.',
  },
  lead: (days: string): Text => ({
    en: `A person of the program team reads it. We aim to answer within ${days}.`,
    fr: `Une personne de l’équipe du programme lit votre message. Nous visons à répondre en ${days}.`,
  }),
  first: {
    en: 'A question about one opportunity is asked on its own page, where everybody reads the answer.',
    fr: 'Une question sur une occasion se pose sur sa propre page, où tout le monde lit la réponse.',
  },
  faq: { en: 'See the frequent questions', fr: 'Voir les questions fréquentes' },
  kind: { en: 'What is it about?', fr: 'De quoi s’agit-il?' },
  kindMissing: { en: 'Say what it is about.', fr: 'Indiquez de quoi il s’agit.' },
  body: { en: 'What do you want to tell us?', fr: 'Que voulez-vous nous dire?' },
  bodyMissing: { en: 'Write what you want to tell us.', fr: 'Écrivez ce que vous voulez nous dire.' },
  bodyHint: {
    en: 'If something did not work: what you wanted to do, and what happened. Nothing secret, and nobody’s private facts.',
    fr: 'Si quelque chose n’a pas fonctionné, dites ce que vous vouliez faire et ce qui s’est passé. N’y mettez rien de secret, ni rien qui relève de la vie privée de quelqu’un.',
  },
  page: { en: 'The page it is about', fr: 'La page en cause' },
  pageHint: {
    en: 'An address on this site. You may empty this field.',
    fr: 'Une adresse de ce site. Vous pouvez vider ce champ.',
  },
  department: { en: 'Which department is it for?', fr: 'À quel ministère vous adressez-vous?' },
  anyDepartment: { en: 'I do not know, or all of them', fr: 'Je ne sais pas, ou à tous' },
  email: { en: 'Your e-mail address', fr: 'Votre adresse courriel' },
  emailHint: {
    en: 'Needed for a question or a complaint. For the rest, only if you want an answer. Nobody outside the team sees it.',
    fr: 'Nécessaire pour une question ou une plainte. Pour le reste, seulement si vous voulez une réponse. Personne hors de l’équipe ne la voit.',
  },
  addressMissing: {
    en: 'Enter your e-mail address: without it we cannot answer you.',
    fr: `Inscrivez votre adresse courriel${NBSP}: sans elle, nous ne pouvons pas vous répondre.`,
  },
  send: { en: 'Send', fr: 'Envoyer' },
  privacyHead: { en: 'What happens to what you write', fr: 'Ce que devient ce que vous écrivez' },
  privacy: {
    en: 'We use what you write to answer you and to repair the site.',
    fr: 'Ce que vous écrivez nous sert à vous répondre et à réparer le site.',
  },
  privacyLink: { en: 'Read the privacy notice', fr: 'Lire l’avis de confidentialité' },
  sentTitle: { en: 'Your message is on its way', fr: 'Votre message est parti' },
  sent: {
    en: 'Thank you. If you left no address, there is nothing more to do.',
    fr: 'Merci. Si vous n’avez pas laissé d’adresse, il n’y a plus rien à faire.',
  },
  sentMore: {
    en: 'If you left one, we have written to it: open the link in that e-mail within three days, so that we know that it is yours.',
    fr: `Si vous en avez laissé une, nous y avons écrit${NBSP}: ouvrez le lien de ce courriel d’ici trois jours, pour que nous sachions qu’elle est à vous.`,
  },
  back: { en: 'Back to the opportunities', fr: 'Revenir aux occasions' },
  confirmTitle: { en: 'Confirm your address', fr: 'Confirmer votre adresse' },
  confirmLead: {
    en: 'Press the button, and your message is with the team with this address to answer to.',
    fr: 'Appuyez sur le bouton, et l’équipe saura à quelle adresse vous répondre.',
  },
  confirm: { en: 'Yes, this is my address', fr: 'Oui, c’est mon adresse' },
  doneTitle: { en: 'Your address is confirmed', fr: 'Votre adresse est confirmée' },
  done: { en: 'We answer to it.', fr: 'C’est là que nous vous répondrons.' },
  badLinkTitle: { en: 'This link does not work', fr: 'Ce lien ne fonctionne pas' },
  again: { en: 'Write again', fr: 'Écrire de nouveau' },
  report: { en: 'Report a problem', fr: 'Signaler un problème' },
} as const

/** As whoever writes chooses it. */
export const kindChoices: Record<EnquiryKind, Text> = {
  question: { en: 'A question in general', fr: 'Une question générale' },
  problem: { en: 'Something on the site does not work', fr: 'Quelque chose ne fonctionne pas sur le site' },
  barrier: { en: 'Something keeps me from using the site', fr: 'Quelque chose m’empêche d’utiliser le site' },
  suggestion: { en: 'A suggestion', fr: 'Une suggestion' },
  complaint: { en: 'A complaint', fr: 'Une plainte' },
}

/** As the team reads it. */
export const kindNames: Record<EnquiryKind, Text> = {
  question: { en: 'Question', fr: 'Question' },
  problem: { en: 'Problem with the site', fr: 'Problème sur le site' },
  barrier: { en: 'Accessibility barrier', fr: 'Obstacle à l’accessibilité' },
  suggestion: { en: 'Suggestion', fr: 'Suggestion' },
  complaint: { en: 'Complaint', fr: 'Plainte' },
}

export const stateNames: Record<EnquiryState, Text> = {
  unconfirmed: { en: 'Address not confirmed', fr: 'Adresse non confirmée' },
  waiting: { en: 'Waiting', fr: 'En attente' },
  taken: { en: 'Taken up', fr: 'Pris en charge' },
  answered: { en: 'Answered', fr: 'Réponse envoyée' },
  closed: { en: 'Closed', fr: 'Réglé' },
}

export const outcomeNames: Record<EnquiryOutcome, Text> = {
  answered: { en: 'Answered', fr: 'Réponse donnée' },
  repaired: { en: 'Repaired', fr: 'Réparé' },
  noted: { en: 'Noted for later', fr: 'Noté pour plus tard' },
  known: { en: 'Known already', fr: 'Déjà connu' },
  elsewhere: { en: 'Passed to whoever decides on it', fr: 'Transmis à qui de droit' },
  not_for_us: { en: 'Not about us', fr: 'Sans rapport avec nous' },
}

/** For the program team. */
export const queueTexts = {
  title: { en: 'Questions and reports', fr: 'Questions et signalements' },
  lead: (days: string): Text => ({
    en: `What people write to us about the program and the site. Each has its answer within ${days}.`,
    fr: `Ce que les gens nous écrivent au sujet du programme et du site. Chaque message reçoit une réponse en ${days}.`,
  }),
  open: { en: 'Open', fr: 'À traiter' },
  closed: { en: 'Closed', fr: 'Réglés' },
  none: { en: 'Nothing waits', fr: 'Rien n’attend' },
  noneMore: {
    en: 'New questions and reports appear here, oldest first.',
    fr: 'Les nouvelles questions et les nouveaux signalements paraissent ici, du plus ancien au plus récent.',
  },
  about: { en: 'What', fr: 'Objet' },
  received: { en: 'Received', fr: 'Reçu' },
  due: { en: 'Answer by', fr: 'Réponse au plus tard' },
  state: { en: 'State', fr: 'État' },
  with: (name: string): Text => ({ en: `With ${name}`, fr: `Confié à ${name}` }),
  outcome: { en: 'What came of it', fr: 'Suite donnée' },
  late: { en: 'Late', fr: 'En retard' },
  pages: { en: 'Pages of guidance', fr: 'Pages d’information' },
  closeTask: { en: 'Say what came of a message', fr: 'Indiquer la suite donnée à un message' },
  task: { en: 'Answer what somebody wrote', fr: 'Répondre à un message' },
  body: { en: 'What they wrote', fr: 'Le message' },
  page: { en: 'Page', fr: 'Page' },
  noPage: { en: 'None named', fr: 'Aucune' },
  address: { en: 'Answer to', fr: 'Répondre à' },
  noAddress: {
    en: 'No answer is wanted: no address was left.',
    fr: `Aucune réponse n’est attendue${NBSP}: aucune adresse.`,
  },
  notConfirmed: { en: 'The address is not confirmed yet.', fr: 'L’adresse n’est pas encore confirmée.' },
  language: { en: 'Language', fr: 'Langue' },
  forAll: { en: 'Every department', fr: 'Tous les ministères' },
  forUs: { en: 'Your department', fr: 'Votre ministère' },
  department: { en: 'For', fr: 'Pour' },
  waits: { en: 'It waits for somebody to take it up.', fr: 'Le message attend que quelqu’un le prenne en charge.' },
  withYou: { en: 'It is with you.', fr: 'Le message vous est confié.' },
  isAnswered: { en: 'The answer is sent.', fr: 'La réponse est envoyée.' },
  isClosed: { en: 'It is closed.', fr: 'Le message est réglé.' },
  nextTake: { en: 'Take it up', fr: 'Prenez-le en charge' },
  nextTakeOver: { en: 'Take it over if you must', fr: 'Reprenez-le au besoin' },
  takeIt: { en: 'Take it up', fr: 'Le prendre en charge' },
  takeOver: { en: 'Take it over', fr: 'Le reprendre' },
  takeMore: {
    en: 'Then it is with you, and nobody answers twice.',
    fr: 'Il vous sera confié, et personne ne répondra deux fois.',
  },
  doIt: { en: 'Answer, then close it', fr: 'Répondez, puis réglez-le' },
  doItPlain: { en: 'Look into it, then close it', fr: 'Examinez-le, puis réglez-le' },
  closeIt: { en: 'Say what came of it, and close', fr: 'Indiquez la suite donnée, puis réglez-le' },
  nothing: { en: 'Nothing', fr: 'Rien' },
  giveBack: { en: 'Give it back to the queue', fr: 'Le remettre dans la file' },
  answerHead: { en: 'Answer', fr: 'Répondre' },
  letter: { en: 'The letter', fr: 'La lettre' },
  letterHint: (language: Text): Text => ({
    en: `Whoever asked reads ${language.en}. The draft has a beginning and an end; write what comes between.`,
    fr: `La personne lit ${language.fr}. Le brouillon a un début et une fin; écrivez ce qui vient entre les deux.`,
  }),
  sendLetter: { en: 'Send the answer', fr: 'Envoyer la réponse' },
  sentHead: { en: 'What was answered', fr: 'La réponse' },
  closeHead: { en: 'Close', fr: 'Régler' },
  close: { en: 'Close it', fr: 'Régler le message' },
  learnHead: { en: 'Make use of it', fr: 'En tirer parti' },
  toFaq: { en: 'Make it a frequent question', fr: 'En faire une question fréquente' },
  toLesson: { en: 'Write down a lesson', fr: 'Consigner une leçon' },
  isLesson: { en: 'A lesson was written down from it.', fr: 'Une leçon en a été tirée.' },
} as const

export const readsIn = {
  en: { en: 'English', fr: 'l’anglais' },
  fr: { en: 'French', fr: 'le français' },
} as const satisfies Record<'en' | 'fr', Text>

export const useTexts = {
  faqTitle: { en: 'Make it a frequent question', fr: 'En faire une question fréquente' },
  faqLead: {
    en: 'In other words than theirs, and without what tells who asked. It goes to the end of the draft of the page, where you preview and publish it.',
    fr: 'En d’autres mots que les siens, et sans ce qui révèle qui l’a posée. Elle va à la fin du brouillon de la page, d’où vous la publierez après un aperçu.',
  },
  question: { en: 'Question', fr: 'Question' },
  answer: { en: 'Answer', fr: 'Réponse' },
  toDraft: { en: 'Add to the draft', fr: 'Ajouter au brouillon' },
  lessonTitle: { en: 'Write down a lesson', fr: 'Consigner une leçon' },
  lessonLead: {
    en: 'What the program should do otherwise. It stands on the page of measures and in the closeout report, without a name.',
    fr: 'Ce que le programme devrait faire autrement. Elle figure sur la page des mesures et dans le bilan, sans nom.',
  },
  lesson: { en: 'Lesson', fr: 'Leçon' },
  writeDown: { en: 'Write it down', fr: 'Consigner' },
  wrote: { en: 'What they wrote', fr: 'Le message' },
} as const

/** On the page of measures and in the closeout report. */
export const lessonTexts = {
  head: { en: 'Lessons', fr: 'Leçons' },
  lead: { en: 'From what people wrote to the program.', fr: 'Tirées de ce que les gens ont écrit au programme.' },
} as const

export const enquiryRefusals: Record<EnquiryRefusal, Text> = {
  too_many: {
    en: 'Too many messages came from here. Wait a quarter of an hour, then send yours again.',
    fr: 'Trop de messages sont venus d’ici. Attendez un quart d’heure, puis renvoyez le vôtre.',
  },
  address_missing: contactTexts.addressMissing,
  unknown_link: {
    en: 'It may be cut short, or what it was about is settled. Write to us again if it is not.',
    fr: 'Il est peut-être incomplet, ou l’affaire est réglée. Sinon, écrivez-nous de nouveau.',
  },
  link_expired: {
    en: 'It worked for three days. Write to us again: we have forgotten the address.',
    fr: `Il était valable trois jours. Écrivez-nous de nouveau${NBSP}: nous avons oublié l’adresse.`,
  },
  not_allowed: {
    en: 'Only the program team handles these messages.',
    fr: 'Seule l’équipe du programme s’occupe de ces messages.',
  },
  wrong_state: {
    en: 'Somebody has moved this on meanwhile. Look at where it stands.',
    fr: 'Quelqu’un a fait avancer ce message entre-temps. Voyez où il en est.',
  },
  not_yours: {
    en: 'It is with somebody else. Take it over first.',
    fr: 'Ce message est confié à quelqu’un d’autre. Reprenez-le d’abord.',
  },
  no_address: {
    en: 'No address was left, so nobody can be answered. Close it with what came of it.',
    fr: `Aucune adresse n’a été laissée${NBSP}: personne à qui répondre. Réglez le message en indiquant la suite donnée.`,
  },
  address_unconfirmed: {
    en: 'The address is not confirmed, so it may be a stranger’s. Wait, or close it.',
    fr: 'L’adresse n’est pas confirmée; elle est peut-être celle d’une autre personne. Attendez, ou réglez le message.',
  },
  draft_unchanged: {
    en: 'The letter says nothing yet. Write your answer between its beginning and its end.',
    fr: 'La lettre ne dit encore rien. Écrivez votre réponse entre le début et la fin.',
  },
  already_a_lesson: {
    en: 'A lesson was written down from it already.',
    fr: 'Une leçon en a déjà été tirée.',
  },
}
