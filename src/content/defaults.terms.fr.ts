import type { Half } from './defaults.ts'

/** Les conditions d’utilisation du site; celles d’un travail sont un document à part. */
export const termsFrench: Half = {
  title: 'Conditions d’utilisation',
  lead: 'Pour l’utilisation de ce site. Les conditions d’un travail tiennent sur une autre page, que les deux parties signent.',
  text: `## Ce qui fait foi {#counts}

L’avis d’une occasion, avec ses modifications et les réponses publiées, dit ce qui est acheté et comment. Si un guide, une lettre ou un dessin dit autre chose, **l’avis l’emporte**. Le français et l’anglais ont la même valeur.

Les dates et les heures d’un avis sont celles du fuseau indiqué à côté. L’horloge de notre serveur décide de ce qui arrive à temps.

## Utiliser le site {#using}

Vous pouvez tout lire, tout imprimer, créer des liens et réutiliser les données publiées. Aucune permission n’est nécessaire.

Quand vous écrivez quelque chose ici :

- écrivez ce qui est vrai, en votre nom ou au nom d’un fournisseur pour qui vous pouvez signer;
- gardez pour vous les codes que nous vous envoyons : qui en a un agit en votre nom;
- laissez de côté ce qui est secret et ce qui relève de la vie privée d’autrui;
- ne cherchez pas à savoir qui a postulé, combien de personnes l’ont fait ni ce qu’elles ont écrit;
- ne cherchez pas à briser le site ni à le charger au point d’en priver les autres.

Si vous découvrez une faiblesse, [dites-le-nous]({{to.contact}}) avant de le dire à d’autres. Nous remercions les gens qui le font et ne les poursuivons pas.

## Ce qui est à vous {#yours}

Ce que vous écrivez dans une candidature reste à vous. Vous permettez au ministère de le lire, de le garder et de s’en servir pour choisir un fournisseur, répondre aux plaintes et se soumettre à l’audit. Le code que vous écrivez dans le cadre d’un contrat reste aussi à vous, sous la licence ouverte indiquée dans l’avis.

## Ce sur quoi vous pouvez compter {#rely}

- Une candidature confirmée par un reçu compte. Conservez le reçu.
- Une clôture n’est jamais avancée.
- Ce que nous décidons à votre sujet vient avec sa justification.

## Ce sur quoi vous ne pouvez pas compter {#not-rely}

- **Un site toujours en marche.** S’il a été longtemps en panne le dernier jour avant une clôture, nous pouvons la reporter pour tout le monde. Envoyez tôt malgré tout.
- **Du travail à coup sûr.** Un affichage peut être retiré, avec un motif. Postuler n’est pas rémunéré.
- **Des conseils dans les guides.** Ils expliquent; pour l’impôt, les permis et les prestations, adressez-vous à qui en décide.
- **Les sites d’autrui** vers lesquels mènent nos liens.

## Liens, noms et marques {#links}

Un lien n’est pas une recommandation. Les noms de produits appartiennent à leurs propriétaires. Le programme qui fait marcher ce site est un logiciel libre, sous sa propre licence; les noms et les symboles des gouvernements n’en font pas partie.

## Si quelque chose va mal {#wrong}

[Écrivez-nous]({{to.contact}}). Au sujet du choix d’un fournisseur, vous pouvez aussi vous adresser au Bureau de l’ombud de l’approvisionnement, en règle générale dans un délai de {{complaint.days}} après l’avis public d’attribution.

Les lois du Canada s’appliquent, ainsi que celles de la province où le ministère a son adresse. Ce que nous gardons à votre sujet figure dans les [avis de confidentialité]({{to.privacy}}).

## Quand ces conditions changent {#changes}

Le jour du dernier changement figure sur cette page. Un changement ne touche pas une occasion déjà ouverte.
`,
}
