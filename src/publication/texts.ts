import type { PublicStatus } from '../opportunities/notice.ts'
import type { Text } from '../platform/i18n.ts'

/** What the public calls the state of a posting. */
export const statusNames: Record<PublicStatus, Text> = {
  open: { en: 'Open', fr: 'Ouverte' },
  held: { en: 'Closing under review', fr: 'Clôture à l’examen' },
  closed: { en: 'Being evaluated', fr: 'En évaluation' },
  awarded: { en: 'Work under way', fr: 'Travail en cours' },
  delivered: { en: 'Delivered', fr: 'Livrée' },
  ended_without_delivery: { en: 'Ended without delivery', fr: 'Terminée sans livraison' },
  unsuccessful: { en: 'Without a supplier', fr: 'Sans fournisseur' },
  cancelled: { en: 'Cancelled', fr: 'Annulée' },
  withdrawn: { en: 'Withdrawn', fr: 'Retirée' },
}

export const homeTexts = {
  title: { en: 'Small pieces of open code', fr: 'De petits travaux de code ouvert' },
  hero: {
    en: ['Small pieces of open code.', 'One fixed price.', 'Paid in days.'],
    fr: ['De petits travaux de code ouvert.', 'Un prix fixe.', 'Un paiement rapide.'],
  },
  description: {
    en: 'Public teams post small pieces of open-source work at a fixed price. One page to apply, a public draw among those who pass, payment in days.',
    fr: 'Des équipes publiques affichent de petits travaux de code ouvert à prix fixe. Une page pour postuler, un tirage public parmi les candidatures recevables, un paiement en quelques jours.',
  },
  lead: {
    en: 'Public teams post work that takes a few weeks. You apply on one page. If more than one person qualifies, a public draw decides, and anyone can check it.',
    fr: 'Des équipes publiques affichent des travaux de quelques semaines. Une page suffit pour postuler. Si plus d’une candidature est recevable, un tirage public décide, et tout le monde peut le vérifier.',
  },
  seeOpen: (count: number): Text => ({
    en: count === 1 ? 'See the open opportunity' : `See the ${count} open opportunities`,
    fr: count === 1 ? 'Voir l’occasion ouverte' : `Voir les ${count} occasions ouvertes`,
  }),
  tellMe: { en: 'Tell me about the first one', fr: 'M’avertir de la première' },
  tellMeNext: { en: 'Tell me about the next one', fr: 'M’avertir de la prochaine' },
  how: { en: 'How it works', fr: 'Fonctionnement' },
  closingNext: { en: 'Closing next', fr: 'Prochaine clôture' },
  promises: { en: 'What we promise', fr: 'Nos engagements' },
  promisePrice: { en: 'The price is on the notice', fr: 'Le prix est dans l’avis' },
  promisePriceText: (limit: string): Text => ({
    en: `Up to ${limit}, tax included. Nobody bids it down, and it does not change after you win.`,
    fr: `Au plus ${limit}, taxes comprises. Personne ne le fait baisser, et il ne change pas une fois votre candidature retenue.`,
  }),
  promiseHours: { en: 'Under two hours to apply', fr: 'Moins de deux heures pour postuler' },
  promiseHoursText: {
    en: 'A few questions, 250 words each. You need an e-mail address, not an account.',
    fr: 'Quelques questions, 250 mots chacune. Il faut une adresse courriel, et non un compte.',
  },
  promiseDays: (days: string): Text => ({ en: `${days} to be paid`, fr: `Paiement en ${days}` }),
  promiseDaysText: {
    en: 'From your invoice to the money, by card or PayPal. We draft the invoice for you.',
    fr: 'De votre facture à l’argent, par carte ou PayPal. Nous préparons la facture pour vous.',
  },
  open: { en: 'Open opportunities', fr: 'Occasions ouvertes' },
  alsoOpen: { en: 'Also open now', fr: 'Aussi ouvertes' },
  allOpenAndClosed: { en: 'All opportunities, open and closed', fr: 'Toutes les occasions, ouvertes et closes' },
  noneYet: { en: 'Nothing is open yet', fr: 'Aucune occasion pour le moment' },
  noneYetText: {
    en: 'The first opportunity is being prepared. Leave your address, and you hear of it the minute it is posted.',
    fr: 'La première occasion est en préparation. Laissez votre adresse, et nous vous écrirons dès son affichage.',
  },
  noneNow: { en: 'Nothing is open at the moment', fr: 'Aucune occasion n’est ouverte en ce moment' },
  noneNowText: {
    en: 'Opportunities stay open for about two weeks. Leave your address, and you hear of the next one the minute it is posted.',
    fr: 'Une occasion reste ouverte environ deux semaines. Laissez votre adresse, et nous vous écrirons dès l’affichage de la prochaine.',
  },
  closed: { en: 'Closed opportunities', fr: 'Occasions closes' },
  howHead: { en: 'How a piece of work goes', fr: 'Le parcours d’un travail' },
  howLead: {
    en: 'Eight steps. At each one, your page says what is happening, what you do next, and by when.',
    fr: 'Huit étapes. À chacune, votre page dit ce qui se passe, ce que vous avez à faire et l’échéance.',
  },
  rights: {
    en: 'The supplier keeps the rights to the code and publishes it under an open-source licence, so everyone can reuse it.',
    fr: 'Le fournisseur conserve ses droits sur le code et le publie sous une licence ouverte, pour que tout le monde puisse le réutiliser.',
  },
  readGuide: {
    en: 'Read the guide for suppliers, with an example of an answer that passes',
    fr: 'Lire le guide pour les fournisseurs, avec un exemple de bonne réponse',
  },
  fair: { en: 'A fair choice, with proof', fr: 'Un choix équitable, preuves à l’appui' },
  sealed: { en: 'Sealed', fr: 'Scellée' },
  sealedText: {
    en: 'Your application is encrypted when you send it. You keep a receipt that proves what you sent.',
    fr: 'Votre candidature est chiffrée à l’envoi. Vous gardez un reçu qui prouve ce que vous avez envoyé.',
  },
  anonymous: { en: 'Anonymous', fr: 'Anonyme' },
  anonymousText: {
    en: 'Evaluators see “Applicant 1”, “Applicant 2”. Names and addresses stay hidden until the decision is final.',
    fr: 'Les personnes évaluatrices voient «\u00a0Candidature\u00a01\u00a0», «\u00a0Candidature\u00a02\u00a0». Noms et adresses restent cachés jusqu’à ce que la décision soit définitive.',
  },
  drawn: { en: 'Drawn in public', fr: 'Tirée au sort en public' },
  drawnText: {
    en: 'The draw uses a public number that nobody controls. You can check the result yourself.',
    fr: 'Le tirage repose sur un nombre public que personne ne maîtrise. Vous pouvez en vérifier le résultat.',
  },
  readProcess: { en: 'Read how the whole process works', fr: 'Lire comment fonctionne le processus' },
  subscribe: { en: 'Hear about the next one', fr: 'M’avertir de la prochaine' },
  subscribeText: {
    en: 'One e-mail per opportunity. Leave with one click.',
    fr: 'Un courriel par occasion. Un clic suffit pour se désabonner.',
  },
  teams: { en: 'You work on a public team?', fr: 'Vous travaillez dans une équipe publique?' },
  teamsText: (limit: string): Text => ({
    en: `If you need a piece of open-source code that stands alone, is unclassified, and costs no more than ${limit} with tax, you can post it here.`,
    fr: `S’il vous faut un travail de code ouvert qui forme un tout, n’est pas classifié et coûte au plus ${limit}, taxes comprises, vous pouvez l’afficher ici.`,
  }),
  teamsList: {
    en: [
      'Ask in one short form.',
      'Write the statement with worked examples beside each field.',
      'Every signature you need is one page and one decision.',
    ],
    fr: [
      'Faites votre demande au moyen d’un court formulaire.',
      'Rédigez l’énoncé avec des exemples à côté de chaque champ.',
      'Chaque signature nécessaire tient en une page et une décision.',
    ],
  },
  teamsOptions: { en: 'See which option fits', fr: 'Voir quelle option convient' },
  teamsSignIn: { en: 'Sign in and ask', fr: 'Se connecter et faire une demande' },
  columns: {
    opportunity: { en: 'Opportunity', fr: 'Occasion' },
    price: { en: 'Price', fr: 'Prix' },
    closed: { en: 'Closed', fr: 'Clôture' },
    result: { en: 'Result', fr: 'Résultat' },
    supplier: { en: 'Supplier', fr: 'Fournisseur' },
    paid: { en: 'Invoice to payment', fr: 'De la facture au paiement' },
    code: { en: 'Code', fr: 'Code' },
  },
  supplierIs: (name: string): Text => ({ en: `Supplier: ${name}.`, fr: `Fournisseur\u00a0: ${name}.` }),
  paidIn: (days: string): Text => ({ en: `Paid in ${days}.`, fr: `Payé en ${days}.` }),
  licence: (licence: string): Text => ({ en: `${licence} licence`, fr: `Licence ${licence}` }),
} as const

