import type { Text } from '../platform/i18n.ts'
import type { DraftRefusal } from './drafts.ts'
import type { ReceiptRefusal } from './receipt.ts'
import type { ApplicationState, OpenRefusal, Standing, SubmitRefusal, WithdrawRefusal, WriteRefusal } from './rules.ts'

/** All that a page for staff says of applications before closing. */
export const sealedText: Text = {
  en: 'Applications are sealed. Nobody can read them, or knows how many there are, before closing.',
  fr: 'Les candidatures sont scellées. Personne ne peut les lire, ni savoir combien il y en a, avant la clôture.',
}

export const refusals: Record<WriteRefusal | SubmitRefusal | DraftRefusal | WithdrawRefusal, Text> = {
  unknown_opportunity: { en: 'There is no such opportunity.', fr: 'Cette occasion n’existe pas.' },
  not_a_supplier: { en: 'Sign in as a supplier to apply.', fr: 'Connectez-vous comme fournisseur pour postuler.' },
  works_here: {
    en: 'You hold a role in the department that posted this opportunity, so you cannot apply to it.',
    fr: 'Vous exercez un rôle dans le ministère qui a affiché cette occasion\u00a0: vous ne pouvez pas y postuler.',
  },
  too_late: {
    en: 'This opportunity has closed. The server’s clock decides, and the closing instant itself is late. What you typed was not sent.',
    fr: 'Cette occasion est close. L’horloge du serveur fait foi, et l’instant même de la clôture est déjà trop tardif. Votre texte n’a pas été envoyé.',
  },
  not_open: {
    en: 'This opportunity does not take applications any more. What you typed was not sent.',
    fr: 'La période de candidature est terminée pour cette occasion. Votre texte n’a pas été envoyé.',
  },
  withdrawn: {
    en: 'You withdrew your application to this opportunity. A withdrawal is final.',
    fr: 'Vous avez retiré votre candidature à cette occasion. Un retrait est définitif.',
  },
  unknown_application: { en: 'There is no such application.', fr: 'Cette candidature n’existe pas.' },
  no_key: {
    en: 'Nothing was sent: this opportunity has no key to seal applications with. Write to the program team.',
    fr: 'Rien n’a été envoyé\u00a0: cette occasion n’a pas de clé pour sceller les candidatures. Écrivez à l’équipe du programme.',
  },
  changed_elsewhere: {
    en: 'Nothing was sent: another device changed your draft at the same moment. Look at it again.',
    fr: 'Rien n’a été envoyé\u00a0: un autre appareil a modifié votre brouillon au même moment. Relisez-le.',
  },
  draft_gone: {
    en: 'Your draft was destroyed at closing and can no longer be read.',
    fr: 'Votre brouillon a été détruit à la clôture et ne peut plus être lu.',
  },
  draft_damaged: {
    en: 'Your draft cannot be read. Write to the program team.',
    fr: 'Votre brouillon est illisible. Écrivez à l’équipe du programme.',
  },
  wrong_state: {
    en: 'This application can no longer be withdrawn.',
    fr: 'Cette candidature ne peut plus être retirée.',
  },
}

/** Why sealed files were not opened, for the record's readers. */
export const openRefusals: Record<OpenRefusal, Text> = {
  unknown_opportunity: { en: 'There is no such opportunity.', fr: 'Cette occasion n’existe pas.' },
  not_closed: { en: 'The opportunity is not closed.', fr: 'L’occasion n’est pas close.' },
  no_seal_key: {
    en: 'This process does not hold the seal key.',
    fr: 'Ce processus ne détient pas la clé de scellage.',
  },
  no_key: { en: 'The opportunity has no key pair.', fr: 'L’occasion n’a pas de paire de clés.' },
  key_damaged: {
    en: 'The opportunity’s private key cannot be unwrapped.',
    fr: 'La clé privée de l’occasion ne peut pas être déchiffrée.',
  },
}

