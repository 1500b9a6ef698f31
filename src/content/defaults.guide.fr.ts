import type { Half } from './defaults.ts'

/** Le guide des fournisseurs, écrit pour une personne qui n’a jamais rien vendu à un gouvernement. */
export const guideFrench: Half = {
  title: 'Guide pour les fournisseurs',
  lead: 'Pour les étudiantes et étudiants, les pigistes et les petites entreprises. Quinze minutes de lecture; aucune expérience des marchés publics n’est nécessaire.',
  text: `## Ce que vous trouverez ici {#what}

Une équipe publique a un petit travail à faire sur du code ouvert : un bogue, une fonction, des tests, une correction d’accessibilité. Elle l’affiche à **prix fixe**, dit exactement à quelles conditions il sera accepté et reçoit des candidatures jusqu’à la date de clôture.

Le prix est d’au plus {{limit}}, taxes comprises. Aucune enchère ne le fait baisser, et il comprend {{admin.hours}} pour les formalités : postuler, signer, facturer. Il correspond à un taux d’environ {{rate.min}} à {{rate.max}} l’heure.

[Voyez ce qui est ouvert]({{to.opportunities}}), ou [soyez au courant de la prochaine occasion]({{to.subscribe}}).

## Qui peut postuler {#who}

Vous, à titre personnel ou comme entreprise, si tout ce qui suit est vrai :

- la personne qui fera le travail **a le droit de travailler au Canada**;
- elle a l’âge de signer un contrat là où elle vit;
- personne n’est exclu des marchés fédéraux ni n’a été reconnu coupable de fraude envers l’État.

Vous l’affirmez en cochant une case. Nous gardons votre « oui », jamais votre statut. Il y a **une candidature par fournisseur**, entités affiliées comprises : les entreprises qui détiennent la vôtre, que la vôtre détient ou que les mêmes personnes dirigent.

Les fonctionnaires peuvent postuler. Si leur candidature est retenue, il leur faut l’accord de leur directrice ou directeur général et une déclaration relative aux conflits d’intérêts avant le début du travail.

## Comment postuler {#apply}

1. Lisez les **critères d’acceptation du travail** (T1, T2…). Ils disent ce qu’il faut livrer.
2. Répondez aux questions de l’**évaluation des candidatures** (C1, C2…), en au plus {{answer.words}} chacune, en français ou en anglais.
3. Indiquez qui vous êtes. Les personnes évaluatrices ne voient jamais cette partie.
4. Envoyez. Vous recevez un reçu avec l’empreinte de ce que vous avez envoyé. Conservez ce courriel : [une page permet de le vérifier]({{to.receipt}}).

Il faut une adresse courriel, et non un compte : nous vous envoyons un code à six chiffres, valable {{code.minutes}}. Vous pouvez enregistrer un brouillon, puis modifier ou retirer votre candidature jusqu’à la clôture.

**Après l’heure, c’est trop tard.** La clôture tombe à un instant précis, et l’horloge de notre serveur fait foi. N’attendez pas la dernière minute.

Un point de l’avis n’est pas clair? Posez la question sur la page de l’occasion, jusqu’à {{questions.until}} avant la clôture. Tout le monde reçoit la réponse en même temps, sans votre nom.

## Comment les candidatures sont évaluées {#evaluation}

Les candidatures sont scellées à l’envoi. Jusqu’à la clôture, la base de données, ses copies de sauvegarde et tous les comptes du personnel réunis ne permettent ni de lire votre candidature, ni de savoir combien il y en a. Une personne qui administre les serveurs et détient les fichiers de clés le pourrait; chaque ouverture est consignée, et chaque tentative avant la clôture aussi.

Après la clôture, vos réponses sont lues sous le nom de « Candidature 3 », sans le vôtre. Chaque critère est **satisfait ou non**, avec une justification écrite que vous recevez dans tous les cas. Votre candidature est recevable si tous les critères sont satisfaits. Il n’y a pas de points : une réponse plus longue n’est pas meilleure.

Donc, **n’écrivez pas votre nom**, ni celui de votre entreprise ou d’un client, ni un nom d’utilisateur dans vos réponses. Ce qui pourrait révéler qui vous êtes est masqué avant l’évaluation. Un lien vers du code public convient si le critère en demande un.

## Si plusieurs candidatures sont recevables : le tirage {#draw}

Si une seule candidature est recevable, elle est retenue. S’il y en a plusieurs, un **tirage public** les classe toutes : il y a donc toujours une candidature suivante.

Un nombre scellé est fixé à l’affichage. La liste des candidatures est fixée à la clôture. Le dernier ingrédient est un nombre public qui n’existe pas encore quand les résultats sont verrouillés, comme les numéros d’une loterie. Mélangés, les trois donnent l’ordre. Vous pouvez le vérifier vous-même à l’aide des courriels que nous vous avons envoyés.

Ce que la vérification ne peut pas montrer : que l’évaluation a été juste, ou que deux fournisseurs ne se connaissent pas.

## Si votre candidature est retenue {#chosen}

Nous visons à vous le dire dans un délai de {{result.days}} après la clôture, dès que le nombre public d’un tirage est connu. Vous recevez une offre par courriel. Dans un délai de {{offer.days}}, vous

- confirmez la date de livraison et le prix;
- choisissez votre mode de paiement;
- signez en ligne une page de conditions.

Le Canada signe aussi, **avant le début du travail**. Vous rencontrez ensuite l’équipe. Si vous déclinez l’offre ou n’y répondez pas à temps, elle passe à la candidature suivante.

## Si elle n’est pas retenue {#not-chosen}

Nous vous disons ce qui s’est passé : un critère n’était pas satisfait, avec la justification; ou votre candidature était recevable et une autre a été tirée avant la vôtre.

Vous pouvez demander un compte rendu en écrivant à {{mailbox}}. Vous pouvez aussi déposer une plainte auprès du Bureau de l’ombud de l’approvisionnement, en règle générale dans un délai de {{complaint.days}} après l’avis public d’attribution. Rien de tout cela ne vous nuira la prochaine fois.

## Le travail et son acceptation {#work}

Vous travaillez au grand jour, dans le dépôt indiqué dans l’avis. Vous gardez le droit d’auteur et publiez sous la licence qui y figure.

L’équipe vérifie la livraison selon les critères d’acceptation du travail **et rien d’autre**. Si l’un n’est pas satisfait, elle dit lequel et pourquoi, et vous pouvez corriger. Si vous prévoyez un retard, dites-le tôt : une nouvelle date est possible. Une livraison qui ne vient jamais n’est pas payée, et la page publique ne montre alors aucun nom.

## Le paiement {#payment}

Une fois le travail accepté, nous préparons votre facture; vous la vérifiez et l’envoyez. Nous visons à payer **en {{payment.days}}**; la limite est de {{payment.law}}. Le paiement se fait par carte à votre propre terminal, ou par votre propre lien PayPal. Si ni l’un ni l’autre ne convient, il reste le dépôt direct, qui est plus lent.

### Ce que coûte PayPal ou un terminal {#payment-cost}

Vous ne pouvez pas ajouter de frais au paiement : faites donc le calcul avant de postuler. Votre fournisseur de paiement retient une part de chaque somme, souvent avec quelques cents en plus. À 3 %, un paiement de 5 000,00 $ vous laisse 4 850,00 $. Vérifiez le taux de votre propre fournisseur : un compte d’entreprise, un paiement venu d’un autre pays et un change de devises peuvent chacun coûter davantage. Le prix fixe est censé en tenir compte.

### Les sommes bloquées {#payment-held}

Un fournisseur de paiement **peut bloquer** une somme avant que vous puissiez vous en servir, surtout dans un compte récent, après un premier gros paiement ou tant que votre identité n’est pas vérifiée. Cela peut durer trois semaines. Nous ne pouvons pas raccourcir ce délai : pour nous, le paiement est fait quand le fournisseur a reçu l’argent.

- Ouvrez le compte dès maintenant, et non après le résultat.
- Faites vérifier votre identité, votre compte bancaire et votre adresse courriel par le fournisseur.
- Utilisez le nom qui figure dans votre candidature, pour que le compte et la facture concordent.
- Conservez notre courriel de confirmation : on peut vous demander à quoi correspond le paiement.

## Taxes et impôt {#tax}

**Taxes de vente.** Si vous avez un numéro de TPS/TVH ou de TVQ, vous ajoutez la taxe au prix et indiquez ce numéro. Sinon, votre facture ne comprend aucune taxe. En règle générale, il faut s’inscrire dès que les ventes dépassent 30 000,00 $ sur quatre trimestres; en deçà, l’inscription est libre.

**Impôt sur le revenu.** Ce que vous recevez est un revenu, même s’il s’agit de votre seul contrat. Rien n’est retenu et vous ne recevrez peut-être aucun feuillet : gardez la facture et mettez de l’argent de côté. Une personne seule le déclare comme revenu de travail indépendant. Ce que le travail vous a coûté, par exemple la part retenue par PayPal, peut être déductible.

**Prêts et prestations.** Si vous recevez une aide aux études, de l’assurance-emploi, de l’aide sociale ou un crédit d’impôt, demandez à l’organisme qui la verse l’effet de ce revenu, **avant** de signer.

Nous ne pouvons pas vous conseiller sur votre cas. L’Agence du revenu du Canada répond aux questions, et bien des associations étudiantes tiennent des comptoirs d’impôt gratuits.

## Si vous êtes au pays avec un permis {#permit}

Un permis d’études ou de travail peut limiter vos heures de travail et vos employeurs. Le travail fait à votre propre compte entre d’habitude dans ce total.

Faites le calcul **avant** de postuler. L’avis indique le nombre d’heures estimé et la date de livraison. Un travail de 60 heures à livrer dans quatre semaines demande 15 heures par semaine. Ajoutez les heures de vos autres emplois, puis comparez avec votre permis. Aucune date de livraison ne demande plus de {{week.hours}} par semaine, ce qui dépasse ce que permettent la plupart des permis pendant une session.

C’est à vous de vérifier, auprès de l’autorité qui a délivré le permis, ce qu’il autorise. Nous ne le demandons pas et ne pouvons pas vous le dire. Si le calcul ne tombe pas juste, attendez un travail plus petit.

## Texte et code écrits avec l’IA {#machine}

Vous pouvez utiliser ces outils, pour les réponses comme pour le travail, et vous répondez du résultat.

- Les **réponses** portent sur ce que vous avez réellement fait et feriez réellement. Une réponse qui pourrait venir de n’importe qui ne satisfait pas au critère. L’exemple que vous donnez est vérifié.
- Le **code** doit être à vous, ou sous une licence qui vous permet de le publier. Indiquez les parties faites par d’autres ou par une machine, dans la demande de fusion ou les commits.
- **Vous** devez pouvoir expliquer chaque ligne à la révision. « C’est l’outil qui l’a écrit » ne répond pas à une question sur un défaut.
- Ne collez dans un outil rien qui ne soit déjà public.

## Un exemple de bonne réponse {#example}

L’occasion est inventée. Sa première question était :

> C1. Vous avez déjà réparé la gestion du focus. Donnez le lien d’un exemple public et dites ce qui n’allait pas, ce que vous avez changé et comment vous l’avez vérifié.

### La réponse {#example-answer}

> Un menu gardait le focus sur un bouton qu’il avait retiré de la page, si bien que la touche Tab repartait du haut. J’ai déplacé le focus vers le bouton d’ouverture avant de retirer la liste, et l’ai rétabli sur Échap. J’ai d’abord écrit un test qui appuyait sur Échap à chaque élément : il échouait sur l’ancien code pour les neuf éléments. Puis j’ai parcouru le menu avec NVDA sous Firefox et VoiceOver sous Safari, dans les deux sens, et trouvé un autre cas, la fermeture par un clic à l’extérieur, que j’ai réparé de la même façon. La modification et ses tests se trouvent dans la demande de fusion indiquée. Ce que je ferais autrement : la première version déplaçait aussi le focus quand le menu n’avait pas été ouvert au clavier; la révision l’a montré.

### Pourquoi elle satisfait {#example-why}

- Elle répond aux trois parties de la question : ce qui n’allait pas, ce qui a changé, la vérification.
- Elle raconte une seule chose, en détail. Une liste de dix projets en dirait moins.
- Elle se vérifie et ne nomme personne.
- Elle est bien en deçà de {{answer.words}}. Une réponse courte ne fait rien perdre.

### La même histoire, racontée de façon à échouer {#example-not}

> Je suis une spécialiste chevronnée qui compte huit ans d’expérience en accessibilité dans une grande agence. J’ai réglé bien des problèmes de focus dans de vastes applications et je suis toujours les pratiques exemplaires. Mon code est testé avec rigueur. Passionnée par la conception inclusive, je serais une excellente candidate.

Rien n’y est vérifiable, aucune partie de la question n’a de réponse, et on y parle de la personne au lieu du travail.

## Avant d’envoyer {#checklist}

- Vous avez lu chaque critère d’acceptation du travail et pourriez tout livrer à la date prévue.
- Chaque partie de chaque question a sa réponse, en {{answer.words}} ou moins.
- Les liens s’ouvrent dans une fenêtre privée, sans connexion.
- Ni votre nom, ni celui de votre employeur, ni vos noms d’utilisateur ne figurent dans les réponses.
- Vous pouvez recevoir un paiement par carte ou par PayPal, dès aujourd’hui.
- Heures, permis, taxes et impôt : vous avez fait le calcul.

Il vous manque une réponse? Les [questions fréquentes]({{to.faq}}) l’ont peut-être; sinon, [écrivez-nous]({{to.contact}}). [Le fonctionnement du processus]({{to.process}}) a sa propre page.
`,
}