export const detailTexts = {
  all: { en: 'All opportunities', fr: 'Toutes les occasions' },
  eyebrow: (number: string): Text => ({ en: `Opportunity ${number}`, fr: `Occasion ${number}` }),
  apply: { en: 'Apply', fr: 'Postuler' },
  openState: { en: 'Open: your turn', fr: 'Ouverte\u00a0: à vous' },
  taking: { en: 'Taking applications', fr: 'Candidatures ouvertes' },
  posted: (day: string): Text => ({
    en: `Posted ${day}. Applications are sealed: nobody can read them before closing.`,
    fr: `Affichée le ${day}. Les candidatures sont scellées\u00a0: personne ne peut les lire avant la clôture.`,
  }),
  readThenApply: (first: string, last: string): Text =>
    first === last
      ? { en: `Read ${first}, then apply`, fr: `Lisez ${first}, puis postulez` }
      : { en: `Read ${first} to ${last}, then apply`, fr: `Lisez ${first} à ${last}, puis postulez` },
  onePage: (questions: string): Text => ({
    en: `One page, ${questions}. Most people need 1 to 2 hours.`,
    fr: `Une page, ${questions}. Il faut en général de 1 à 2 heures.`,
  }),
  question: { one: { en: 'question', fr: 'question' }, many: { en: 'questions', fr: 'questions' } },
  questionsBy: (when: string): Text => ({
    en: `Questions by ${when}.`,
    fr: `Questions acceptées jusqu’au ${when}.`,
  }),
  nothing: { en: 'Nothing', fr: 'Rien' },
  held: {
    en: 'The closing is under review: this site was away',
    fr: 'La clôture est à l’examen\u00a0: ce site était indisponible',
  },
  heldText: {
    en: 'It could not be used at the closing instant. Somebody decides whether the closing moves later. Until then no application is taken, opened or counted.',
    fr: 'Il était inutilisable à l’instant de la clôture. Quelqu’un décide si la clôture est reportée. D’ici là, aucune candidature n’est reçue, ouverte ni comptée.',
  },
  heldNext: {
    en: 'What was sent in time stays sealed and counts. Drafts are kept. If you have one, or follow this opportunity, we write to you.',
    fr: 'Ce qui a été envoyé à temps reste scellé et compte. Les brouillons sont conservés. Si vous en avez un, ou si vous suivez cette occasion, nous vous écrirons.',
  },
  heldOtherwise: {
    en: 'Without a decision it closes as it was announced.',
    fr: 'Sans décision, la clôture vaut telle qu’elle était annoncée.',
  },
  evaluating: { en: 'Closed: the applications are being evaluated', fr: 'Close\u00a0: évaluation des candidatures' },
  evaluatingText: {
    en: 'They are read without names. If several pass, a public draw sets the order.',
    fr: 'Elles sont lues sans les noms. Si plusieurs sont recevables, un tirage public fixe l’ordre.',
  },
  weWrite: {
    en: 'If you applied, we write to you at each step. No more applications are taken.',
    fr: 'Si vous avez postulé, nous vous écrirons à chaque étape. La période de candidature est terminée.',
  },
  resultBy: { en: 'Planned for the result.', fr: 'Date prévue du résultat.' },
  awardedTo: (name: string): Text => ({ en: `Awarded to ${name}`, fr: `Attribuée à ${name}` }),
  awarded: { en: 'Awarded', fr: 'Attribuée' },
  awardedText: { en: 'The work is under way.', fr: 'Le travail est en cours.' },
  deliveryBy: { en: 'Delivery.', fr: 'Livraison.' },
  deliveredBy: (name: string): Text => ({ en: `Delivered by ${name}`, fr: `Livrée par ${name}` }),
  deliveredText: { en: 'The work was accepted and paid.', fr: 'Le travail a été accepté et payé.' },
  takeCode: { en: 'Use the code', fr: 'Utiliser le code' },
  takeCodeText: {
    en: 'It is open source: read it, reuse it, improve it.',
    fr: 'Il est ouvert\u00a0: lisez-le, réutilisez-le, améliorez-le.',
  },
  endedText: {
    en: 'The work was not delivered and was not paid. No name is kept here.',
    fr: 'Le travail n’a pas été livré ni payé. Aucun nom n’est conservé ici.',
  },
  unsuccessfulText: {
    en: 'No application could be chosen. The work may be posted again.',
    fr: 'Aucune candidature n’a pu être retenue. Le travail pourrait être affiché de nouveau.',
  },
  stoppedText: { en: 'The department stopped it.', fr: 'Le ministère y a mis fin.' },
  tellMe: { en: 'Hear about the next one', fr: 'M’avertir de la prochaine' },
  noDate: { en: 'No date', fr: 'Aucune échéance' },
  over: { en: 'It is over.', fr: 'C’est terminé.' },
  closesHead: { en: 'Apply before it closes', fr: 'Postulez avant la clôture' },
  closedHead: { en: 'Closed', fr: 'Occasion close' },
  contact: { en: 'Contact', fr: 'Nous joindre' },
  contactText: {
    en: 'The program team answers, never the client.',
    fr: 'L’équipe du programme répond, jamais le client.',
  },
  choosing: { en: 'How we choose', fr: 'Comment nous choisissons' },
  choosingSteps: {
    en: [
      [
        'Each answer passes or fails',
        'Evaluators read without names and write their reason. You get it in either case.',
      ],
      ['Procurement confirms the results', 'From then on nobody can change a result.'],
      [
        'A public draw sets the order',
        'Needed only if several pass. It also gives a runner-up, should the first decline.',
      ],
    ],
    fr: [
      [
        'Chaque réponse satisfait au critère ou non',
        'Les personnes évaluatrices lisent sans les noms et rédigent leur justification. Vous la recevez dans tous les cas.',
      ],
      ['L’approvisionnement confirme les résultats', 'Dès lors, personne ne peut en changer un.'],
      [
        'Un tirage public fixe l’ordre',
        'Seulement si plusieurs candidatures sont recevables. Il désigne aussi une candidature suivante, au cas où la première déclinerait l’offre.',
      ],
    ],
  },
  drawFixed: {
    en: 'The sealed number of the draw was fixed when this was posted.',
    fr: 'Le nombre scellé du tirage a été fixé à l’affichage.',
  },
  seeDraw: { en: 'See the draw, and the fingerprint of that number', fr: 'Voir le tirage et l’empreinte de ce nombre' },
  seeExample: { en: 'See an example of an answer that passes', fr: 'Voir un exemple de bonne réponse' },
  path: { en: 'Your path, from applying to being paid', fr: 'Votre parcours, de la candidature au paiement' },
  pathCaption: {
    en: 'The line is on your side when the next move is yours. Dates move together if closing is extended, and we write to everyone who applied.',
    fr: 'La ligne passe de votre côté quand la suite dépend de vous. Si la clôture est reportée, les dates suivent, et nous écrivons à toutes les personnes qui ont postulé.',
  },
  changes: { en: 'Since it was posted', fr: 'Depuis l’affichage' },
  needed: { en: 'What you need to apply', fr: 'Ce qu’il faut pour postuler' },
  neededLead: {
    en: 'Have this at hand, and one page is enough.',
    fr: 'Avec cela sous la main, une page suffit.',
  },
  neededAddress: {
    en: 'An e-mail address that you can read now: we send a code to it. There is no account to create.',
    fr: 'Une adresse courriel que vous pouvez consulter tout de suite\u00a0: nous y envoyons un code. Il n’y a pas de compte à créer.',
  },
  answer: { one: { en: 'answer', fr: 'réponse' }, many: { en: 'answers', fr: 'réponses' } },
  neededAnswers: (answers: string, words: number): Text => ({
    en: `${answers}, of ${words} words at most, in English or in French.`,
    fr: `${answers}, de ${words} mots au plus, en français ou en anglais.`,
  }),
  neededNames: {
    en: 'The legal name of the supplier, which may be your own, the person who does the work, and who may sign.',
    fr: 'La dénomination sociale du fournisseur, qui peut être votre nom, la personne qui fait le travail et celle qui peut signer.',
  },
  neededPromise: (delivery: string, days: string, licence: string): Text => ({
    en: `Your word: delivery by ${delivery}, at this price, under the ${licence} licence, paid within ${days} days of your invoice.`,
    fr: `Votre parole\u00a0: livraison au plus tard le ${delivery}, à ce prix, sous la licence ${licence}, avec paiement dans les ${days} jours suivant votre facture.`,
  }),
  notNeeded: {
    en: 'Not needed: a résumé, references, a security clearance, a social insurance number, a registered business.',
    fr: 'Inutile\u00a0: curriculum vitæ, références, habilitation de sécurité, numéro d’assurance sociale, entreprise enregistrée.',
  },
  award: { en: 'The result, to be cited', fr: 'Le résultat, à citer' },
  terms: { en: 'The terms', fr: 'Les conditions' },
  termsLead: {
    en: 'One page, signed online by the supplier who is chosen, and then by Canada. They are the same for everybody.',
    fr: 'Une page, que signent en ligne le fournisseur choisi, puis le Canada. Elles sont les mêmes pour tout le monde.',
  },
  termsRead: { en: 'Read the terms', fr: 'Lire les conditions' },
  questions: { en: 'Questions and answers', fr: 'Questions et réponses' },
  questionsUntil: {
    en: 'Questions can be asked until',
    fr: 'Les questions sont acceptées jusqu’au',
  },
} as const

