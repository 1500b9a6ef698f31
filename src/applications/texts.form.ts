import type { Text } from '../platform/i18n.ts'
import { MOST_WORDS } from './content.ts'
import type { IdentifyingKind } from './identifying.ts'

/** What is wrong with a text, and how to repair it. */
export const formProblems = {
  answerMissing: (position: number): Text => ({
    en: `E${position}: write your answer.`,
    fr: `C${position}\u00a0: rédigez votre réponse.`,
  }),
  tooManyWords: (position: number, count: number): Text => ({
    en: `E${position}: your answer has ${count} words. Remove at least ${count - MOST_WORDS}.`,
    fr: `C${position}\u00a0: votre réponse compte ${count} mots. Retirez-en au moins ${count - MOST_WORDS}.`,
  }),
  affiliatesMissing: {
    en: 'Name the affiliates of this supplier, one a line.',
    fr: 'Nommez les entités affiliées à ce fournisseur, une par ligne.',
  },
} as const

/** The same for what was left empty, field by field. */
export const missingTexts = {
  language: { en: 'Say in which language your answers are.', fr: 'Indiquez la langue de vos réponses.' },
  legalName: { en: 'Write the legal name of the supplier.', fr: 'Inscrivez la dénomination sociale du fournisseur.' },
  workerName: { en: 'Name the person who will do the work.', fr: 'Nommez la personne qui fera le travail.' },
  publicService: {
    en: 'Say whether you are a public servant.',
    fr: 'Indiquez si vous faites partie de la fonction publique.',
  },
  hasAffiliates: {
    en: 'Say whether this supplier has affiliates.',
    fr: 'Indiquez si ce fournisseur a des entités affiliées.',
  },
  signatoryName: {
    en: 'Name the person who signs for the supplier.',
    fr: 'Nommez la personne qui signe au nom du fournisseur.',
  },
  bind: {
    en: 'Confirm that this person may sign for the supplier.',
    fr: 'Confirmez que cette personne peut engager le fournisseur.',
  },
  eligible: {
    en: 'Confirm that the supplier is eligible and that this is its only application.',
    fr: 'Confirmez que le fournisseur est admissible et que cette candidature est sa seule.',
  },
  agree: {
    en: 'Agree to the date, the price, the way you are paid and the licence.',
    fr: 'Acceptez la date, le prix, le mode de paiement et la licence.',
  },
} satisfies Record<string, Text>

