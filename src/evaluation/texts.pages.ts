import type { Text } from '../platform/i18n.ts'
import type { Situation } from './rules.ts'

export const formTexts = {
  chooseEvaluator: { en: 'Choose at least one person.', fr: 'Choisissez au moins une personne.' },
  chooseLanguage: { en: 'Choose at least one language.', fr: 'Choisissez au moins une langue.' },
  passOrFail: {
    en: 'Choose pass or fail.',
    fr: 'Choisissez «\u00a0satisfait\u00a0» ou «\u00a0ne satisfait pas\u00a0».',
  },
  reasonMissing: {
    en: 'Write the reason. The applicant has no other explanation.',
    fr: 'Rédigez la justification. Le fournisseur n’aura pas d’autre explication.',
  },
  reasonShort: (least: number): Text => ({
    en: `Say more: a reason needs at least ${least} words.`,
    fr: `Précisez\u00a0: une justification compte au moins ${least} mots.`,
  }),
  reasonLong: (most: number): Text => ({
    en: `Use ${most} characters or fewer.`,
    fr: `Utilisez au plus ${most} caractères.`,
  }),
  decideOne: {
    en: 'Decide at least one criterion before you save.',
    fr: 'Prononcez-vous sur au moins un critère avant d’enregistrer.',
  },
}

export type StatusWords = {
  readonly happening: { readonly what: Text; readonly more: Text }
  readonly next: { readonly what: Text; readonly more: Text }
}

const resultsHidden: Text = {
  en: 'Nobody but the evaluators reads the answers until results are locked.',
  fr: 'Personne d’autre que les personnes évaluatrices ne lit les réponses avant le verrouillage des résultats.',
}
const nothing: Text = { en: 'Nothing for now', fr: 'Rien pour l’instant' }

export const statusWords: Record<Situation, StatusWords> = {
  to_start: {
    happening: {
      what: { en: 'Applications are closed', fr: 'Les candidatures sont closes' },
      more: {
        en: 'They are opened, numbered at random, and wait for evaluators.',
        fr: 'Elles sont ouvertes, numérotées au hasard, et attendent d’être évaluées.',
      },
    },
    next: {
      what: { en: 'Name the evaluators', fr: 'Désignez les personnes évaluatrices' },
      more: {
        en: 'Names and addresses in the answers are hidden as evaluation starts.',
        fr: 'Les noms et adresses sont masqués dans les réponses dès le début de l’évaluation.',
      },
    },
  },
  not_opened: {
    happening: {
      what: { en: 'Applications are being opened', fr: 'Les candidatures sont en cours d’ouverture' },
      more: { en: 'This takes a minute or two.', fr: 'Cela prend une minute ou deux.' },
    },
    next: { what: nothing, more: { en: 'Come back in a minute.', fr: 'Revenez dans une minute.' } },
  },
  waits_to_start: {
    happening: {
      what: { en: 'Applications are closed', fr: 'Les candidatures sont closes' },
      more: {
        en: 'The program team or the client names the evaluators.',
        fr: 'L’équipe du programme ou le client désigne les personnes évaluatrices.',
      },
    },
    next: {
      what: nothing,
      more: { en: 'We write to you when it is your turn.', fr: 'Nous vous écrirons quand ce sera votre tour.' },
    },
  },
  to_declare: {
    happening: {
      what: { en: 'You were named to evaluate', fr: 'L’évaluation vous est confiée' },
      more: {
        en: 'You will see answers without names.',
        fr: 'Vous verrez les réponses sans les noms.',
      },
    },
    next: {
      what: {
        en: 'Declare that you have no conflict of interest',
        fr: 'Déclarez l’absence de conflit d’intérêts',
      },
      more: { en: 'No answer is shown before you do.', fr: 'Aucune réponse n’est montrée avant.' },
    },
  },
  to_mark: {
    happening: {
      what: { en: 'Evaluation, without names', fr: 'Évaluation, sans les noms' },
      more: {
        en: 'The other evaluators see and may change the same decisions.',
        fr: 'Les autres personnes évaluatrices voient les mêmes décisions et peuvent les changer.',
      },
    },
    next: {
      what: {
        en: 'Decide each criterion of each applicant',
        fr: 'Prononcez-vous sur chaque critère de chaque candidature',
      },
      more: {
        en: 'Pass or fail, with a reason that the applicant will read.',
        fr: 'Satisfait ou non, avec une justification que le fournisseur lira.',
      },
    },
  },
  to_lock: {
    happening: {
      what: { en: 'Every criterion has a decision', fr: 'Chaque critère a sa décision' },
      more: { en: 'Read them once more together.', fr: 'Relisez-les ensemble une dernière fois.' },
    },
    next: {
      what: { en: 'Lock the results', fr: 'Verrouillez les résultats' },
      more: {
        en: 'Somebody who did not evaluate then confirms them.',
        fr: 'Une personne qui n’a pas évalué les confirme ensuite.',
      },
    },
  },
  under_way: {
    happening: {
      what: { en: 'Applications are being evaluated', fr: 'Les candidatures sont en cours d’évaluation' },
      more: resultsHidden,
    },
    next: {
      what: nothing,
      more: { en: 'We write to you when it is your turn.', fr: 'Nous vous écrirons quand ce sera votre tour.' },
    },
  },
  to_check_hidden: {
    happening: {
      what: { en: 'Applications are being evaluated', fr: 'Les candidatures sont en cours d’évaluation' },
      more: {
        en: 'The program hid what it found in the answers that gives an applicant away.',
        fr: 'Le programme a masqué ce qu’il a trouvé de révélateur dans les réponses.',
      },
    },
    next: {
      what: { en: 'Check what is hidden', fr: 'Vérifiez ce qui est masqué' },
      more: {
        en: 'Hide what it missed. Show what it hid without need.',
        fr: 'Masquez ce qui lui a échappé. Rétablissez ce qui est masqué sans raison.',
      },
    },
  },
  to_confirm: {
    happening: {
      what: { en: 'Results are locked', fr: 'Les résultats sont verrouillés' },
      more: {
        en: 'They are final once a second person confirms them.',
        fr: 'Ils sont définitifs dès qu’une deuxième personne les confirme.',
      },
    },
    next: {
      what: { en: 'Confirm the results, or send them back', fr: 'Confirmez les résultats ou retournez-les' },
      more: { en: 'Read each reason below.', fr: 'Lisez chaque justification ci-dessous.' },
    },
  },
  waits_for_confirmation: {
    happening: {
      what: { en: 'Results are locked', fr: 'Les résultats sont verrouillés' },
      more: {
        en: 'Somebody who did not evaluate confirms them or sends them back.',
        fr: 'Une personne qui n’a pas évalué les confirme ou les retourne.',
      },
    },
    next: {
      what: nothing,
      more: { en: 'We write to you if they come back.', fr: 'Nous vous écrirons s’ils vous reviennent.' },
    },
  },
  confirmed: {
    happening: {
      what: { en: 'Results are confirmed', fr: 'Les résultats sont confirmés' },
      more: { en: 'Nobody can change them.', fr: 'Personne ne peut plus les changer.' },
    },
    next: { what: { en: 'Nothing', fr: 'Rien' }, more: { en: 'The draw follows.', fr: 'Le tirage au sort suit.' } },
  },
}

