import type { Half } from './defaults.ts'

/** Le guide des équipes du gouvernement qui ont du travail à confier. */
export const clientsFrench: Half = {
  title: 'Guide pour les équipes du gouvernement',
  lead: 'Votre liste de travaux s’allonge et personne n’est libre. Voici comment un élément de cette liste devient du code écrit à l’extérieur, au grand jour, à prix fixe.',
  text: `## Est-ce pour vous? {#fits}

Oui, si vous pouvez répondre oui à tout ceci :

- il s’agit de **code**, publiable sous une licence ouverte;
- rien n’y est protégé ni classifié;
- il peut se faire de n’importe où et forme un tout;
- le prix, taxes comprises, ne dépasse pas {{limit}};
- personne dans votre équipe n’a le temps de le faire;
- une personne de votre équipe le lira, l’intégrera et s’en occupera ensuite.

Une personne pour trois mois, des conseils, un produit du commerce, un travail sur des secrets : cela s’achète autrement. [Quatre questions]({{to.options}}) vous disent quelle option convient et combien de temps prend chacune. Aucune connexion n’est nécessaire.

## Ce que cela vous demande {#effort}

Environ une journée, par petits morceaux : une heure pour décrire le besoin, quelques réponses, une évaluation d’une heure ou deux et la révision du code. Le plus long, par le passé, était de rédiger l’énoncé et d’attendre qu’il avance. La page de rédaction vous dit donc, à chaque champ, ce qui manque, et chaque personne après vous a une page et une décision.

## Demander {#ask}

[Les quatre questions]({{to.options}}) se terminent par un court formulaire : ce qu’il vous faut, pour quel produit, et qui s’occupera du code. Vous pouvez aussi partir d’un ticket de GitHub ou de GitLab. La réponse est un oui, une question, ou la raison pour laquelle une autre option convient mieux. L’approvisionnement donne ensuite son feu vert, une seule fois.

## Rédiger l’énoncé {#write}

Vous le rédigez avec l’équipe du programme, chacun dans sa fenêtre. Voici ce qui décide de la qualité du code que vous recevrez.

### Critères d’acceptation du travail : ce que vous vérifierez {#write-work}

Ils viennent en premier : T1, T2 et ainsi de suite. Chacun énonce un fait que n’importe qui peut constater : « La touche Tab sort du calendrier dans les deux sens », et non « Le calendrier est accessible ». À la livraison, vous vérifiez ces critères **et rien d’autre** : ce qui n’y est pas, vous ne l’aurez pas. Parlez de licence, de sécurité et de tests, ainsi que d’accessibilité s’il y a une interface.

### Évaluation des candidatures : à qui vous ferez confiance {#write-application}

Ce sont C1, C2 et ainsi de suite. Deux suffisent : une réalisation passée et la façon d’aborder la vôtre. Demandez ce qu’une étudiante ou un étudiant peut aussi montrer. « Cinq ans d’expérience » écarte les gens à qui ce programme s’adresse. Chaque critère est satisfait ou non; il n’y a pas de points.

### Le prix {#write-price}

Le prix est un taux horaire multiplié par les heures prévues, plus {{admin.hours}} pour les formalités du fournisseur. De {{rate.min}} à {{rate.max}} l’heure, c’est l’usage. Comptez les heures honnêtement : un prix trop bas n’attire personne, et rien ne peut le relever ensuite. Avec la taxe de vente la plus élevée, il ne doit pas dépasser {{limit}}.

### Les dates {#write-dates}

L’affichage dure au moins {{posting.min}}; {{posting.usual}}, c’est mieux. Laissez le temps de livrer : pas plus de {{week.hours}} de travail par semaine, et moins si vous espérez des candidatures d’étudiantes et d’étudiants.

### Ce que vous fournissez {#write-help}

Un dépôt, un environnement de test, des données d’exemple : chaque élément a sa date. Si vous êtes en retard, la date de livraison est reportée d’autant de jours.

## Un besoin, un achat {#splitting}

Ne coupez pas un besoin en morceaux pour rester sous la limite. Un second bogue que personne ne connaissait est un nouveau besoin; la seconde moitié d’un besoin connu n’en est pas un. Le programme compare chaque affichage à vos autres dossiers et consulte l’approvisionnement en cas de doute. Une explication courte et vraie suffit.

## Les approbations {#approvals}

Aucun papier à faire circuler. L’approvisionnement vérifie l’énoncé, la dépense est approuvée selon l’article 32, les finances réservent la somme, et une personne nommée atteste que le français et l’anglais disent la même chose. Chacune reçoit un lien vers une page. Vous voyez en tout temps à qui c’est le tour, et depuis quand.

Personne ne tient deux de ces rôles dans un même dossier : la personne qui demande le travail n’approuve pas la dépense, n’atteste pas la facture et ne la paie pas.

## Pendant l’affichage {#open}

- **Les questions** arrivent jusqu’à {{questions.until}} avant la clôture. Vous préparez la réponse; tout le monde la reçoit en même temps, dans les deux langues.
- **Un changement** est une modification numérotée qui montre ce qui est nouveau. La clôture peut être reportée, jamais avancée.
- **Les candidatures sont scellées.** Aucun membre du personnel ne peut en lire une, ni en connaître le nombre, avant la clôture. Ne demandez pas aux fournisseurs s’ils ont postulé.

## Évaluer {#evaluate}

Vous lisez des réponses sans nom, sous la mention « Candidature 1 », dans un ordre qui n’est pas celui de leur arrivée. Pour chaque critère, vous décidez s’il est satisfait et écrivez **pourquoi**, en une phrase que la personne lira. Vous déclarez d’abord n’avoir aucun intérêt dans le résultat.

Ne jugez que ce que le critère demande. Une réponse simple qui y répond satisfait; une réponse brillante à côté de la question échoue. L’approvisionnement confirme, puis plus personne ne peut rien changer.

Si plusieurs candidatures sont recevables, un tirage public décide. Vous n’avez pas à choisir, et vous ne le pouvez pas.

## Le travail {#work}

Vous rencontrez le fournisseur quand les deux parties ont signé. Nommez une personne qui répond aux questions dans la journée : la plupart des retards commencent par une question restée sans réponse. Révisez tôt et au grand jour.

À la livraison, parcourez les critères d’acceptation du travail un à un. Si l’un n’est pas satisfait, dites lequel et pourquoi; le fournisseur corrige. S’ils le sont tous, acceptez. Un souhait qui apparaît à ce moment-là est le prochain travail, et non celui-ci.

Un retard? Posez d’abord la question. Vous pouvez convenir d’une nouvelle date. Si rien ne vient, rien n’est payé, et la candidature suivante peut prendre le relais.

## Payer et partager {#pay}

Nous préparons la facture. Une autre personne l’atteste selon l’article 34, et nous visons à payer en {{payment.days}}. Le code est ensuite répertorié pour que d’autres équipes le trouvent. Intégrez-le et dites-le au fournisseur : pour bien des gens, c’est la première ligne de code utilisée par un gouvernement.

## Avant de demander {#checklist}

- Une phrase dit ce qui aura changé quand ce sera fait.
- La personne qui révisera dans la semaine suivant la livraison est nommée.
- Le code peut être public, et son historique aussi.
- Vous avez cherché du code qui le fait déjà.
- Vous pouvez décrire le travail sans nommer un fournisseur.

Il vous manque quelque chose? [Écrivez-nous]({{to.contact}}) ou lisez [les questions fréquentes]({{to.faq}}).
`,
}