export const formTexts = {
  title: (title: Text): Text => ({ en: `Apply: ${title.en}`, fr: `Postuler\u00a0: ${title.fr}` }),
  eyebrow: (number: string): Text => ({ en: `Opportunity ${number}`, fr: `Occasion ${number}` }),
  back: { en: 'Back to the opportunity', fr: 'Retour à l’occasion' },
  intro: {
    en: 'Everything is on this page. You can change or withdraw your application until closing. Fields are required unless they say optional.',
    fr: 'Tout est sur cette page. Vous pouvez modifier ou retirer votre candidature jusqu’à la clôture. Les champs sont obligatoires, sauf mention contraire.',
  },
  answers: { en: 'Your answers', fr: 'Vos réponses' },
  answersLanguage: { en: 'Language of your answers', fr: 'Langue de vos réponses' },
  answersLanguageHint: {
    en: 'Either is fine: somebody who reads it well will evaluate them.',
    fr: 'Les deux conviennent\u00a0: une personne qui lit bien la langue choisie les évaluera.',
  },
  answerHint: {
    en: `Up to ${MOST_WORDS} words. Do not write your name, your company’s or a client’s.`,
    fr: `Au plus ${MOST_WORDS} mots. N’écrivez ni votre nom, ni celui de votre entreprise ou d’un client.`,
  },
  save: { en: 'Save draft and count words', fr: 'Enregistrer le brouillon et compter les mots' },
  later: { en: 'Save and finish later', fr: 'Enregistrer et terminer plus tard' },
  send: { en: 'Send my application', fr: 'Envoyer ma candidature' },
  sendAgain: { en: 'Send the changed application', fr: 'Envoyer la candidature modifiée' },
  savedAt: (when: string): Text => ({ en: `Draft saved: ${when}.`, fr: `Brouillon enregistré\u00a0: ${when}.` }),
  kept: (when: string): Text => ({
    en: `Nothing is lost. Your draft was saved: ${when}.`,
    fr: `Rien n’est perdu. Votre brouillon est enregistré\u00a0: ${when}.`,
  }),
  aboutYou: { en: 'About you', fr: 'À votre sujet' },
  aboutYouIntro: {
    en: 'Evaluators never see this part.',
    fr: 'Les personnes évaluatrices ne voient jamais cette partie.',
  },
  legalName: { en: 'Legal name of the supplier', fr: 'Dénomination sociale du fournisseur' },
  legalNameHint: {
    en: 'Your own name if you have no company. It goes on the terms and the invoice.',
    fr: 'Votre propre nom si vous n’avez pas d’entreprise. Il figurera sur les conditions et la facture.',
  },
  operatingName: { en: 'Operating name', fr: 'Nom commercial' },
  operatingNameHint: { en: 'If it is not the same.', fr: 'S’il est différent.' },
  workerName: { en: 'Who will do the work', fr: 'Personne qui fera le travail' },
  email: { en: 'E-mail address', fr: 'Adresse courriel' },
  verified: { en: 'Verified', fr: 'Vérifiée' },
  publicService: {
    en: 'Are you a public servant of this government?',
    fr: 'Faites-vous partie de la fonction publique de ce gouvernement?',
  },
  publicServiceHint: {
    en: 'You may still apply. We would need your director general’s agreement before work begins.',
    fr: 'Vous pouvez postuler quand même. L’accord de votre directrice ou directeur général sera nécessaire avant le début du travail.',
  },
  publicServiceNo: { en: 'No', fr: 'Non' },
  publicServiceFormer: { en: 'Not now, but I was one before', fr: 'Plus maintenant, mais j’en ai déjà fait partie' },
  publicServiceYes: { en: 'Yes', fr: 'Oui' },
  hasAffiliates: { en: 'Does this supplier have affiliates?', fr: 'Ce fournisseur a-t-il des entités affiliées?' },
  hasAffiliatesHint: {
    en: 'Firms that own it, that it owns, or that the same people control. One application counts for all of them.',
    fr: 'Les entreprises qui le détiennent, qu’il détient ou que les mêmes personnes dirigent. Une seule candidature vaut pour toutes.',
  },
  no: { en: 'No', fr: 'Non' },
  yes: { en: 'Yes', fr: 'Oui' },
  affiliates: { en: 'Names of the affiliates', fr: 'Noms des entités affiliées' },
  affiliatesHint: { en: 'If there are any, one a line.', fr: 'S’il y en a, une par ligne.' },
  agreement: { en: 'Your agreement', fr: 'Votre accord' },
  signatoryName: { en: 'Who signs for the supplier', fr: 'Personne qui signe au nom du fournisseur' },
  bind: {
    en: 'This person may sign for the supplier.',
    fr: 'Cette personne peut engager le fournisseur par sa signature.',
  },
  eligible: {
    en: 'The supplier may do business and work in Canada, nothing bars it from public contracts, and this is its only application, affiliates included.',
    fr: 'Le fournisseur peut faire affaire et travailler au Canada, rien ne l’exclut des marchés publics, et cette candidature est sa seule, entités affiliées comprises.',
  },
  ifChosen: { en: 'If I am chosen', fr: 'Si ma candidature est retenue' },
  agree: (facts: { day: Text; price: Text; licence: string }): Text => ({
    en: `I will deliver by ${facts.day.en}, for ${facts.price.en} before tax, paid by card or PayPal, and publish the work under the ${facts.licence} licence.`,
    fr: `Je livrerai au plus tard le ${facts.day.fr}, pour ${facts.price.fr} avant taxes, payables par carte ou par PayPal, et je publierai le travail sous la licence ${facts.licence}.`,
  }),
  sealing: (closing: Text): Text => ({
    en: `Sending seals your application until ${closing.en}. Nobody can read it before then. You get a receipt on screen and by e-mail.`,
    fr: `L’envoi scelle votre candidature jusqu’à la clôture\u00a0: ${closing.fr}. Personne ne peut la lire d’ici là. Vous recevez un reçu à l’écran et par courriel.`,
  }),
  privacy: { en: 'What happens to what you write', fr: 'Ce que devient ce que vous écrivez' },
  privacyText: {
    en: 'We use it to choose a supplier and, if you are chosen, to make the contract and pay you. Answering is voluntary, but without it you cannot be chosen. Applications that are not chosen are kept two years after they were last used. You may see and correct what we hold about you, and complain to the Privacy Commissioner. Personal information bank: PSU 912.',
    fr: 'Nous l’utilisons pour choisir un fournisseur et, si votre candidature est retenue, pour conclure le contrat et vous payer. Répondre est facultatif, mais sans réponse votre candidature ne peut être retenue. Les candidatures non retenues sont conservées deux ans après leur dernière utilisation. Vous pouvez consulter et faire corriger ce que nous avons à votre sujet, et déposer une plainte auprès du Commissariat à la protection de la vie privée. Fichier de renseignements personnels\u00a0: POU 912.',
  },
  draftPromise: {
    en: 'Your draft is encrypted, and its key is destroyed at closing. The program can read it for you while you are signed in; staff cannot.',
    fr: 'Votre brouillon est chiffré, et sa clé est détruite à la clôture. Le programme peut le lire pour vous pendant votre session; le personnel ne le peut pas.',
  },
  closes: { en: 'Closing', fr: 'Clôture' },
  beforeSending: { en: 'Before you send', fr: 'Avant d’envoyer' },
  checklist: {
    en: ['All work criteria read', 'Links open without signing in', 'No name, employer or photo in the answers'],
    fr: [
      'Tous les critères du travail sont lus',
      'Les liens s’ouvrent sans connexion',
      'Aucun nom, employeur ni photo dans les réponses',
    ],
  },
  passHead: { en: 'What a pass looks like', fr: 'À quoi ressemble une bonne réponse' },
  pass: {
    en: 'A passing answer names one thing you did, in your own words, and says how you checked it. Long is not better.',
    fr: 'Une bonne réponse décrit dans vos mots une chose que vous avez faite et dit comment vous l’avez vérifiée. Plus longue ne veut pas dire meilleure.',
  },
} as const