export const pageTexts = {
  askedLater: {
    en: 'This criterion was added after the application was sent. Its author was told, and could revise it until closing.',
    fr: 'Ce critère a été ajouté après l’envoi de la candidature. La personne qui l’a envoyée en a été prévenue et pouvait la revoir jusqu’à la clôture.',
  },
  title: { en: 'Evaluation', fr: 'Évaluation' },
  opportunity: (number: string): Text => ({ en: `Opportunity ${number}`, fr: `Occasion ${number}` }),
  file: (number: string): Text => ({ en: `File ${number}`, fr: `Dossier ${number}` }),
  due: {
    en: 'Results are promised by then, counted in business days from closing.',
    fr: 'Date promise pour les résultats, en jours ouvrables depuis la clôture.',
  },
  noDue: { en: 'No date', fr: 'Aucune échéance' },
  evaluators: { en: 'Evaluators', fr: 'Personnes évaluatrices' },
  chooseHint: {
    en: 'Clients and members of the program team. An evaluator never sees names, and never runs the draw.',
    fr: 'Clients et membres de l’équipe du programme. Une personne évaluatrice ne voit jamais les noms et ne s’occupe jamais du tirage.',
  },
  start: { en: 'Start the evaluation', fr: 'Commencer l’évaluation' },
  nameMore: { en: 'Name more evaluators', fr: 'Désigner d’autres personnes évaluatrices' },
  declared: { en: 'Declared no conflict', fr: 'Absence de conflit déclarée' },
  notDeclared: { en: 'Has not declared yet', fr: 'Déclaration attendue' },
  steppedDown: { en: 'Stepped down', fr: 'Désistement' },
  noConflict: {
    en: 'I have no conflict of interest: nobody who may have applied is a relative, friend, partner, employer or client of mine, and I gain nothing from the result.',
    fr: 'Je ne suis pas en conflit d’intérêts\u00a0: aucune des personnes qui ont pu postuler n’a de lien de famille, d’amitié, d’emploi ou d’affaires avec moi, et je ne tire aucun avantage du résultat.',
  },
  reads: {
    en: 'Languages in which you can judge an answer',
    fr: 'Langues dans lesquelles vous pouvez juger une réponse',
  },
  english: { en: 'English', fr: 'Anglais' },
  french: { en: 'French', fr: 'Français' },
  declare: { en: 'Declare and see the applications', fr: 'Déclarer et voir les candidatures' },
  conflict: {
    en: 'I have a conflict, or I recognize somebody',
    fr: 'Je suis en conflit d’intérêts ou je reconnais quelqu’un',
  },
  conflictText: {
    en: 'You stop evaluating this opportunity for good, and the program team names somebody else. No explanation is asked of you.',
    fr: 'Vous cessez définitivement d’évaluer les candidatures à cette occasion et l’équipe du programme désigne quelqu’un d’autre. Aucune explication ne vous est demandée.',
  },
  stepDown: { en: 'Step down', fr: 'Me désister' },
  applicants: { en: 'Applicants', fr: 'Candidatures' },
  order: {
    en: 'The order is random and is not the order in which they applied.',
    fr: 'L’ordre est aléatoire et n’est pas celui de la réception.',
  },
  done: { en: 'Done', fr: 'Terminé' },
  progress: (done: number, of: number): Text => ({ en: `${done} of ${of}`, fr: `${done} sur ${of}` }),
  decided: (done: number, of: number): Text => ({
    en: `Decisions made: ${done} of ${of}.`,
    fr: `Décisions prises\u00a0: ${done} sur ${of}.`,
  }),
  applicantOf: (number: number, of: number): Text => ({
    en: `Applicant ${number} of ${of}`,
    fr: `Candidature ${number} sur ${of}`,
  }),
  back: { en: 'Back to the applicants', fr: 'Retour aux candidatures' },
  unknownHead: { en: 'You do not know who this is', fr: 'Vous ne savez pas de qui il s’agit' },
  unknownText: {
    en: 'Names, addresses and links that would give one away are hidden. If you recognize the person anyway, stop and declare it: another evaluator takes over.',
    fr: 'Les noms, les adresses et les liens révélateurs sont masqués. Si vous reconnaissez quand même la personne, arrêtez-vous et déclarez-le\u00a0: quelqu’un d’autre prend le relais.',
  },
  declareIt: { en: 'Declare it', fr: 'Le déclarer' },
  meets: (key: string): Text => ({
    en: `Does this answer meet ${key}?`,
    fr: `Cette réponse satisfait-elle au critère ${key}?`,
  }),
  pass: { en: 'Pass', fr: 'Satisfait' },
  fail: { en: 'Fail', fr: 'Ne satisfait pas' },
  reason: { en: 'Your reason', fr: 'Votre justification' },
  reasonFor: (key: string): Text => ({ en: `Your reason for ${key}`, fr: `Votre justification pour ${key}` }),
  reasonHint: (key: string, least: number): Text => ({
    en: `The applicant reads this word for word. Say which part of the answer decided it, and judge only what ${key} asks. At least ${least} words.`,
    fr: `Le fournisseur lit ce texte mot pour mot. Dites quelle partie de la réponse a été décisive et ne jugez que ce que ${key} demande. Au moins ${least} mots.`,
  }),
  translationFor: (key: string): Text => ({
    en: `The same reason in French, the applicant’s language, for ${key}`,
    fr: `La même justification en anglais, langue de la candidature, pour ${key}`,
  }),
  weakReasons: { en: 'Reasons that do not hold', fr: 'Justifications qui ne tiennent pas' },
  weakest: [
    { en: '“Not convincing.” Say what was missing.', fr: '«\u00a0Pas convaincant.\u00a0» Dites ce qui manquait.' },
    {
      en: '“Others were better.” Each answer is judged alone.',
      fr: '«\u00a0D’autres étaient meilleures.\u00a0» Chaque réponse est jugée seule.',
    },
    {
      en: '“No degree.” Judge only what the criterion asks.',
      fr: '«\u00a0Pas de diplôme.\u00a0» Ne jugez que ce que le critère demande.',
    },
  ],
  saveNext: (number: number): Text => ({
    en: `Save, and go to Applicant ${number}`,
    fr: `Enregistrer et passer à la candidature ${number}`,
  }),
  save: { en: 'Save and stop here', fr: 'Enregistrer et s’arrêter ici' },
  saveAll: { en: 'Save, and go back to the list', fr: 'Enregistrer et revenir à la liste' },
  lock: { en: 'Lock the results', fr: 'Verrouiller les résultats' },
  lockText: {
    en: 'Nothing can be changed while the results are locked. A person who did not evaluate confirms them or sends them back.',
    fr: 'Rien ne peut être changé tant que les résultats sont verrouillés. Une personne qui n’a pas évalué les confirme ou les retourne.',
  },
  results: { en: 'Results', fr: 'Résultats' },
  passed: { en: 'Passes', fr: 'Recevable' },
  failed: { en: 'Does not pass', fr: 'Non recevable' },
  criterionPassed: { en: 'Pass', fr: 'Satisfait' },
  criterionFailed: { en: 'Fail', fr: 'Ne satisfait pas' },
  noTranslation: {
    en: 'This reason is not in the applicant’s language.',
    fr: 'Cette justification n’est pas dans la langue de la candidature.',
  },
  readAnswers: { en: 'Read the answers', fr: 'Lire les réponses' },
  fewHead: { en: 'Fewer than two applications pass', fr: 'Moins de deux candidatures sont recevables' },
  nobodyPasses: {
    en: 'Nobody passes: the opportunity ends without a supplier once this is confirmed.',
    fr: 'Aucune candidature n’est recevable\u00a0: l’occasion se termine sans fournisseur dès la confirmation.',
  },
  onePasses: {
    en: 'One passes: there is nobody to fall back on if that supplier declines.',
    fr: 'Une seule candidature est recevable\u00a0: il n’y a pas de candidature suivante si ce fournisseur décline l’offre.',
  },
  confirm: { en: 'Confirm the results', fr: 'Confirmer les résultats' },
  confirmText: {
    en: 'I have read each decision and its reason. I did not evaluate, and I know that nobody can change them afterwards.',
    fr: 'J’ai lu chaque décision et sa justification. Je n’ai pas évalué et je sais que personne ne pourra les changer par la suite.',
  },
  sendBack: { en: 'Send back', fr: 'Retourner' },
  sendBackHead: { en: 'A reason does not hold', fr: 'Une justification ne tient pas' },
  sendBackReason: {
    en: 'What the evaluators should look at again',
    fr: 'Ce que les personnes évaluatrices doivent revoir',
  },
  hiddenHead: { en: 'What is hidden in the answers', fr: 'Ce qui est masqué dans les réponses' },
  hiddenCount: { en: 'Answers with something hidden', fr: 'Réponses avec passages masqués' },
  applicantColumn: { en: 'Applicant', fr: 'Candidature' },
  languageColumn: { en: 'Language', fr: 'Langue' },
  checkHidden: { en: 'Check', fr: 'Vérifier' },
  redactTitle: (number: number): Text => ({
    en: `What is hidden: Applicant ${number}`,
    fr: `Passages masqués\u00a0: candidature ${number}`,
  }),
  redactLead: {
    en: 'Evaluators read the text on this page. Put what gives the applicant away between double brackets, such as [[client name]], in place of the words; leave every other word as it is.',
    fr: 'Les personnes évaluatrices lisent le texte de cette page. Remplacez ce qui est révélateur par un mot entre doubles crochets, par exemple [[nom du client]]; laissez tous les autres mots tels quels.',
  },
  asWritten: { en: 'As the applicant wrote it', fr: 'Texte du fournisseur' },
  asRead: (key: string): Text => ({
    en: `As evaluators read it, for ${key}`,
    fr: `Texte que lisent les personnes évaluatrices, pour ${key}`,
  }),
  found: { en: 'Found by the program:', fr: 'Trouvé par le programme\u00a0:' },
  foundNothing: { en: 'The program found nothing to hide here.', fr: 'Le programme n’a rien trouvé à masquer ici.' },
  saveHidden: { en: 'Save what is hidden', fr: 'Enregistrer ce qui est masqué' },
  hiddenChecked: { en: 'Nothing more must be hidden', fr: 'Plus rien n’est à masquer' },
  hiddenCheckedHint: {
    en: 'Your turn ends here. Evaluators read on meanwhile, and you can still hide more until the results are locked.',
    fr: 'Votre tour s’arrête ici. L’évaluation continue entre-temps et vous pouvez encore masquer jusqu’au verrouillage des résultats.',
  },
  hiddenCheckedOn: (when: string): Text => ({
    en: `Checked by the program team: ${when}.`,
    fr: `Vérifié par l’équipe du programme\u00a0: ${when}.`,
  }),
  toDraw: { en: 'Go to the draw', fr: 'Voir le tirage' },
} as const

export const waitingTexts = {
  start: { en: 'Name the evaluators', fr: 'Désigner les personnes évaluatrices' },
  declare: { en: 'Declare no conflict and evaluate', fr: 'Déclarer l’absence de conflit et évaluer' },
  mark: { en: 'Evaluate the applications', fr: 'Évaluer les candidatures' },
  lock: { en: 'Lock the results', fr: 'Verrouiller les résultats' },
  hide: { en: 'Check what is hidden from evaluators', fr: 'Vérifier ce qui est masqué pour l’évaluation' },
  confirm: { en: 'Confirm the results', fr: 'Confirmer les résultats' },
} as const satisfies Record<string, Text>