export const receiptRefusals: Record<ReceiptRefusal, Text> = {
  not_a_receipt: {
    en: 'This is not a receipt. Paste all of it, from “opportune receipt/1” to the line that begins with a dash.',
    fr: 'Ce n’est pas un reçu. Collez-le en entier, de «\u00a0opportune receipt/1\u00a0» à la ligne qui commence par un tiret.',
  },
  changed: {
    en: 'This receipt was changed: the signature does not match the text.',
    fr: 'Ce reçu a été modifié\u00a0: la signature ne correspond pas au texte.',
  },
  other_key: {
    en: 'This receipt was signed with another key than ours.',
    fr: 'Ce reçu a été signé avec une autre clé que la nôtre.',
  },
}

/** Names of states for staff, after closing; a supplier reads `standings`. */
export const stateNames: Record<ApplicationState, Text> = {
  draft: { en: 'Not sent', fr: 'Non envoyée' },
  submitted: { en: 'Received', fr: 'Reçue' },
  opened: { en: 'Opened', fr: 'Ouverte' },
  passed: { en: 'Passed', fr: 'Recevable' },
  failed: { en: 'Did not pass', fr: 'Non recevable' },
  excluded: { en: 'Excluded as a duplicate', fr: 'Exclue comme doublon' },
  withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
  purged: { en: 'Erased', fr: 'Effacée' },
}

/** What is happening and what comes next, for the supplier. */
export const standings: Record<Standing, { happening: Text; next: Text; more: Text | null }> = {
  draft: {
    happening: { en: 'You have a draft. It is not sent.', fr: 'Vous avez un brouillon. Il n’est pas envoyé.' },
    next: { en: 'Finish it and send it', fr: 'Terminez-le et envoyez-le' },
    more: null,
  },
  received: {
    happening: { en: 'Your application is received and sealed.', fr: 'Votre candidature est reçue et scellée.' },
    next: { en: 'Nothing. We write to you at closing.', fr: 'Rien. Nous vous écrirons à la clôture.' },
    more: {
      en: 'You may still change it or withdraw it.',
      fr: 'Vous pouvez encore la modifier ou la retirer.',
    },
  },
  draft_late: {
    happening: {
      en: 'It closed before you sent your draft.',
      fr: 'La clôture est passée avant l’envoi de votre brouillon.',
    },
    next: { en: 'Nothing', fr: 'Rien' },
    more: {
      en: 'The key of your draft was destroyed: nobody can read it.',
      fr: 'La clé de votre brouillon est détruite\u00a0: personne ne peut le lire.',
    },
  },
  under_review: {
    happening: {
      en: 'The site was away at the closing, and the closing is under review.',
      fr: 'Le site était indisponible à la clôture, et celle-ci est à l’examen.',
    },
    next: {
      en: 'Nothing. We write to you when it is decided.',
      fr: 'Rien. Nous vous écrirons quand la décision sera prise.',
    },
    more: {
      en: 'What you sent stays sealed. A draft is kept until then.',
      fr: 'Ce que vous avez envoyé reste scellé. Un brouillon est conservé d’ici là.',
    },
  },
  being_evaluated: {
    happening: {
      en: 'It is closed, and applications are being evaluated.',
      fr: 'L’occasion est close, et les candidatures sont en évaluation.',
    },
    next: {
      en: 'Nothing. We write to you when there is a result.',
      fr: 'Rien. Nous vous écrirons quand il y aura un résultat.',
    },
    more: null,
  },
  told: {
    happening: { en: 'The result is known.', fr: 'Le résultat est connu.' },
    next: { en: 'See the result', fr: 'Consultez le résultat' },
    more: null,
  },
  excluded: {
    happening: {
      en: 'This application was excluded: the supplier has another one to the same opportunity.',
      fr: 'Cette candidature est exclue\u00a0: le fournisseur en a une autre à la même occasion.',
    },
    next: { en: 'Read the e-mail that we sent you', fr: 'Lisez le courriel que nous vous avons envoyé' },
    more: null,
  },
  withdrawn: {
    happening: { en: 'You withdrew this application.', fr: 'Vous avez retiré cette candidature.' },
    next: { en: 'Nothing', fr: 'Rien' },
    more: null,
  },
  ended: {
    happening: {
      en: 'The opportunity ended without a choice.',
      fr: 'L’occasion a pris fin sans qu’un choix soit fait.',
    },
    next: { en: 'Nothing', fr: 'Rien' },
    more: null,
  },
  purged: {
    happening: {
      en: 'What you wrote was erased, as our retention rules promise.',
      fr: 'Ce que vous aviez écrit a été effacé, comme le promettent nos règles de conservation.',
    },
    next: { en: 'Nothing', fr: 'Rien' },
    more: null,
  },
}