/** The stops of a supplier's path: short for the drawing, whole for the list. */
export const pathTexts = {
  apply: { short: { en: 'You apply', fr: 'Vous postulez' }, head: { en: 'You apply', fr: 'Vous postulez' } },
  applyText: {
    en: 'One page. Nobody can read it before closing, staff included.',
    fr: 'Une page. Personne ne peut la lire avant la clôture, le personnel non plus.',
  },
  applyUntil: (when: string): Text => ({ en: `Until ${when}.`, fr: `Jusqu’au ${when}.` }),
  open: {
    short: { en: 'We open them', fr: 'Ouverture' },
    head: { en: 'We open the sealed applications', fr: 'Nous ouvrons les candidatures scellées' },
  },
  openText: {
    en: 'By the program, once, on the record.',
    fr: 'Par le programme, une seule fois, avec inscription au registre.',
  },
  choose: { short: { en: 'We choose', fr: 'Choix' }, head: { en: 'We choose', fr: 'Nous choisissons' } },
  chooseText: {
    en: 'Pass or fail, without names. If several pass, a public draw.',
    fr: 'Critère par critère, sans les noms. Si plusieurs sont recevables, un tirage public.',
  },
  chooseBy: (day: string): Text => ({
    en: `By ${day}, without names. Then a public draw, if several pass.`,
    fr: `Au plus tard le ${day}, sans les noms. Puis un tirage public, si plusieurs sont recevables.`,
  }),
  sign: {
    short: { en: 'You sign', fr: 'Vous signez' },
    head: { en: 'You sign the terms', fr: 'Vous signez les conditions' },
  },
  signText: {
    en: 'One page, online. Canada signs too, before work starts.',
    fr: 'Une page, en ligne. Le Canada signe aussi, avant le début du travail.',
  },
  build: { short: { en: 'You build', fr: 'Vous codez' }, head: { en: 'You build it', fr: 'Vous faites le travail' } },
  buildText: {
    en: 'In the open, in your repository or the team’s.',
    fr: 'Au grand jour, dans votre dépôt ou dans celui de l’équipe.',
  },
  buildBy: (day: string): Text => ({ en: `Delivery by ${day}.`, fr: `Livraison au plus tard le ${day}.` }),
  check: { short: { en: 'We check', fr: 'Vérification' }, head: { en: 'We check it', fr: 'Nous vérifions' } },
  checkText: {
    en: 'Against the criteria on the notice, and nothing else.',
    fr: 'Selon les critères de l’avis, et rien d’autre.',
  },
  invoice: {
    short: { en: 'You invoice', fr: 'Vous facturez' },
    head: { en: 'You send the invoice', fr: 'Vous envoyez la facture' },
  },
  invoiceText: { en: 'We draft it; you check it.', fr: 'Nous la préparons; vous la vérifiez.' },
  pay: { short: { en: 'We pay', fr: 'Paiement' }, head: { en: 'We pay', fr: 'Nous payons' } },
  payText: (days: string): Text => ({
    en: `Within ${days} of your invoice.`,
    fr: `Dans les ${days} suivant votre facture.`,
  }),
  when: {
    anytime: { en: '1 to 2 hours', fr: 'de 1 à 2 heures' },
    atClosing: { en: 'at closing', fr: 'à la clôture' },
    inDays: { en: 'in a few days', fr: 'en quelques jours' },
    afterOffer: { en: 'after the offer', fr: 'après l’offre' },
    weeks: { en: 'a few weeks', fr: 'quelques semaines' },
    criteria: { en: 'by the criteria', fr: 'selon les critères' },
    drafted: { en: 'we draft it', fr: 'déjà préparée' },
    by: (day: string): Text => ({ en: `by ${day}`, fr: `d’ici le ${day}` }),
    within: (days: string): Text => ({ en: `within ${days}`, fr: `en ${days}` }),
  },
} as const

export const resultsTexts = {
  title: { en: 'Results', fr: 'Résultats' },
  lead: {
    en: 'What was bought, from whom, for how much, and where the code is.',
    fr: 'Ce qui a été acheté, à qui, à quel prix, et où se trouve le code.',
  },
  description: {
    en: 'Every piece of work awarded here: supplier, fixed price, days to payment and the public repository.',
    fr: 'Tous les travaux attribués ici\u00a0: fournisseur, prix fixe, délai de paiement et dépôt public.',
  },
  caption: { en: 'Results of the opportunities', fr: 'Résultats des occasions' },
  none: { en: 'No result yet', fr: 'Aucun résultat pour le moment' },
  noneText: {
    en: 'The first result appears here when a supplier is chosen.',
    fr: 'Le premier résultat paraîtra ici quand un fournisseur aura été choisi.',
  },
  repository: { en: 'Repository', fr: 'Dépôt' },
  draw: { en: 'Draw', fr: 'Tirage' },
  check: { en: 'Check it', fr: 'Vérifier' },
  about: {
    en: 'Names appear once the terms are signed. After a delivery that failed the name is taken away.',
    fr: 'Les noms paraissent une fois les conditions signées. Si la livraison échoue, le nom est retiré.',
  },
} as const
