import type { Text } from '../platform/i18n.ts'

/** How far a draw has come, as anybody may know it. */
export const stages = ['committed', 'listed', 'waiting', 'drawn', 'only_one', 'nobody', 'ended'] as const
export type Stage = (typeof stages)[number]

export const publicTexts = {
  back: { en: 'Back to the opportunity', fr: 'Retour à l’occasion' },
  eyebrow: (number: string, stage: Text): Text => ({
    en: `Opportunity ${number} · ${stage.en}`,
    fr: `Occasion ${number} · ${stage.fr}`,
  }),
  stageNames: {
    committed: { en: 'Sealed number locked away', fr: 'Nombre scellé mis sous clé' },
    listed: { en: 'List fixed', fr: 'Liste fixée' },
    waiting: { en: 'Waiting for the public number', fr: 'En attente du nombre public' },
    drawn: { en: 'Draw 1 · Done', fr: 'Tirage 1 · Terminé' },
    only_one: { en: 'No draw needed', fr: 'Aucun tirage nécessaire' },
    nobody: { en: 'No draw', fr: 'Aucun tirage' },
    ended: { en: 'Ended early', fr: 'Terminée avant le choix' },
  } satisfies Record<Stage, Text>,
  titles: {
    committed: { en: 'How one will be chosen', fr: 'Comment le choix se fera' },
    listed: { en: 'How one will be chosen', fr: 'Comment le choix se fera' },
    waiting: { en: 'How one will be chosen', fr: 'Comment le choix se fera' },
    drawn: { en: 'How one was chosen', fr: 'Comment le choix s’est fait' },
    only_one: { en: 'Nothing had to be drawn', fr: 'Il n’y avait rien à tirer au sort' },
    nobody: { en: 'Nobody was chosen', fr: 'Aucune candidature n’a été retenue' },
    ended: { en: 'Nothing is drawn', fr: 'Rien n’est tiré au sort' },
  } satisfies Record<Stage, Text>,
  leads: {
    committed: {
      en: 'If several applications pass, chance puts them in order, and anybody can check it. The first ingredient is already fixed: a sealed number whose fingerprint is below.',
      fr: 'Si plusieurs candidatures sont recevables, le hasard les met en ordre, et tout le monde peut le vérifier. Le premier ingrédient est déjà fixé\u00a0: un nombre scellé dont l’empreinte figure ci-dessous.',
    },
    listed: {
      en: 'Two ingredients are fixed: the sealed number, and the list of everyone who applied. Applications are now evaluated without names.',
      fr: 'Deux ingrédients sont fixés\u00a0: le nombre scellé et la liste de toutes les candidatures. Elles sont maintenant évaluées sans les noms.',
    },
    waiting: {
      en: 'Results are locked and the sealed number is open. A public number that nobody can know yet will put those who passed in order.',
      fr: 'Les résultats sont verrouillés et le nombre scellé est ouvert. Un nombre public que personne ne peut encore connaître mettra en ordre les candidatures recevables.',
    },
    drawn: {
      en: 'This page shows how chance, and not a person, put those who passed in order, and how you can check it yourself.',
      fr: 'Cette page montre comment le hasard, et non une personne, a mis en ordre les candidatures recevables, et comment le vérifier vous-même.',
    },
    only_one: {
      en: 'One application passed every criterion, so there was nothing to draw. What was fixed in advance is published all the same.',
      fr: 'Une seule candidature satisfait à tous les critères\u00a0: il n’y avait rien à tirer au sort. Ce qui avait été fixé d’avance est publié quand même.',
    },
    nobody: {
      en: 'No application passed every criterion, so there is no draw and the sealed number stays closed.',
      fr: 'Aucune candidature ne satisfait à tous les critères\u00a0: il n’y a pas de tirage et le nombre scellé reste fermé.',
    },
    ended: {
      en: 'The opportunity ended before a supplier was chosen. The sealed number stays closed.',
      fr: 'L’occasion s’est terminée avant le choix d’un fournisseur. Le nombre scellé reste fermé.',
    },
  } satisfies Record<Stage, Text>,
  nextHappening: {
    committed: { en: 'Applications are open', fr: 'La période de candidature est ouverte' },
    listed: { en: 'Applications are being evaluated', fr: 'Les candidatures sont en cours d’évaluation' },
    waiting: { en: 'Results are locked', fr: 'Les résultats sont verrouillés' },
    drawn: { en: 'The order is known', fr: 'L’ordre est connu' },
    only_one: { en: 'One application passed', fr: 'Une seule candidature est recevable' },
    nobody: { en: 'No application passed', fr: 'Aucune candidature n’est recevable' },
    ended: { en: 'The opportunity has ended', fr: 'L’occasion est terminée' },
  } satisfies Record<Stage, Text>,
  happeningMore: {
    en: 'The supplier’s name is published when they sign.',
    fr: 'Le nom du fournisseur est publié à la signature.',
  },
  nothing: { en: 'Nothing', fr: 'Rien' },
  keepMail: { en: 'Keep your e-mails', fr: 'Conservez vos courriels' },
  keepMailMore: {
    en: 'If you apply or applied: the fingerprints in them let you check the draw without trusting this page.',
    fr: 'Si vous postulez ou avez postulé\u00a0: les empreintes qu’ils contiennent vous permettent de vérifier le tirage sans vous fier à cette page.',
  },
  checkIt: { en: 'Check the draw, if you like', fr: 'Vérifiez le tirage, si vous le souhaitez' },
  checkItMore: {
    en: 'Nothing is asked of you. If you applied, your result is in your e-mail.',
    fr: 'Rien ne vous est demandé. Si vous avez postulé, votre résultat est dans vos courriels.',
  },
  byClosing: { en: 'Closing of the opportunity.', fr: 'Clôture de l’occasion.' },
  byResults: { en: 'When results are locked', fr: 'Au verrouillage des résultats' },
  byNumber: {
    en: 'From then on the public number is known.',
    fr: 'Le nombre public est connu à partir de ce moment.',
  },
  byNone: { en: 'No date', fr: 'Aucune échéance' },
  picture: { en: 'The draw in one picture', fr: 'Le tirage en une image' },
  sealedHead: { en: 'Sealed number', fr: 'Nombre scellé' },
  sealedWhy: { en: 'locked away before anyone applied', fr: 'mis sous clé avant toute candidature' },
  sealedWhen: (opened: string): Text => ({ en: `opened ${opened}`, fr: `ouvert le ${opened}` }),
  sealedSaid: (made: string, opened: string): Text => ({
    en: `Made and locked away on ${made}, before anyone applied. Opened on ${opened}.`,
    fr: `Créé et mis sous clé le ${made}, avant toute candidature. Ouvert le ${opened}.`,
  }),
  listHead: { en: 'Everyone who applied', fr: 'Toutes les candidatures' },
  listWhy: { en: 'fixed at closing', fr: 'liste fixée à la clôture' },
  listWhen: (count: number, when: string): Text => ({
    en: `${count} sealed envelopes, ${when}`,
    fr: `${count} enveloppes scellées, ${when}`,
  }),
  listSaid: (count: number, when: string): Text => ({
    en: `${count} sealed envelopes, fixed at closing on ${when}.`,
    fr: `${count} enveloppes scellées, liste fixée à la clôture, le ${when}.`,
  }),
  numberHead: { en: 'Public number', fr: 'Nombre public' },
  lotteryHead: { en: 'Lottery numbers', fr: 'Numéros de loterie' },
  numberWhy: { en: 'after everything else was public', fr: 'connu une fois tout le reste public' },
  numberSaid: (when: string): Text => ({
    en: `Of ${when}, after everything else was public.`,
    fr: `Du ${when}, une fois tout le reste public.`,
  }),
  lineText: (first: string, at: string, others: number): Text => ({
    en: `Three ingredients make one key. The key gives each applicant a place on a line from 0 to 100. ${first}, at ${at}, is first. ${others} others follow.`,
    fr: `Trois ingrédients donnent une clé. La clé donne à chaque candidature une place sur une ligne de 0 à 100. ${first}, à ${at}, est première. ${others} autres suivent.`,
  }),
  apart: (count: number): Text =>
    count === 1
      ? {
          en: 'One application did not pass, so it has no place on the line.',
          fr: 'Une candidature n’est pas recevable\u00a0: elle n’a pas de place sur la ligne.',
        }
      : {
          en: `${count} applications did not pass, so they have no place on the line.`,
          fr: `${count} candidatures ne sont pas recevables\u00a0: elles n’ont pas de place sur la ligne.`,
        },
  published: { en: 'What was published, and when', fr: 'Ce qui a été publié, et quand' },
  publishedCommitment: { en: 'Fingerprint of the sealed number', fr: 'Empreinte du nombre scellé' },
  publishedRoster: { en: 'List of everyone who applied', fr: 'Liste de toutes les candidatures' },
  publishedManifest: { en: 'Results, and the sealed number opened', fr: 'Résultats, et ouverture du nombre scellé' },
  publishedValue: { en: 'Public number, and the order', fr: 'Nombre public et ordre' },
  notYet: { en: 'Not yet', fr: 'Pas encore' },
  order: { en: 'The order', fr: 'L’ordre' },
  orderLead: {
    en: 'By token, never by name. The next in order has the offer only if the one before refuses in writing, lets it lapse, or fails a check listed on the notice.',
    fr: 'Par jeton, jamais par nom. La candidature suivante reçoit l’offre seulement si la précédente la décline par écrit, la laisse expirer ou ne passe pas une vérification annoncée dans l’avis.',
  },
  rank: { en: 'Place', fr: 'Rang' },
  token: { en: 'Token', fr: 'Jeton' },
  line: { en: 'On the line', fr: 'Sur la ligne' },
  ticket: { en: 'Ticket', fr: 'Billet' },
  tokens: { en: 'Tokens of everyone who applied', fr: 'Jetons de toutes les candidatures' },
  eligible: { en: 'Tokens of those who passed', fr: 'Jetons des candidatures recevables' },
  whyHead: { en: 'Why nobody could steer it', fr: 'Pourquoi personne ne pouvait l’influencer' },
  why: [
    {
      head: {
        en: 'We could not choose the sealed number late',
        fr: 'Nous ne pouvions pas choisir le nombre scellé après coup',
      },
      text: {
        en: 'Its fingerprint was published with the notice. Any other number has another fingerprint.',
        fr: 'Son empreinte a été publiée avec l’avis. Tout autre nombre a une autre empreinte.',
      },
    },
    {
      head: {
        en: 'We could not add or drop an applicant',
        fr: 'Nous ne pouvions ni ajouter ni retirer une candidature',
      },
      text: {
        en: 'The list is fixed at closing, and each applicant is sent its fingerprint.',
        fr: 'La liste est fixée à la clôture et son empreinte est envoyée à chaque fournisseur qui a postulé.',
      },
    },
    {
      head: { en: 'We could not know the public number', fr: 'Nous ne pouvions pas connaître le nombre public' },
      text: {
        en: 'Who passed, and the sealed number itself, are public before the public number exists.',
        fr: 'Les candidatures recevables et le nombre scellé lui-même sont publics avant que le nombre public existe.',
      },
    },
    {
      head: { en: 'We could not try twice', fr: 'Nous ne pouvions pas essayer deux fois' },
      text: {
        en: 'The same three ingredients always give the same order, and no second draw exists.',
        fr: 'Les trois mêmes ingrédients donnent toujours le même ordre et il n’y a pas de second tirage.',
      },
    },
  ],
  checkHead: { en: 'Check it yourself', fr: 'Vérifier soi-même' },
  checkLead: {
    en: 'Take the three fingerprints from your own e-mails, not from this page: a forged number would add up just as well. Without them, every check answers “not checked”.',
    fr: 'Prenez les trois empreintes dans vos propres courriels, et non sur cette page\u00a0: avec un faux nombre, le calcul tomberait juste tout autant. Sans elles, toute vérification répond «\u00a0non vérifié\u00a0».',
  },
  byEye: { en: 'With no computer', fr: 'Sans ordinateur' },
  byEyeText: (source: string): Text => ({
    en: `Compare the public number with its own source (${source}), and the fingerprints below with those in your e-mails.`,
    fr: `Comparez le nombre public avec sa propre source (${source}) et les empreintes ci-dessous avec celles de vos courriels.`,
  }),
  byProgram: { en: 'With our program, or your own', fr: 'Avec notre programme, ou le vôtre' },
  byProgramText: {
    en: 'Download the draw as a file. The method is public and short; a checker in any language takes an hour to write.',
    fr: 'Téléchargez le tirage dans un fichier. La méthode est publique et brève; un vérificateur s’écrit en une heure dans n’importe quel langage.',
  },
  download: { en: 'Download the draw (JSON)', fr: 'Télécharger le tirage (JSON)' },
  byShell: { en: 'One ticket, with OpenSSL', fr: 'Un billet, avec OpenSSL' },
  byShellText: {
    en: 'The first command gives the key, the second the ticket of the first in order.',
    fr: 'La première commande donne la clé; la seconde, le billet de la candidature au premier rang.',
  },
  everything: { en: 'Every value and text, to copy', fr: 'Chaque valeur et chaque texte, à copier' },
  method: { en: 'Method', fr: 'Méthode' },
  seed: { en: 'Sealed number, now open', fr: 'Nombre scellé, maintenant ouvert' },
  rosterHash: { en: 'Fingerprint of the list (roster)', fr: 'Empreinte de la liste' },
  manifestHash: { en: 'Fingerprint of the results (manifest)', fr: 'Empreinte des résultats (manifeste)' },
  beacon: { en: 'Public number: source and value', fr: 'Nombre public\u00a0: source et valeur' },
  source: { en: 'Source of the public number', fr: 'Source du nombre public' },
  key: { en: 'Key', fr: 'Clé' },
  rosterText: { en: 'Text of the list', fr: 'Texte de la liste' },
  manifestText: { en: 'Text of the results', fr: 'Texte des résultats' },
  cannotHead: { en: 'What it cannot do', fr: 'Ce qu’il ne peut pas faire' },
  cannotLead: {
    en: 'You can check that the numbers were not chosen after the fact, with your own e-mails and a checker that we do not serve. You cannot check:',
    fr: 'Vous pouvez vérifier que les nombres n’ont pas été choisis après coup, avec vos propres courriels et un vérificateur qui ne vient pas de nous. Vous ne pouvez pas vérifier\u00a0:',
  },
  cannot: [
    {
      en: 'That the evaluation was fair. For that, each applicant has the reasons in writing and may ask for a debrief.',
      fr: 'Que l’évaluation a été équitable. Pour cela, chaque fournisseur reçoit les justifications par écrit et peut demander un compte rendu.',
    },
    {
      en: 'That the applicants are distinct and unconnected people. If five of the ten who pass are friends, one of them is first every second time. Hence one application for each legal supplier, identities compared before the results are final, and the identity of the chosen supplier verified at the offer.',
      fr: 'Que les candidatures viennent de personnes distinctes et sans lien. Si cinq des dix candidatures recevables viennent d’un groupe d’amis, l’une d’elles arrive première une fois sur deux. C’est pourquoi chaque fournisseur ne présente qu’une candidature, les identités sont comparées avant que les résultats soient définitifs, et celle du fournisseur retenu est vérifiée à l’offre.',
    },
    {
      en: 'That somebody without a receipt was not left out. Keep your receipt.',
      fr: 'Qu’une personne sans reçu n’a pas été laissée de côté. Conservez votre reçu.',
    },
  ],
  cannotEnd: {
    en: 'Anyone can work out the place that an application which did not pass would have had. The operators of the public number are trusted not to collude with insiders.',
    fr: 'Tout le monde peut calculer le rang qu’aurait eu une candidature non recevable. On suppose que les organismes qui produisent le nombre public ne s’entendent pas avec des gens de l’intérieur.',
  },
  simulated: {
    en: 'A demonstration: this draw decides nothing real.',
    fr: 'Démonstration\u00a0: ce tirage ne décide de rien de réel.',
  },
} as const