export const homeTexts = {
  title: { en: 'Your applications', fr: 'Vos candidatures' },
  empty: { en: 'You have not applied to anything yet', fr: 'Vous n’avez encore postulé à aucune occasion' },
  emptyNext: { en: 'See what is open', fr: 'Voir les occasions ouvertes' },
  state: {
    draft: { en: 'Draft', fr: 'Brouillon' },
    received: { en: 'Received', fr: 'Reçue' },
    draft_late: { en: 'Not sent', fr: 'Non envoyée' },
    under_review: { en: 'Closing under review', fr: 'Clôture à l’examen' },
    being_evaluated: { en: 'Being evaluated', fr: 'En évaluation' },
    told: { en: 'Result known', fr: 'Résultat connu' },
    withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
    excluded: { en: 'Excluded', fr: 'Exclue' },
    ended: { en: 'Ended', fr: 'Terminée' },
    purged: { en: 'Erased', fr: 'Effacée' },
  } satisfies Record<Standing, Text>,
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  go: { en: 'Go to your draft', fr: 'Aller à votre brouillon' },
  change: { en: 'Change it', fr: 'La modifier' },
  receipt: { en: 'Receipt', fr: 'Reçu' },
  withdraw: { en: 'Withdraw', fr: 'Retirer' },
  result: { en: 'See the result', fr: 'Voir le résultat' },
} as const

export const withdrawalTexts = {
  title: { en: 'Withdraw your application?', fr: 'Retirer votre candidature?' },
  what: {
    en: 'It will not be on the list of applications, and nobody will read what you wrote. You cannot apply to this opportunity again.',
    fr: 'Elle ne figurera pas sur la liste des candidatures, et personne ne lira ce que vous avez écrit. Vous ne pourrez plus postuler à cette occasion.',
  },
  act: { en: 'Withdraw my application', fr: 'Retirer ma candidature' },
  keep: { en: 'Keep it', fr: 'La conserver' },
} as const

export const lateTexts = {
  over: {
    en: 'This opportunity takes no more applications. The server’s clock decides.',
    fr: 'La période de candidature est terminée pour cette occasion. L’horloge du serveur fait foi.',
  },
  title: { en: 'It has closed', fr: 'L’occasion est close' },
  closedAt: (when: Text): Text => ({ en: `It closed: ${when.en}.`, fr: `Clôture\u00a0: ${when.fr}.` }),
  typed: { en: 'What you typed', fr: 'Votre texte' },
  keep: { en: 'Keep what I typed (text file)', fr: 'Conserver mon texte (fichier texte)' },
  receivedBefore: {
    en: 'What you sent before closing counts. Your receipt says what we received.',
    fr: 'Ce que vous avez envoyé avant la clôture compte. Votre reçu dit ce que nous avons reçu.',
  },
} as const

