import type { Half } from './defaults.ts'

/** Les avis de confidentialité : un pour chaque raison de recueillir quelque chose. */
export const privacyFrench: Half = {
  title: 'Avis de confidentialité',
  lead: 'Ce que nous demandons, pourquoi, ce que nous en faisons, qui le voit et combien de temps nous le gardons. Trois avis, un pour chaque raison.',
  text: `## En bref {#short}

- Vous pouvez tout lire ici sans rien nous dire.
- Nous demandons ce qu’un achat exige, et rien de plus. **Ne nous envoyez jamais votre numéro d’assurance sociale**, votre statut au Canada ni la copie d’une pièce d’identité.
- Aucun membre du personnel ne peut lire une candidature avant la clôture. Les personnes évaluatrices ne savent jamais qui l’a écrite.
- Rien n’est vendu, et rien ne vous suit.

## Quand vous postulez, travaillez et recevez un paiement {#contracting}

**Qui recueille.** Le ministère qui affiche le travail, dans le fichier de renseignements personnels **{{bank.contracting}}**.

**Pourquoi.** Pour choisir un fournisseur de façon équitable, signer et gérer le contrat, payer et rendre compte des fonds publics.

**En vertu de quoi.** La Loi sur la gestion des finances publiques et la loi constitutive du ministère.

**Est-ce obligatoire?** Postuler est votre choix. Si vous postulez, les champs qui ne sont pas marqués facultatifs sont nécessaires; sans eux, la candidature ne peut pas être reçue. Quelques questions posées aux fournisseurs retenus sont facultatives et marquées ainsi.

**Quoi.** Votre nom et votre adresse courriel, le nom du fournisseur et de ses entités affiliées, qui signe et qui fait le travail, vos réponses, un « oui » à ce qui vous rend admissible, le fait d’être ou d’avoir été fonctionnaire et, si votre candidature est retenue, votre adresse, votre numéro de taxe, votre mode de paiement et votre facture. Aucun numéro de carte ou de compte ne nous parvient.

**Ce que nous en faisons.** Nous comparons les noms pour repérer deux candidatures d’un même fournisseur. Nous masquons dans vos réponses ce qui pourrait révéler qui vous êtes. Les personnes évaluatrices les lisent; l’approvisionnement confirme le résultat; les finances paient.

**Qui d’autre les reçoit.** Si votre candidature est retenue, le public voit le nom du fournisseur, le prix, le dépôt et le fait que le travail a été livré. L’audit, l’ombud de l’approvisionnement, les tribunaux et d’autres que la loi désigne peuvent consulter le dossier. Votre fournisseur de paiement est informé du paiement selon ses propres règles.

**Combien de temps.** Les brouillons disparaissent {{keep.drafts}} après la clôture, et la liste des navigateurs où vous avez ouvert votre candidature, {{keep.devices}} après. Une candidature non retenue est conservée {{keep.applications}} après son dernier usage; si elle est venue d’un autre formulaire, la note qui relie les deux est gardée aussi longtemps après la clôture. Les dossiers de contrat et de paiement le sont pendant {{keep.contracts}}. Les copies des lettres envoyées disparaissent après {{keep.mail}}.

## Quand vous vous abonnez, posez une question ou signalez un problème {#outreach}

**Qui recueille.** Le ministère à qui vous écrivez ou, si vous n’en choisissez aucun, tous ceux qui utilisent ce site, dans le fichier **{{bank.outreach}}**.

**Pourquoi.** Pour vous envoyer les nouvelles demandées, vous répondre et réparer ce qui ne va pas.

**En vertu de quoi.** La Loi sur la gestion des finances publiques et la loi constitutive du ministère. Pour la liste d’envoi, votre consentement : nous en gardons la preuve, et vous pouvez le retirer en tout temps.

**Est-ce obligatoire?** Non. Vous pouvez signaler un problème sans donner d’adresse. Sans adresse, nous ne pouvons pas répondre.

**Quoi.** Votre adresse courriel, votre langue, les nouvelles que vous voulez, ce que vous nous écrivez et la page en cause. L’adresse sert à vous écrire et à rien d’autre; personne hors de l’équipe ne la voit.

**Ce que nous en faisons.** Une question peut entrer dans les [questions fréquentes]({{to.faq}}), et une suggestion devenir une leçon dans un bilan : en d’autres mots que les vôtres et sans ce qui révèle qui vous êtes.

**Combien de temps.** Un clic suffit pour quitter la liste; nous gardons alors une simple empreinte de l’adresse, pour que personne ne vous y inscrive de nouveau par erreur. Un abonnement jamais confirmé disparaît après {{keep.unconfirmed}}. Les questions et les signalements sont conservés {{keep.enquiries}} après avoir été réglés. Ceux dont l’adresse n’est jamais confirmée disparaissent après trois jours.

Quand vous posez une question sur une occasion, votre adresse disparaît {{keep.askers}} après la clôture, et votre question dans vos propres mots {{keep.questions}} après. Ce qui en a été publié demeure.

## Quand vous répondez à un sondage {#survey}

**Qui recueille.** Le ministère, dans le fichier **{{bank.survey}}**.

**Pourquoi.** Pour savoir qui participe et ce qu’il faut changer.

**En vertu de quoi.** La Loi sur la gestion des finances publiques et la loi constitutive du ministère.

**Est-ce obligatoire?** Non, et personne ne peut savoir si vous l’avez fait.

**Quoi, et comment on le tient à part.** Vos choix, et quelques mots si vous en écrivez. Ils sont gardés loin des candidatures, sans votre nom, votre adresse, votre adresse réseau ni l’heure exacte. Nous ne pouvons donc ni retrouver votre réponse ni la retirer.

**Ce qui est publié.** Des totaux, une fois l’an, jamais pour moins de cinq personnes.

**Combien de temps.** Les réponses sont conservées {{keep.survey}}; après, il ne reste que les totaux.

## Quand vous ne faites que lire {#reading}

Le site utilise deux témoins, les siens, et aucun d’autrui. L’un existe pendant votre connexion, au plus {{keep.sessions}}. L’autre contient un nombre aléatoire, pendant {{keep.browser}} : il lie un code demandé à votre navigateur et distingue les navigateurs où vous ouvrez votre candidature, pour que nous puissions vous signaler un nouvel appareil. Les codes disparaissent {{keep.codes}} après leur expiration. Il n’y a ni mesure d’audience ni publicité. Notre journal dit quelle page a été demandée et si elle a fonctionné, pas par qui. Pour arrêter les envois en masse, nous comptons les tentatives d’après une forme brouillée de l’adresse réseau; le décompte disparaît en deux jours au plus.

## Vos droits {#rights}

La Loi sur la protection des renseignements personnels vous permet de voir ce qu’un ministère détient sur vous, de demander la correction d’une erreur et, si elle est refusée, de faire noter votre demande. [Écrivez-nous]({{to.contact}}), ou écrivez au bureau de l’accès à l’information du ministère.

Vous pouvez déposer une plainte auprès du Commissariat à la protection de la vie privée du Canada si vous jugez que vos renseignements sont mal traités.
`,
}
