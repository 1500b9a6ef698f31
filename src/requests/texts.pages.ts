import type { Text } from '../platform/i18n.ts'
import type { RequestState } from './rules.ts'

const NBSP = '\u00a0'

export const listTexts = {
  title: { en: 'Requests', fr: 'Demandes' },
  own: { en: 'Your requests', fr: 'Vos demandes' },
  new: { en: 'New request', fr: 'Nouvelle demande' },
  caption: { en: 'Requests by state', fr: 'Demandes selon leur état' },
  request: { en: 'Request', fr: 'Demande' },
  client: { en: 'Client', fr: 'Client' },
  received: { en: 'Received', fr: 'Reçue' },
  stands: { en: 'Where it stands', fr: 'Où elle en est' },
  older: { en: 'Older ones', fr: 'Plus anciennes' },
  all: { en: 'All requests', fr: 'Toutes les demandes' },
} satisfies Record<string, Text>

export const emptyTexts: Record<RequestState, Text> = {
  received: {
    en: 'No request waits for screening. New ones appear here the moment they arrive.',
    fr: 'Aucune demande à examiner. Les nouvelles s’affichent ici dès leur arrivée.',
  },
  accepted: { en: 'No request is accepted for now.', fr: 'Aucune demande acceptée pour l’instant.' },
  declined: { en: 'No request was declined.', fr: 'Aucune demande refusée.' },
  withdrawn: { en: 'No request was withdrawn.', fr: 'Aucune demande retirée.' },
}
export const emptyOwn: Text = {
  en: 'You have not asked for anything yet. A request takes about five minutes.',
  fr: 'Vous n’avez encore rien demandé. Une demande prend environ cinq minutes.',
}

/** Where an accepted request stands, in a few words. */
export const standsTexts = {
  toScreen: { en: 'The program team screens it', fr: 'L’équipe du programme l’examine' },
  asked: { en: 'The client answers a question', fr: 'Le client répond à une question' },
  waitsForGo: { en: 'Procurement decides on the Go', fr: 'L’approvisionnement décide du feu vert' },
  noGo: { en: 'Procurement did not say Go', fr: 'Pas de feu vert' },
  toStart: { en: 'The client starts the statement', fr: 'Le client commence l’énoncé' },
  file: { en: 'See the file', fr: 'Voir le dossier' },
} satisfies Record<string, Text>

export const newTexts = {
  title: { en: 'New request', fr: 'Nouvelle demande' },
  lead: {
    en: 'Tell us what you need. If you do not know an answer, say so: we find out together.',
    fr: 'Dites-nous ce qu’il vous faut. Si vous ignorez une réponse, dites-le\u00a0: nous la trouverons ensemble.',
  },
  aboutHead: { en: 'What you need', fr: 'Ce qu’il vous faut' },
  subject: { en: 'Subject', fr: 'Objet' },
  subjectHint: {
    en: 'One line that says what will exist when the work is done.',
    fr: 'Une ligne qui dit ce qui existera à la fin du travail.',
  },
  team: { en: 'Your team', fr: 'Votre équipe' },
  homeBranch: {
    en: 'Is your team in the branch that runs this program?',
    fr: 'Votre équipe fait-elle partie de la direction générale qui gère ce programme?',
  },
  need: { en: 'The need', fr: 'Le besoin' },
  needHint: {
    en: 'What happens today, what should happen instead, and for whom. You may use Markdown. Name nobody and paste no password or key.',
    fr: 'Ce qui se passe aujourd’hui, ce qui devrait se passer et pour qui. Vous pouvez utiliser Markdown. Ne nommez personne et n’inscrivez ni mot de passe ni clé.',
  },
  criteriaHead: { en: 'What it must be', fr: 'Les critères à respecter' },
  criteriaLead: {
    en: 'A micro-acquisition needs yes to each. We check your answers with you.',
    fr: 'Une microacquisition exige un oui à chacune de ces questions. Nous vérifions vos réponses avec vous.',
  },
  options: { en: 'Not sure? See which option fits.', fr: 'Vous hésitez? Voyez quelle option convient.' },
  limitHint: (limit: Text): Text => ({
    en: `The limit is ${limit.en}, taxes included.`,
    fr: `La limite est de ${limit.fr}, taxes comprises.`,
  }),
  afterHead: { en: 'After the work', fr: 'Après le travail' },
  maintainer: {
    en: 'Who will review, merge and maintain it?',
    fr: 'Qui s’en chargera?',
  },
  maintainerHint: {
    en: 'A role or a team is enough: “two developers of the Licensing team”.',
    fr: `Un rôle ou une équipe suffit${NBSP}: «${NBSP}deux développeuses de l’équipe des permis${NBSP}».`,
  },
  estimate: { en: 'Your estimate of the price, before taxes', fr: 'Votre estimation du prix, avant taxes' },
  estimateHint: {
    en: 'If you have one. In dollars, such as 6,500.00.',
    fr: `Si vous en avez une. En dollars, par exemple 6${NBSP}500,00${NBSP}$.`,
  },
  language: { en: 'In which language do we answer you?', fr: 'Dans quelle langue vous répondre?' },
  send: { en: 'Send my request', fr: 'Envoyer ma demande' },
  yes: { en: 'Yes', fr: 'Oui' },
  no: { en: 'No', fr: 'Non' },
}