export const receiptTexts = {
  changed: {
    en: 'The criteria changed after you applied',
    fr: 'Les critères ont changé depuis votre candidature',
  },
  changedMore: {
    en: 'What you sent answers the earlier criteria, and stands. You may revise it until closing.',
    fr: 'Votre candidature répond aux critères antérieurs et demeure valable. Vous pouvez la revoir jusqu’à la clôture.',
  },
  changedPast: {
    en: 'What you sent answers the earlier criteria. Evaluators see which ones came later.',
    fr: 'Votre candidature répond aux critères antérieurs. L’évaluation indique ceux qui sont venus après.',
  },
  revise: { en: 'Revise your application', fr: 'Revoir votre candidature' },
  title: { en: 'Receipt', fr: 'Reçu' },
  eyebrow: (number: string): Text => ({
    en: `Application to opportunity ${number}`,
    fr: `Candidature à l’occasion ${number}`,
  }),
  token: { en: 'Your token', fr: 'Votre jeton' },
  tokenMore: {
    en: 'It names your application in the draw. It opens nothing.',
    fr: 'Il désigne votre candidature lors du tirage. Il n’ouvre rien.',
  },
  received: { en: 'Received', fr: 'Reçue' },
  utc: { en: 'Universal time', fr: 'Temps universel' },
  sealed: { en: 'SHA-256 of the sealed file', fr: 'SHA-256 du fichier scellé' },
  commitment: { en: 'Commitment to what you wrote', fr: 'Engagement sur ce que vous avez écrit' },
  salt: { en: 'Your salt: keep it to yourself', fr: 'Votre sel\u00a0: à garder pour vous' },
  saltGone: {
    en: 'Destroyed at closing with your draft; it is in the receipt you kept.',
    fr: 'Détruit à la clôture avec votre brouillon; il figure dans le reçu que vous avez conservé.',
  },
  drawCommitment: { en: 'Commitment of the draw', fr: 'Engagement du tirage' },
  none: { en: 'None', fr: 'Aucun' },
  whole: { en: 'The signed receipt', fr: 'Le reçu signé' },
  wholeMore: {
    en: 'Keep it. Anybody can check it against our public key, on this site or with another tool.',
    fr: 'Conservez-le. Tout le monde peut le vérifier avec notre clé publique, sur ce site ou avec un autre outil.',
  },
  download: { en: 'Download the receipt (text)', fr: 'Télécharger le reçu (texte)' },
  check: { en: 'Check this receipt', fr: 'Vérifier ce reçu' },
  whatIf: {
    en: 'The commitment is the SHA-256 of the salt followed by what you wrote. The file below has both until closing: with them you can prove, later, what you sent.',
    fr: 'L’engagement est le SHA-256 du sel suivi de ce que vous avez écrit. Le fichier ci-dessous contient les deux jusqu’à la clôture\u00a0: ils vous permettent de prouver plus tard ce que vous avez envoyé.',
  },
} as const

export const checkTexts = {
  title: { en: 'Check a receipt', fr: 'Vérifier un reçu' },
  intro: {
    en: 'Paste a receipt that this site gave. We check its signature and, after closing, whether the list of applications has it.',
    fr: 'Collez un reçu remis par ce site. Nous vérifions sa signature et, après la clôture, sa présence sur la liste des candidatures.',
  },
  field: { en: 'The receipt', fr: 'Le reçu' },
  act: { en: 'Check it', fr: 'Vérifier' },
  good: {
    en: 'This receipt is ours, and nothing in it was changed',
    fr: 'Ce reçu est le nôtre, et rien n’y a été modifié',
  },
  bad: { en: 'This receipt cannot be trusted', fr: 'Ce reçu n’est pas fiable' },
  says: (token: string, slug: string, at: string): Text => ({
    en: `It says that application ${token} to “${slug}” was received at ${at}.`,
    fr: `Il dit que la candidature ${token} à l’occasion «\u00a0${slug}\u00a0» a été reçue à cette heure\u00a0: ${at}.`,
  }),
  noRoster: {
    en: 'The list of applications is published at closing. Come back then.',
    fr: 'La liste des candidatures est publiée à la clôture. Revenez à ce moment-là.',
  },
  inRoster: {
    en: 'The list published at closing has this application, with the same sealed file.',
    fr: 'La liste publiée à la clôture contient cette candidature, avec le même fichier scellé.',
  },
  notInRoster: {
    en: 'The list published at closing does not have this sealed file: it was replaced or withdrawn after this receipt. If you did neither, write to us at once.',
    fr: 'La liste publiée à la clôture ne contient pas ce fichier scellé\u00a0: il a été remplacé ou retiré après ce reçu. Si vous n’avez fait ni l’un ni l’autre, écrivez-nous sans tarder.',
  },
  signed: { en: 'What was signed', fr: 'Ce qui a été signé' },
  key: { en: 'Our public key', fr: 'Notre clé publique' },
} as const
