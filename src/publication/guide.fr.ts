import type { Guide } from './texts.guide.ts'

/** Le guide des fournisseurs, écrit pour une personne qui n’a jamais rien vendu à un gouvernement. */
export const guideFrench: Guide = {
  lead: 'Pour les étudiantes et étudiants, les pigistes et les petites entreprises. Dix minutes de lecture; aucune expérience des marchés publics n’est nécessaire.',
  sections: {
    what: {
      head: 'Ce que vous trouverez ici',
      text: `Une équipe publique a un petit travail à faire sur du code ouvert\u00a0: un bogue, une fonction, des tests, une correction d’accessibilité. Elle l’affiche à **prix fixe**, dit exactement à quelles conditions il sera accepté et reçoit des candidatures jusqu’à la date de clôture.

Le prix est d’au plus 10\u00a0000,00\u00a0$, taxes comprises. Aucune enchère ne le fait baisser, et il comprend 10 heures pour les formalités\u00a0: postuler, signer, facturer.`,
    },
    who: {
      head: 'Qui peut postuler',
      text: `Vous, à titre personnel ou comme entreprise, si tout ce qui suit est vrai\u00a0:

- la personne qui fera le travail **a le droit de travailler au Canada**;
- elle a l’âge de signer un contrat là où elle vit;
- personne n’est exclu des marchés fédéraux ni n’a été reconnu coupable de fraude envers l’État.

Vous l’affirmez en cochant une case. Nous gardons votre «\u00a0oui\u00a0», jamais votre statut. Il y a **une candidature par fournisseur**, entités affiliées comprises\u00a0: les entreprises qui détiennent la vôtre, que la vôtre détient ou que les mêmes personnes dirigent.

Les fonctionnaires peuvent postuler. Si leur candidature est retenue, il leur faut l’accord de leur directrice ou directeur général et une déclaration relative aux conflits d’intérêts avant le début du travail.`,
    },
    apply: {
      head: 'Comment postuler',
      text: `1. Lisez les **critères d’acceptation du travail** (T1, T2…). Ils disent ce qu’il faut livrer.
2. Répondez aux questions de l’**évaluation des candidatures** (C1, C2…), en au plus 250 mots chacune, en français ou en anglais.
3. Indiquez qui vous êtes. Les personnes évaluatrices ne voient jamais cette partie.
4. Envoyez. Vous recevez un reçu avec l’empreinte de ce que vous avez envoyé. Conservez ce courriel.

Il faut une adresse courriel, et non un compte\u00a0: nous vous envoyons un code à six chiffres. Vous pouvez enregistrer un brouillon, puis modifier ou retirer votre candidature jusqu’à la clôture.

**Après l’heure, c’est trop tard.** La clôture tombe à un instant précis, et l’horloge de notre serveur fait foi. N’attendez pas la dernière minute.`,
    },
    evaluation: {
      head: 'Comment les candidatures sont évaluées',
      text: `Les candidatures sont scellées à l’envoi. Personne ne peut en ouvrir une avant la clôture, le personnel non plus.

Après la clôture, vos réponses sont lues sous le nom de «\u00a0Candidature 3\u00a0», sans le vôtre. Chaque critère est **satisfait ou non**, avec une justification écrite que vous recevez dans tous les cas. Votre candidature est recevable si tous les critères sont satisfaits. Il n’y a pas de points\u00a0: une réponse plus longue n’est pas meilleure.

Donc, **n’écrivez pas votre nom**, ni celui de votre entreprise ou d’un client, ni un nom d’utilisateur dans vos réponses. Ce qui pourrait révéler qui vous êtes est masqué avant l’évaluation. Un lien vers du code public convient si le critère en demande un.`,
    },
    draw: {
      head: 'Si plusieurs candidatures sont recevables\u00a0: le tirage',
      text: `Si une seule candidature est recevable, elle est retenue. S’il y en a plusieurs, un **tirage public** les classe toutes\u00a0: il y a donc toujours une candidature suivante.

Un nombre secret est fixé à l’affichage. La liste des candidatures est fixée à la clôture. Le dernier ingrédient est un nombre public qui n’existe pas encore quand les résultats sont verrouillés, comme les numéros d’une loterie. Mélangés, les trois donnent l’ordre. Vous pouvez le vérifier vous-même à l’aide des courriels que nous vous avons envoyés.

Ce que la vérification ne peut pas montrer\u00a0: que l’évaluation a été juste, ou que deux fournisseurs ne se connaissent pas.`,
    },
    chosen: {
      head: 'Si votre candidature est retenue',
      text: `Vous recevez une offre par courriel. En quelques jours ouvrables, vous

- confirmez la date de livraison et le prix;
- choisissez votre mode de paiement;
- signez en ligne une page de conditions.

Le Canada signe aussi, **avant le début du travail**. Vous rencontrez ensuite l’équipe. Si vous déclinez l’offre ou n’y répondez pas à temps, elle passe à la candidature suivante.`,
    },
    notChosen: {
      head: 'Si elle n’est pas retenue',
      text: `Nous vous disons ce qui s’est passé\u00a0: un critère n’était pas satisfait, avec la justification; ou votre candidature était recevable et une autre a été tirée avant la vôtre.

Vous pouvez demander un compte rendu en écrivant à l’adresse du programme. Vous pouvez aussi déposer une plainte auprès du Bureau de l’ombud de l’approvisionnement, en règle générale dans les 30 jours ouvrables suivant l’avis public d’attribution. Rien de tout cela ne vous nuira la prochaine fois.`,
    },
    work: {
      head: 'Le travail et son acceptation',
      text: `Vous travaillez au grand jour, dans le dépôt indiqué dans l’avis. Vous gardez le droit d’auteur et publiez sous la licence qui y figure.

L’équipe vérifie la livraison selon les critères d’acceptation du travail **et rien d’autre**. Si l’un n’est pas satisfait, elle dit lequel et pourquoi, et vous pouvez corriger. Si vous prévoyez un retard, dites-le tôt\u00a0: une nouvelle date est possible. Une livraison qui ne vient jamais n’est pas payée, et la page publique ne montre alors aucun nom.`,
    },
    payment: {
      head: 'Le paiement, et ce qu’il peut vous coûter',
      text: `Une fois le travail accepté, nous préparons votre facture; vous la vérifiez et l’envoyez. Nous visons à payer **en 7 jours**, par carte à votre propre terminal, ou par votre propre lien PayPal.

Vous ne pouvez pas ajouter de frais\u00a0: voyez donc ce qu’il en coûte avant de postuler.

- PayPal ou le fournisseur de votre terminal **peut** retenir une part du paiement;
- PayPal **peut** bloquer la somme quelques jours, surtout dans un compte récent;
- recevoir dans une autre devise **peut** entraîner des frais de conversion.

Le prix fixe est censé en tenir compte. Ouvrez et vérifiez votre compte avant de postuler, et non après.`,
    },
    tax: {
      head: 'Taxes et impôt',
      text: `**Taxes de vente.** Si vous avez un numéro de TPS/TVH ou de TVQ, vous ajoutez la taxe au prix et indiquez ce numéro. Sinon, votre facture ne comprend aucune taxe.

**Impôt sur le revenu.** Ce que vous recevez est un revenu. Rien n’est retenu\u00a0: mettez-en de côté. Les étudiantes et étudiants et les personnes qui touchent des prestations devraient en vérifier l’effet sur celles-ci. Nous ne pouvons pas vous conseiller sur votre cas.`,
    },
    permit: {
      head: 'Si vous êtes au pays avec un permis',
      text: `Un permis d’études ou de travail peut limiter vos heures de travail et vos employeurs. L’avis indique le nombre d’heures estimé et la date de livraison\u00a0: faites le calcul **avant** de postuler. C’est à vous de vérifier, auprès de l’autorité qui a délivré le permis, ce qu’il autorise. Nous ne le demandons pas et ne pouvons pas vous le dire.`,
    },
    machine: {
      head: 'Texte et code écrits avec l’IA',
      text: `Vous pouvez utiliser ces outils, pour les réponses comme pour le travail, et vous répondez du résultat.

- Les **réponses** portent sur ce que vous avez réellement fait et feriez réellement. Une réponse qui pourrait venir de n’importe qui ne satisfait pas au critère.
- Le **code** doit être à vous, ou sous une licence qui vous permet de le publier. Indiquez les parties faites par d’autres ou par une machine, dans la demande de fusion ou les commits.
- Ne collez dans un outil rien qui ne soit déjà public.`,
    },
  },
  example: {
    head: 'Un exemple de bonne réponse',
    lead: 'L’occasion est inventée. Sa première question était\u00a0:',
    criterion:
      'C1. Vous avez déjà réparé la gestion du focus. Donnez le lien d’un exemple public et dites ce qui n’allait pas, ce que vous avez changé et comment vous l’avez vérifié.',
    answer:
      'Un menu gardait le focus sur un bouton qu’il avait retiré de la page, si bien que la touche Tab repartait du haut. J’ai déplacé le focus vers le bouton d’ouverture avant de retirer la liste, et l’ai rétabli sur Échap. J’ai d’abord écrit un test qui appuyait sur Échap à chaque élément\u00a0: il échouait sur l’ancien code pour les neuf éléments. Puis j’ai parcouru le menu avec NVDA sous Firefox et VoiceOver sous Safari, dans les deux sens, et trouvé un autre cas, la fermeture par un clic à l’extérieur, que j’ai réparé de la même façon. La modification et ses tests se trouvent dans la demande de fusion indiquée. Ce que je ferais autrement\u00a0: la première version déplaçait aussi le focus quand le menu n’avait pas été ouvert au clavier; la révision l’a montré.',
    why: [
      'Elle répond aux trois parties de la question\u00a0: ce qui n’allait pas, ce qui a changé, la vérification.',
      'Elle raconte une seule chose, en détail. Une liste de dix projets en dirait moins.',
      'Elle se vérifie et ne nomme personne.',
      'Elle est bien en deçà de 250 mots. Une réponse courte ne fait rien perdre.',
    ],
  },
  checklist: {
    head: 'Avant d’envoyer',
    items: [
      'Vous avez lu chaque critère d’acceptation du travail et pourriez tout livrer à la date prévue.',
      'Chaque partie de chaque question a sa réponse, en 250 mots ou moins.',
      'Les liens s’ouvrent dans une fenêtre privée, sans connexion.',
      'Ni votre nom, ni celui de votre employeur, ni vos noms d’utilisateur ne figurent dans les réponses.',
      'Vous pouvez recevoir un paiement par carte ou par PayPal, dès aujourd’hui.',
      'Heures, permis, taxes et impôt\u00a0: vous avez fait le calcul.',
    ],
  },
}
