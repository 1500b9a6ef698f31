import type { Half } from './defaults.ts'

/** La déclaration d’accessibilité : la promesse, les vérifications, et ce qui ne suffit pas encore. */
export const accessibilityFrench: Half = {
  title: 'Accessibilité',
  lead: 'Tout le monde devrait pouvoir lire, poser une question, postuler, signer et recevoir un paiement ici. Cette page dit dans quelle mesure c’est vrai, et comment nous signaler le contraire.',
  text: `## Signaler un obstacle {#report}

[Remplissez ce formulaire]({{to.contact}}) et choisissez « Quelque chose m’empêche d’utiliser le site ». Vous pouvez laisser votre adresse courriel ou non. Dites ce que vous vouliez faire et ce qui y a fait obstacle; vous n’avez rien à dire de vous.

Nous visons à répondre en {{reply.days}}. **Si un obstacle vous empêche de postuler avant une clôture, dites-le** : écrivez aussi à {{mailbox}}, et nous trouverons avec vous une autre façon de faire à temps.

## Ce que nous visons {#standard}

Chaque page respecte les Règles pour l’accessibilité des contenus Web, version 2.2, niveau AA, et ce que la norme EN 301 549 exige des pages Web. Le ministère applique la Loi canadienne sur l’accessibilité.

## Ce que cela veut dire ici {#means}

- Tout fonctionne au clavier seul, et vous voyez toujours où vous êtes.
- Tout fonctionne sans JavaScript et, sur un écran large de 320 pixels, sans défilement horizontal.
- Le texte peut être agrandi quatre fois. Le mode clair ou sombre suit votre système.
- Rien ne repose sur la couleur, le son ou le mouvement seuls. Rien ne clignote ni ne bouge tout seul.
- Chaque champ a son étiquette, et une erreur dit en mots comment la corriger. Ce que vous avez tapé reste là.
- Les dessins et les graphiques ont un texte ou un tableau qui dit la même chose.
- Le français et l’anglais disent la même chose, et le lecteur d’écran sait lequel il lit.
- Rien n’a de limite de temps, sauf la clôture d’une occasion et le code qui vous est envoyé, valable {{code.minutes}}. Un nouveau code peut être demandé.

## Comment nous vérifions {#checks}

Avant chaque changement, un programme ouvre chaque sorte de page, dans les deux langues et dans tous les états que nous connaissons. Il cherche les écarts avec les règles, le code non valide et le défilement horizontal à 320 pixels. Des tâches entières sont aussi faites au clavier, puis sans JavaScript.

Un programme ne trouve qu’une partie des obstacles. Les gens trouvent le reste : votre signalement compte.

## Ce qui ne suffit pas encore {#limits}

- **Personne qui utilise chaque jour un lecteur d’écran n’a encore tout parcouru.** Si c’est votre cas et que vous voulez bien nous montrer, écrivez-nous.
- **Les fichiers PDF** que nous produisons ont des titres et des tableaux pour les lecteurs d’écran. Les mêmes faits se trouvent toujours aussi sur une page, que nous vous conseillons. Les fichiers remis par d’autres peuvent être moins bons.
- **Les sites d’autrui**, comme les hébergeurs de code et les fournisseurs de paiement, ne sont pas à nous. Si l’un d’eux vous empêche de travailler avec nous, dites-le : une autre façon de faire est possible.
- **Vérifier soi-même un tirage** demande une certaine aisance avec la ligne de commande. La page du tirage le fait pour vous.

## Si la réponse ne vous aide pas {#complain}

Vous pouvez vous plaindre au ministère, à {{mailbox}}. Vous pouvez aussi vous adresser à la Commission canadienne des droits de la personne, où la ou le commissaire à l’accessibilité reçoit les plaintes.
`,
}
