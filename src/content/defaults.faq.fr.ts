import type { Half } from './defaults.ts'

/** Les questions fréquentes. Une réponse de la file en devient une, à la fin. */
export const faqFrench: Half = {
  title: 'Questions fréquentes',
  lead: 'Des réponses courtes. Les guides en disent plus, et l’avis de chaque occasion l’emporte toujours.',
  text: `## En général {#general}

### De quoi s’agit-il? {#what}

D’un endroit où des équipes du gouvernement affichent de petits travaux de code ouvert, à un prix fixe d’au plus {{limit}}, taxes comprises. Toute personne qui peut travailler au Canada peut postuler.

### Est-ce un emploi? {#job}

Non. Vous êtes un fournisseur autonome pour un seul travail. Il n’y a ni salaire, ni congé, ni patron; vous livrez ce que l’avis décrit et envoyez une facture.

### Pourquoi un prix fixe et un tirage? {#why}

Pour que le choix porte sur la capacité de faire le travail, et non sur le prix le plus bas ou sur les relations. Qui satisfait à tous les critères peut le faire. Entre ces candidatures, le hasard est juste, et tout le monde peut le vérifier.

### Rien n’est ouvert. Que faire? {#nothing-open}

[Abonnez-vous]({{to.subscribe}}) : vous recevez un courriel à chaque affichage, et rien d’autre. Les [résultats]({{to.results}}) montrent ce qui a déjà été acheté.

## Postuler {#applying}

### Faut-il un compte? {#account}

Non. Pour lire, il ne faut rien. Pour postuler, il faut une adresse courriel : nous y envoyons chaque fois un code à six chiffres.

### Je n’ai jamais rien vendu à un gouvernement. Puis-je postuler? {#first-time}

Oui; c’est à vous que nous pensons. Le [guide]({{to.guide}}) part de zéro.

### Peut-on postuler à plusieurs? {#together}

Un seul fournisseur postule et signe pour le groupe : une entreprise, une coopérative ou l’une de ces personnes. La candidature nomme la personne qui fait le travail.

### Puis-je postuler à plusieurs occasions? {#several}

Oui, une fois à chacune. Si deux de vos candidatures étaient retenues, il faudrait livrer les deux travaux à temps.

### Puis-je modifier ma candidature après l’envoi? {#change}

Oui, jusqu’à la clôture, autant de fois que vous le voulez. Le dernier envoi compte. Vous pouvez aussi la retirer.

### J’ai manqué la clôture d’une minute. {#late}

Elle ne peut alors plus être reçue, quels que soient la personne et le motif. Si notre site a été longtemps en panne le dernier jour, nous pouvons reporter la clôture pour tout le monde.

### Puis-je poser une question avant? {#ask}

Oui, sur la page de l’occasion, jusqu’à {{questions.until}} avant la clôture. La réponse est publiée pour tout le monde, sans votre nom. Pour le reste, [écrivez-nous]({{to.contact}}).

### Puis-je me servir de l’IA? {#ai}

Oui, et vous répondez du résultat. Lisez [ce que cela veut dire]({{to.guide}}#machine).

## Les résultats {#results}

### Qui voit mes réponses? {#who-sees}

Avant la clôture, aucun membre du personnel : elles sont [scellées]({{to.guide}}#evaluation). Après, les personnes évaluatrices, sans votre nom. Vos réponses ne sont jamais publiées.

### Pourquoi ma candidature n’a-t-elle pas été retenue? {#not-chosen}

Vous recevez la décision sur chaque critère, avec sa justification. Si tous étaient satisfaits, une autre candidature a été tirée avant la vôtre. Vous pouvez demander un compte rendu.

### Qu’est-ce qui devient public si ma candidature est retenue? {#public}

Le nom du fournisseur, le prix, le dépôt et le fait que le travail a été livré. S’il ne l’a jamais été, la page le dit sans nommer personne.

## Le travail et l’argent {#money}

### À qui appartient le code? {#copyright}

À vous. Vous le publiez sous la licence indiquée dans l’avis, pour que tout le monde puisse s’en servir.

### Quand le paiement arrive-t-il? {#paid}

Nous visons un délai de {{payment.days}} après une facture exacte pour un travail accepté. La limite est de {{payment.law}}. Votre fournisseur de paiement peut bloquer la somme plus longtemps : voyez [ce qu’il retient et bloque]({{to.guide}}#payment).

### Le paiement peut-il se faire en partie, avant la fin? {#advance}

Non. Le travail est petit et se paie en une fois, à son acceptation.

### Dois-je facturer la taxe? {#tax}

Seulement si vous avez un numéro de TPS/TVH ou de TVQ. Le [guide]({{to.guide}}#tax) en dit plus, sur l’impôt aussi.

## Ce site {#site}

### Quelque chose ne fonctionne pas. {#broken}

[Dites-le-nous]({{to.contact}}), avec ou sans adresse courriel. Un lien se trouve au bas de chaque page.

### À quoi servent les témoins? {#cookies}

L’un garde votre connexion. Un autre lie un code au navigateur qui l’a demandé. Rien ne vous suit, ni ici ni ailleurs : voyez les [avis de confidentialité]({{to.privacy}}).

### Puis-je réutiliser vos données ou votre code? {#open-data}

Oui. Ce qui est publié ici peut être réutilisé, et le programme lui-même est un logiciel libre.
`,
}