export const warningTexts = {
  head: {
    en: 'Your answers may say who you are',
    fr: 'Vos réponses pourraient révéler qui vous êtes',
  },
  intro: {
    en: 'Evaluators should not know. You may take these out, or send your application as it is: the program team would then hide them.',
    fr: 'Les personnes évaluatrices ne doivent pas le savoir. Vous pouvez retirer ces passages, ou envoyer votre candidature telle quelle\u00a0: l’équipe du programme les masquerait alors.',
  },
  kinds: {
    email: { en: 'an e-mail address', fr: 'une adresse courriel' },
    link: { en: 'a link', fr: 'un lien' },
    phone: { en: 'a telephone number', fr: 'un numéro de téléphone' },
    handle: { en: 'a user name', fr: 'un nom d’utilisateur' },
    name: { en: 'a name of yours', fr: 'un de vos noms' },
    organization: { en: 'the name of your organization', fr: 'le nom de votre organisation' },
  } satisfies Record<IdentifyingKind, Text>,
}

/** Where the application stands, at the head of its form: whether what is here was sent. */
export const whereTexts = {
  nothing: {
    happening: { en: 'Your application is not sent.', fr: 'Votre candidature n’est pas envoyée.' },
    next: { en: 'Write your answers and send them', fr: 'Rédigez vos réponses et envoyez-les' },
  },
  this: {
    happening: { en: 'Your application is received and sealed.', fr: 'Votre candidature est reçue et scellée.' },
    next: { en: 'Nothing. You may still change it.', fr: 'Rien. Vous pouvez encore la modifier.' },
  },
  other: {
    happening: {
      en: 'You changed it since you sent it. What you sent before counts.',
      fr: 'Vous l’avez modifiée depuis l’envoi. C’est l’envoi précédent qui compte.',
    },
    next: {
      en: 'Send it again if the changes should count',
      fr: 'Envoyez-la de nouveau pour que les changements comptent',
    },
  },
} satisfies Record<string, { happening: Text; next: Text }>
