import type { Text } from '../platform/i18n.ts'
import { MOST_WORDS } from './content.ts'
import type { IdentifyingKind } from './identifying.kinds.ts'

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
  linksWrong: (most: number): Text => ({
    en: `Enter web addresses that start with https://, one a line, ${most} at most.`,
    fr: `Inscrivez des adresses Web qui commencent par https://, une par ligne, au plus ${most}.`,
  }),
  changedElsewhere: (label: Text): Text => ({
    en: `${label.en}: another device saved something else. Both are shown; saving again keeps what is in the field.`,
    fr: `${label.fr}\u00a0: un autre appareil a enregistré autre chose. Les deux sont affichés; enregistrer de nouveau garde ce qui est dans le champ.`,
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
    en: 'Confirm that the supplier is eligible.',
    fr: 'Confirmez que le fournisseur est admissible.',
  },
  only: {
    en: 'Confirm that this is the supplier’s only application.',
    fr: 'Confirmez que cette candidature est la seule du fournisseur.',
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
  preview: { en: 'See it as evaluators will', fr: 'Voir ce que liront les personnes évaluatrices' },
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
    fr: 'Votre propre nom si vous n’avez pas d’entreprise. Il figurera dans les conditions et sur la facture.',
  },
  operatingName: { en: 'Operating name', fr: 'Nom commercial' },
  operatingNameHint: { en: 'If it is not the same.', fr: 'S’il est différent.' },
  workerName: { en: 'Who will do the work', fr: 'Personne qui fera le travail' },
  email: { en: 'E-mail address', fr: 'Adresse courriel' },
  verified: { en: 'Verified', fr: 'Vérifiée' },
  publicService: {
    en: 'Do you work in the federal public service, or did you?',
    fr: 'Travaillez-vous dans la fonction publique fédérale, ou y avez-vous travaillé?',
  },
  publicServiceHint: {
    en: 'For the person who signs and the person who does the work. You may apply whatever the answer.',
    fr: 'Pour la personne qui signe et celle qui fera le travail. Vous pouvez postuler quelle que soit la réponse.',
  },
  publicServiceShort: { en: 'Public service', fr: 'Fonction publique' },
  publicServiceNo: { en: 'No', fr: 'Non' },
  publicServiceFormer: {
    en: 'I did, and receive neither a federal pension nor a payment for leaving',
    fr: 'J’y ai travaillé, et je ne reçois ni pension fédérale ni paiement de départ',
  },
  publicServiceFormerHint: { en: 'Nothing changes for you.', fr: 'Rien ne change pour vous.' },
  publicServicePension: {
    en: 'I did, and receive a federal pension or received a payment for leaving',
    fr: 'J’y ai travaillé, et je reçois une pension fédérale ou j’ai reçu un paiement de départ',
  },
  publicServicePensionHint: {
    en: 'If you are chosen, the department asks for the details. It publishes with the contract that the supplier receives a pension; a payment for leaving can limit what you may be paid.',
    fr: 'Si votre candidature est retenue, le ministère demandera des précisions. Il publiera avec le contrat que le fournisseur reçoit une pension; un paiement de départ peut limiter ce qui peut vous être versé.',
  },
  publicServiceYes: { en: 'Yes, now', fr: 'Oui, actuellement' },
  publicServiceYesHint: {
    en: 'If you are chosen, we need your director general’s agreement before the contract is signed.',
    fr: 'Si votre candidature est retenue, l’accord de votre directrice ou directeur général sera nécessaire avant la signature du contrat.',
  },
  repositories: { en: 'Links to your public work', fr: 'Liens vers vos travaux publics' },
  repositoriesHint: {
    en: 'Repositories or profiles, one a line. Evaluators do not see them and they do not count: the department looks at them only if you are chosen, and they help us find your user name in your answers.',
    fr: 'Dépôts ou profils, un par ligne. Les personnes évaluatrices ne les voient pas et ils ne comptent pas\u00a0: le ministère ne les consulte que si votre candidature est retenue, et ils nous aident à repérer votre nom d’utilisateur dans vos réponses.',
  },
  hasAffiliates: { en: 'Does this supplier have affiliates?', fr: 'Ce fournisseur a-t-il des entités affiliées?' },
  hasAffiliatesHint: {
    en: 'Firms that own it, that it owns, or that the same people control. One application counts for all of them.',
    fr: 'Les entreprises qui le détiennent, qu’il détient ou que les mêmes personnes dirigent. Une seule candidature vaut pour toutes.',
  },
  hasAffiliatesShort: { en: 'Affiliates', fr: 'Entités affiliées' },
  no: { en: 'No', fr: 'Non' },
  yes: { en: 'Yes', fr: 'Oui' },
  affiliates: { en: 'Names of the affiliates', fr: 'Noms des entités affiliées' },
  affiliatesHint: { en: 'If there are any, one a line.', fr: 'S’il y en a, une par ligne.' },
  agreement: { en: 'Your agreement', fr: 'Votre accord' },
  signatoryName: { en: 'Who signs for the supplier', fr: 'Personne qui signe au nom du fournisseur' },
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
  devices: {
    en: 'You can go on from another device with a code sent to your address. Whoever runs this server, or reads your mail, could pass for you with such a code: each browser after the first that opens your application is recorded, and we tell you by e-mail.',
    fr: 'Vous pouvez continuer sur un autre appareil au moyen d’un code envoyé à votre adresse. Quiconque exploite ce serveur, ou lit vos courriels, pourrait se faire passer pour vous avec un tel code\u00a0: chaque navigateur qui ouvre votre candidature après le premier est consigné, et nous vous en avisons par courriel.',
  },
  closes: { en: 'Before the closing', fr: 'Avant la clôture' },
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
  passExample: { en: 'Read an example', fr: 'Lire un exemple' },
} as const