export const pageTexts = {
  need: { en: 'The need', fr: 'Le besoin' },
  answers: { en: 'The criteria', fr: 'Les critères' },
  criterion: { en: 'Criterion', fr: 'Critère' },
  clientSays: { en: 'According to the client', fr: 'Selon le client' },
  programSays: { en: 'According to the program team', fr: 'Selon l’équipe du programme' },
  about: { en: 'About the request', fr: 'À propos de la demande' },
  number: { en: 'File', fr: 'Dossier' },
  client: { en: 'Client', fr: 'Client' },
  team: { en: 'Team', fr: 'Équipe' },
  received: { en: 'Received', fr: 'Reçue' },
  maintainer: { en: 'Review, merge and maintain', fr: 'Révision, fusion et tenue à jour' },
  nobodyYet: { en: 'Not known yet', fr: 'À préciser' },
  estimate: { en: 'Estimate, before taxes', fr: 'Estimation, avant taxes' },
  noEstimate: { en: 'None given', fr: 'Aucune' },
  screening: { en: 'Screening', fr: 'Examen' },
  meets: { en: 'Meets the criteria', fr: 'Répond aux critères' },
  outcome: { en: 'Outcome', fr: 'Décision' },
  by: { en: 'By', fr: 'Par' },
  reply: { en: 'Reply to the client', fr: 'Réponse au client' },
  go: { en: 'Procurement’s decision', fr: 'Décision de l’approvisionnement' },
  history: { en: 'What happened', fr: 'Ce qui s’est passé' },
  handedOn: {
    en: 'Its program team has the need as a task.',
    fr: 'L’équipe de son programme a ce besoin parmi ses tâches.',
  },
  system: { en: 'the program', fr: 'le programme' },
  unchanged: { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' },
  toScreening: { en: 'Screen the request', fr: 'Examiner la demande' },
  toGo: { en: 'Decide on the Go', fr: 'Décider du feu vert' },
  toGoAgain: { en: 'Decide again', fr: 'Décider de nouveau' },
  toWithdrawal: { en: 'Close the request', fr: 'Clore la demande' },
  withdraw: { en: 'Withdraw my request', fr: 'Retirer ma demande' },
  giveUp: { en: 'You no longer need it?', fr: 'Vous n’en avez plus besoin?' },
  giveUpMore: {
    en: 'The request became a file. While its statement is not submitted, you can cancel the file yourself.',
    fr: 'La demande est devenue un dossier. Tant que l’énoncé n’est pas soumis, vous pouvez annuler ce dossier.',
  },
  cancelFile: { en: 'Cancel the file', fr: 'Annuler le dossier' },
  startStatement: { en: 'Start the statement', fr: 'Commencer l’énoncé' },
  toFile: { en: 'Open the file', fr: 'Ouvrir le dossier' },
  toAnswer: { en: 'Answer the question', fr: 'Répondre à la question' },
  toQuestion: { en: 'Ask the client a question', fr: 'Poser une question au client' },
  similar: { en: 'Requests that look alike', fr: 'Demandes semblables' },
  similarNote: {
    en: 'Alike by their words and team. Two needs may look alike and not be the same.',
    fr: 'Semblables par leurs mots et leur équipe. Deux besoins peuvent se ressembler sans être les mêmes.',
  },
  questions: { en: 'Questions to the client', fr: 'Questions au client' },
  asked: (day: Text): Text => ({ en: `Asked ${day.en}`, fr: `Posée le ${day.fr}` }),
  answered: (day: Text): Text => ({ en: `Answered ${day.en}`, fr: `Réponse du ${day.fr}` }),
  unanswered: { en: 'No answer yet', fr: 'Pas encore de réponse' },
  neverAnswered: { en: 'Never answered', fr: 'Restée sans réponse' },
  source: { en: 'Started from', fr: 'Point de départ' },
  options: { en: 'Answers on the options', fr: 'Réponses sur les options' },
  priceHead: { en: 'Price against the limit', fr: 'Prix et limite' },
  priceFits: (withTax: Text, limit: Text): Text => ({
    en: `With the sales tax the estimate comes to ${withTax.en}, within the limit of ${limit.en}.`,
    fr: `Avec la taxe de vente, l’estimation atteint ${withTax.fr} et respecte la limite de ${limit.fr}.`,
  }),
  priceOver: (withTax: Text, limit: Text): Text => ({
    en: `With the sales tax the estimate comes to ${withTax.en}, above the limit of ${limit.en}.`,
    fr: `Avec la taxe de vente, l’estimation atteint ${withTax.fr} et dépasse la limite de ${limit.fr}.`,
  }),
  ceiling: (ceiling: Text): Text => ({
    en: `The price before tax may be at most ${ceiling.en}.`,
    fr: `Le prix avant taxes ne peut dépasser ${ceiling.fr}.`,
  }),
  noPrice: {
    en: 'No estimate was given. The statement must keep the price under the limit in any case.',
    fr: 'Aucune estimation n’a été donnée. De toute façon, le prix de l’énoncé devra respecter la limite.',
  },
}

export const screeningTexts = {
  title: { en: 'Screening', fr: 'Examen' },
  lead: {
    en: 'Answer each criterion as you see it. Whether the request meets them is counted apart from what becomes of it.',
    fr: 'Répondez à chaque critère selon votre jugement. Le respect des critères est compté à part de la décision.',
  },
  clientSaid: (answer: Text): Text => ({
    en: `The client said: ${answer.en}.`,
    fr: `Le client a répondu${NBSP}: ${answer.fr}.`,
  }),
  unknown: { en: 'Not known', fr: 'Inconnu' },
  meets: { en: 'Does the request meet the criteria?', fr: 'La demande répond-elle aux critères?' },
  outcome: { en: 'What becomes of it?', fr: 'Quelle est la décision?' },
  accept: { en: 'Accept it', fr: 'L’accepter' },
  acceptHint: { en: 'Procurement then decides on the Go.', fr: 'L’approvisionnement décide ensuite du feu vert.' },
  decline: { en: 'Decline it', fr: 'La refuser' },
  declineHint: {
    en: 'Choose the reason below. The client is told at once.',
    fr: 'Choisissez le motif ci-dessous. Le client en est avisé aussitôt.',
  },
  reason: { en: 'Reason for declining', fr: 'Motif du refus' },
  reasonHint: { en: 'Leave it empty when you accept.', fr: 'Laissez ce champ vide si vous acceptez.' },
  noReason: { en: 'No reason: the request is accepted', fr: 'Aucun motif\u00a0: la demande est acceptée' },
  referredDepartment: { en: 'Hand it on to', fr: 'Transmettre à' },
  referredDepartmentHint: {
    en: 'When the need belongs to a department on this list: its program team gets it as a task, with the client’s name and e-mail address.',
    fr: 'Si le besoin relève d’un ministère de la liste\u00a0: l’équipe de son programme le reçoit parmi ses tâches, avec le nom et l’adresse courriel du client.',
  },
  noDepartment: { en: 'No department on this list', fr: 'Aucun ministère de la liste' },
  referredTo: { en: 'Department that the need belongs to', fr: 'Ministère dont relève le besoin' },
  referredHint: {
    en: 'When the need belongs to a department that is not on the list: write its name.',
    fr: 'Si le besoin relève d’un ministère absent de la liste\u00a0: inscrivez son nom.',
  },
  maintainer: { en: 'Who will?', fr: 'Qui s’en chargera?' },
  reply: { en: 'Your reply to the client', fr: 'Votre réponse au client' },
  replyHint: (language: 'en' | 'fr'): Text =>
    language === 'en'
      ? {
          en: 'In English, as the client asked. The e-mail states the outcome and the reason, then this. If you leave this empty, the text drafted for the outcome is sent.',
          fr: 'En anglais, comme le client l’a demandé. Le courriel énonce la décision et le motif, puis ce texte. Si vous laissez vide, le texte proposé pour cette décision est envoyé.',
        }
      : {
          en: 'In French, as the client asked. The e-mail states the outcome and the reason, then this. If you leave this empty, the text drafted for the outcome is sent.',
          fr: 'En français, comme le client l’a demandé. Le courriel énonce la décision et le motif, puis ce texte. Si vous laissez vide, le texte proposé pour cette décision est envoyé.',
        },
  record: { en: 'Record my decision', fr: 'Consigner ma décision' },
}

export const goTexts = {
  title: { en: 'Go or no Go', fr: 'Feu vert ou non' },
  lead: {
    en: 'All that you need is on this page. With a Go, the client may submit the statement; without one, the request stops here.',
    fr: 'Tout ce qu’il vous faut est sur cette page. Avec le feu vert, le client pourra soumettre l’énoncé; sans lui, la demande s’arrête ici.',
  },
  question: { en: 'May this purchase go ahead?', fr: 'Cet achat peut-il aller de l’avant?' },
  go: { en: 'Go', fr: 'Feu vert' },
  goHint: { en: 'It cannot be taken back.', fr: 'C’est définitif.' },
  noGo: { en: 'No Go', fr: 'Pas de feu vert' },
  noGoHint: {
    en: 'Say why below. You can say Go later, when the reason no longer holds.',
    fr: 'Indiquez pourquoi ci-dessous. Vous pourrez donner le feu vert plus tard, si le motif ne tient plus.',
  },
  reason: { en: 'Reason', fr: 'Motif' },
  reasonHint: { en: 'The client and the program team read it.', fr: 'Le client et l’équipe du programme le liront.' },
  workingDays: {
    en: 'Time you and others worked on this step, in days',
    fr: 'Temps de travail consacré à cette étape, en jours',
  },
  workingDaysHint: {
    en: 'From the request to now: 0.25 is about two hours.',
    fr: 'De la demande à maintenant\u00a0: 0,25 vaut environ deux heures.',
  },
  record: { en: 'Record my decision', fr: 'Consigner ma décision' },
}

export const withdrawalTexts = {
  titleOwn: { en: 'Withdraw my request', fr: 'Retirer ma demande' },
  title: { en: 'Close the request', fr: 'Clore la demande' },
  lead: {
    en: 'The file stays on record and counts in the measures. The client may ask again at any time.',
    fr: 'Le dossier reste au registre et compte dans les mesures. Le client peut faire une nouvelle demande en tout temps.',
  },
  question: { en: 'Why does the request end?', fr: 'Pourquoi la demande prend-elle fin?' },
  byClientHint: { en: 'The client told you, or it is you.', fr: 'Le client vous l’a dit, ou c’est vous.' },
  noReplyHint: { en: 'You wrote and had no answer.', fr: 'Vous avez écrit, sans obtenir de réponse.' },
  withdraw: { en: 'Withdraw my request', fr: 'Retirer ma demande' },
  close: { en: 'Close the request', fr: 'Clore la demande' },
} satisfies Record<string, Text>