export const staffTexts = {
  title: { en: 'Draw', fr: 'Tirage au sort' },
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  publicPage: { en: 'The public page of this draw', fr: 'La page publique de ce tirage' },
  valueLabel: { en: 'Public number', fr: 'Nombre public' },
  example: (example: string): Text => ({ en: `For example ${example}.`, fr: `Par exemple ${example}.` }),
  enter: { en: 'Send it for confirmation', fr: 'L’envoyer pour confirmation' },
  typedBy: (name: string): Text => ({ en: `Typed in by ${name}`, fr: `Saisi par ${name}` }),
  decideText: {
    en: 'Look the number up yourself at its source before you decide. Confirming makes the draw: it cannot be done twice.',
    fr: 'Vérifiez vous-même le nombre à sa source avant de décider. La confirmation effectue le tirage\u00a0: il n’y en a qu’un.',
  },
  confirm: { en: 'It is the same: confirm it', fr: 'Il est identique\u00a0: le confirmer' },
  reject: { en: 'It is not the same: reject it', fr: 'Il diffère\u00a0: le rejeter' },
  reference: { en: 'Which number', fr: 'Quel nombre' },
  knownFrom: { en: 'Known from', fr: 'Connu à partir de' },
  toEnter: { en: 'Type in the public number', fr: 'Saisissez le nombre public' },
  toDecide: { en: 'Confirm the public number, or reject it', fr: 'Confirmez le nombre public ou rejetez-le' },
  nothing: { en: 'Nothing for now', fr: 'Rien pour l’instant' },
  toldWhen: { en: 'We write to you when it is your turn.', fr: 'Nous vous écrirons quand ce sera votre tour.' },
  waitsForNumber: { en: 'Waiting for the public number', fr: 'En attente du nombre public' },
  waitsMore: {
    en: 'Results and the sealed number are public. The number does not exist yet.',
    fr: 'Les résultats et le nombre scellé sont publics. Le nombre n’existe pas encore.',
  },
  numberKnown: { en: 'The public number is known', fr: 'Le nombre public est connu' },
  numberKnownMore: {
    en: 'One person of the program types it in, another person confirms it. Neither has evaluated.',
    fr: 'Une personne du programme le saisit, une autre le confirme. Ni l’une ni l’autre n’a évalué.',
  },
  typedIn: { en: 'A number waits for a second person', fr: 'Un nombre attend une deuxième personne' },
  preparing: { en: 'Results are locked', fr: 'Les résultats sont verrouillés' },
  preparingMore: { en: 'The manifest is being published.', fr: 'Le manifeste est en cours de publication.' },
  done: { en: 'The order is known', fr: 'L’ordre est connu' },
  doneMore: { en: 'The first in order has the offer.', fr: 'La première candidature reçoit l’offre.' },
  none: { en: 'No draw on this file', fr: 'Aucun tirage dans ce dossier' },
  noneMore: { en: 'There was nothing to draw.', fr: 'Il n’y avait rien à tirer au sort.' },
  notYet: { en: 'There is no result yet', fr: 'Il n’y a pas encore de résultats' },
  notYetMore: {
    en: 'A draw follows once two people have locked the results.',
    fr: 'Le tirage suit le verrouillage des résultats par deux personnes.',
  },
} as const

export const waitingTexts = {
  enter: { en: 'Type in the public number of the draw', fr: 'Saisir le nombre public du tirage' },
  decide: { en: 'Confirm the public number of the draw', fr: 'Confirmer le nombre public du tirage' },
} as const satisfies Record<string, Text>