export const warningTexts = {
  head: {
    en: 'Your answers may say who you are',
    fr: 'Vos réponses pourraient révéler qui vous êtes',
  },
  nothing: {
    en: 'Nothing found that says who you are',
    fr: 'Nous n’avons rien repéré qui révèle qui vous êtes',
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
    address: { en: 'a postal address', fr: 'une adresse postale' },
    number: { en: 'a number that names somebody', fr: 'un numéro qui désigne quelqu’un' },
  } satisfies Record<IdentifyingKind, Text>,
}

/** While one types, with a script: what is saved, and what is not. `{time}` is filled in. */
export const liveTexts = {
  saved: { en: 'Saved at {time}', fr: 'Enregistré à {time}' },
  saving: { en: 'Saving…', fr: 'Enregistrement…' },
  offline: {
    en: 'The connection is away. What you type is kept in this browser and saved when it is back.',
    fr: 'La connexion est interrompue. Votre texte est conservé dans ce navigateur et sera enregistré à son retour.',
  },
  refused: {
    en: 'This page can no longer save. Copy your text and open the page again.',
    fr: 'Cette page ne peut plus enregistrer. Copiez votre texte et rouvrez la page.',
  },
  conflict: {
    en: 'Another device changed what you are changing. Both texts are shown: choose one.',
    fr: 'Un autre appareil a modifié ce que vous modifiez. Les deux textes sont affichés\u00a0: choisissez-en un.',
  },
  keptHead: {
    en: 'This browser kept what was not saved',
    fr: 'Ce navigateur a conservé ce qui n’était pas enregistré',
  },
  kept: {
    en: 'The page was closed before these texts reached us. Put them back, or forget them.',
    fr: 'La page a été fermée avant que ces textes nous parviennent. Remettez-les en place ou oubliez-les.',
  },
  putBack: { en: 'Put back', fr: 'Remettre en place' },
  forget: { en: 'Forget', fr: 'Oublier' },
  theirs: { en: 'Saved on another device', fr: 'Enregistré sur un autre appareil' },
  useTheirs: { en: 'Use this one', fr: 'Prendre celui-ci' },
  keepMine: { en: 'Keep mine', fr: 'Garder le mien' },
  nothing: { en: '(nothing)', fr: '(rien)' },
} as const satisfies Record<string, Text>

export const previewTexts = {
  title: { en: 'As evaluators will read it', fr: 'Ce que liront les personnes évaluatrices' },
  lead: {
    en: 'Evaluators read this, and nothing else of your application: no name, address or link of yours.',
    fr: 'Les personnes évaluatrices lisent ceci, et rien d’autre de votre candidature\u00a0: ni nom, ni adresse, ni lien.',
  },
  clean: {
    en: 'Read it once with that in mind: a project or a client that few people worked for can also tell.',
    fr: 'Relisez-vous dans cet esprit\u00a0: un projet ou un client auquel peu de gens ont travaillé peut aussi vous trahir.',
  },
  empty: { en: 'No answer yet', fr: 'Aucune réponse pour l’instant' },
  changeIt: (key: string): Text => ({ en: `Change ${key}`, fr: `Modifier ${key}` }),
  back: { en: 'Back to your application', fr: 'Retour à votre candidature' },
  found: { en: 'Marked above:', fr: 'Passages signalés\u00a0:' },
} as const

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
