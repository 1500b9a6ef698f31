import type { Text } from '../platform/i18n.ts'
import type { UsageRefusal } from './command-line.ts'

type Agreement = {
  readonly commitment: string
  readonly rosterHash: string
  readonly manifestHash: string
  readonly beacon: { readonly ref: string; readonly value: string }
  readonly ranking: readonly string[]
}

export const usageRefusals: Record<UsageRefusal, Text> = {
  unknown_command: {
    en: 'This command is not known. Use rank or verify.',
    fr: 'Cette commande est inconnue. Utilisez rank ou verify.',
  },
  unknown_option: { en: 'An option is not known.', fr: 'Une option est inconnue.' },
  option_without_value: { en: 'An option lacks its value.', fr: 'Il manque la valeur d’une option.' },
  bad_language: { en: 'The language is en or fr.', fr: 'La langue est en ou fr.' },
  no_file: { en: 'Name the file of the draw to verify.', fr: 'Indiquez le fichier du tirage à vérifier.' },
  too_many_files: {
    en: 'Name one file only; rank reads standard input and takes none.',
    fr: 'N’indiquez qu’un seul fichier; rank lit l’entrée standard et n’en accepte aucun.',
  },
  unreadable_file: {
    en: 'The file does not exist or cannot be read.',
    fr: 'Le fichier n’existe pas ou ne peut pas être lu.',
  },
  not_drand: {
    en: 'A drand signature was given, but the beacon of this draw is not drand.',
    fr: 'Une signature drand a été donnée, mais la source du nombre public de ce tirage n’est pas drand.',
  },
}

export const commandTexts = {
  help: {
    en: `usage: opportune draw rank < draw.json
       opportune draw verify FILE [options]

rank    reads a draw in JSON and prints its commitment, hashes, key and ranking.
verify  computes the draw of FILE (- for standard input) again and compares it
        with the three values that you received by e-mail.

--commitment HEX       the commitment on your receipt
--roster-hash HEX      the roster hash in the e-mail sent at closing
--manifest-hash HEX    the manifest hash in the e-mail sent when results
                       were locked
--drand-signature HEX  the signature of the drand round, to check its value too
--json                 print the answer as JSON
--language en|fr       the language of the answer
--help                 print this text

exit codes: 0 everything agrees, 1 something differs, 2 refused, 3 not checked
`,
    fr: `utilisation : opportune draw rank < tirage.json
              opportune draw verify FICHIER [options]

rank    lit un tirage en JSON et affiche son engagement, ses empreintes, sa clé
        et son classement.
verify  recalcule le tirage de FICHIER (- pour l’entrée standard) et le compare
        aux trois valeurs que vous avez reçues par courriel.

--commitment HEX       l’engagement qui figure sur votre reçu
--roster-hash HEX      l’empreinte de la liste, dans le courriel envoyé à
                       la clôture
--manifest-hash HEX    l’empreinte du manifeste, dans le courriel envoyé au
                       verrouillage des résultats
--drand-signature HEX  la signature de la ronde drand, pour en vérifier
                       aussi la valeur
--json                 afficher la réponse en JSON
--language en|fr       la langue de la réponse
--help                 afficher ce texte

codes de sortie : 0 tout concorde, 1 un élément diffère, 2 refus, 3 non vérifié
`,
  },
  agreed: (facts: Agreement): Text => ({
    en: `Everything agrees.
Commitment: ${facts.commitment}
Roster hash: ${facts.rosterHash}
Manifest hash: ${facts.manifestHash}
Public number: ${facts.beacon.ref}, ${facts.beacon.value}
Ranking:
${numbered(facts.ranking)}`,
    fr: `Tout concorde.
Engagement : ${facts.commitment}
Empreinte de la liste : ${facts.rosterHash}
Empreinte du manifeste : ${facts.manifestHash}
Nombre public : ${facts.beacon.ref}, ${facts.beacon.value}
Classement :
${numbered(facts.ranking)}`,
  }),
  source: {
    options: {
      en: 'The three values compared are those that you gave. Check yourself that the public number is the one its source published.',
      fr: 'Les trois valeurs comparées sont celles que vous avez données. Vérifiez vous-même que le nombre public est bien celui que sa source a publié.',
    },
    file: {
      en: 'At least one value compared comes from the file itself: make sure that it is the one in your own e-mails. Check yourself that the public number is the one its source published.',
      fr: 'Au moins une valeur comparée provient du fichier lui-même : assurez-vous qu’il s’agit de celle de vos propres courriels. Vérifiez vous-même que le nombre public est bien celui que sa source a publié.',
    },
  },
}

const numbered = (tokens: readonly string[]): string =>
  tokens.map((token, place) => `${String(place + 1).padStart(3)}. ${token}`).join('\n')
