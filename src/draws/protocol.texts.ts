import type { Text } from '../platform/i18n.ts'
import type { BeaconInstantRefusal } from './beacon.ts'
import type { DrandRefusal } from './drand.ts'
import type { DrawJsonRefusal } from './draw-json.ts'
import type { VerifyRefusal } from './protocol.ts'

export type DrawCheckRefusal =
  | VerifyRefusal
  | DrawJsonRefusal
  | DrandRefusal
  | BeaconInstantRefusal
  | 'beacon_value_differs'

/** Every reason for which a draw, a beacon or a file of a draw is refused, or differs, or was not checked. */
export const drawRefusals: Record<DrawCheckRefusal, Text> = {
  not_json: {
    en: 'The file is not JSON. Save the draw’s file again from its page, without editing it.',
    fr: 'Le fichier n’est pas du JSON. Enregistrez-le de nouveau à partir de la page du tirage, sans le modifier.',
  },
  repeated_key: {
    en: 'A key stands twice in the same object of the file. Two readers could understand it differently.',
    fr: 'Une clé figure deux fois dans le même objet du fichier. Deux lecteurs pourraient le comprendre autrement.',
  },
  line_break: {
    en: 'A text in the file holds a line break or another control character.',
    fr: 'Un texte du fichier contient un saut de ligne ou un autre caractère de contrôle.',
  },
  number_out_of_range: {
    en: 'A number in the file is not a plain whole number, or is too large.',
    fr: 'Un nombre du fichier n’est pas un nombre entier simple ou est trop grand.',
  },
  nested_too_deep: {
    en: 'The file is nested more than 32 levels deep.',
    fr: 'Le fichier compte plus de 32 niveaux d’imbrication.',
  },
  not_an_object: {
    en: 'The file must hold one JSON object that describes one draw.',
    fr: 'Le fichier doit contenir un seul objet JSON, qui décrit un tirage au sort.',
  },
  bad_slug: {
    en: 'The slug must have 1 to 64 characters: small letters without accents, digits and hyphens.',
    fr: 'L’identifiant de l’occasion doit compter de 1 à 64 caractères : minuscules sans accent, chiffres et traits d’union.',
  },
  bad_seed: {
    en: 'The seed must be 64 hexadecimal digits in small letters.',
    fr: 'La graine doit compter 64 chiffres hexadécimaux en minuscules.',
  },
  bad_draw_number: {
    en: 'The draw number must be a whole number from 1 to 999.',
    fr: 'Le numéro du tirage doit être un nombre entier de 1 à 999.',
  },
  bad_previous: {
    en: 'For draw 1, the previous manifest must be “none”. For a later draw, it must be the hash of the manifest before it.',
    fr: 'Pour le tirage 1, le manifeste précédent doit être « none ». Pour un tirage ultérieur, il doit s’agir de l’empreinte du manifeste qui précède.',
  },
  bad_received: {
    en: 'The list of applications received must give, for each application, its token and the hash of its sealed content.',
    fr: 'La liste des candidatures reçues doit donner, pour chaque candidature, son jeton et l’empreinte de son contenu scellé.',
  },
  bad_token: {
    en: 'A token must have 10 characters: digits and capital letters other than I, L, O and U.',
    fr: 'Un jeton doit compter 10 caractères : chiffres et majuscules autres que I, L, O et U.',
  },
  bad_sealed_hash: {
    en: 'The hash of a sealed application must be 64 hexadecimal digits in small letters.',
    fr: 'L’empreinte d’une candidature scellée doit compter 64 chiffres hexadécimaux en minuscules.',
  },
  repeated_token: {
    en: 'The same token stands twice in the list of applications received.',
    fr: 'Le même jeton figure deux fois dans la liste des candidatures reçues.',
  },
  bad_eligible: {
    en: 'The eligible applications must be a list of tokens.',
    fr: 'Les candidatures recevables doivent former une liste de jetons.',
  },
  repeated_eligible: {
    en: 'The same token stands twice in the list of eligible applications.',
    fr: 'Le même jeton figure deux fois dans la liste des candidatures recevables.',
  },
  eligible_not_in_roster: {
    en: 'The token of an eligible application is not in the list of applications received.',
    fr: 'Le jeton d’une candidature recevable ne figure pas dans la liste des candidatures reçues.',
  },
  bad_beacon: {
    en: 'The beacon must have a reference and a value, both as text.',
    fr: 'La source du nombre public doit comporter une référence et une valeur, toutes deux en texte.',
  },
  unknown_beacon: {
    en: 'This beacon is not known. The draw uses drand-quicknet, lotto-649, nist-2 or none.',
    fr: 'Cette source du nombre public est inconnue. Le tirage utilise drand-quicknet, lotto-649, nist-2 ou none.',
  },
  beacon_needed: {
    en: 'With two or more eligible applications, the draw needs a public number. Without it, somebody who knows the seed could choose the supplier.',
    fr: 'Dès que deux candidatures sont recevables, le tirage exige un nombre public. Sans lui, une personne qui connaît la graine pourrait choisir le fournisseur.',
  },
  value_without_beacon: {
    en: 'Without a beacon, the value must be “none”.',
    fr: 'Sans source du nombre public, la valeur doit être « none ».',
  },
  bad_drand_round: {
    en: 'A drand round must be a whole number of 1 to 16 digits, without a leading zero.',
    fr: 'Une ronde drand doit être un nombre entier de 1 à 16 chiffres, sans zéro initial.',
  },
  bad_drand_value: {
    en: 'The value of a drand round must be 64 hexadecimal digits in small letters.',
    fr: 'La valeur d’une ronde drand doit compter 64 chiffres hexadécimaux en minuscules.',
  },
  bad_drand_signature: {
    en: 'The drand network did not make this signature for this round.',
    fr: 'Le réseau drand n’a pas produit cette signature pour cette ronde.',
  },
  bad_nist_pulse: {
    en: 'A NIST pulse must be a number of milliseconds that falls on a whole minute.',
    fr: 'Une impulsion du NIST doit être un nombre de millisecondes qui correspond à une minute entière.',
  },
  bad_nist_value: {
    en: 'The value of a NIST pulse must be 128 hexadecimal digits in small letters.',
    fr: 'La valeur d’une impulsion du NIST doit compter 128 chiffres hexadécimaux en minuscules.',
  },
  bad_lottery_date: {
    en: 'The date of a Lotto 6/49 draw must be a real date, written YYYY-MM-DD.',
    fr: 'La date d’un tirage du Lotto 6/49 doit être une date réelle, écrite AAAA-MM-JJ.',
  },
  not_a_lottery_day: {
    en: 'Lotto 6/49 is drawn on Wednesdays and Saturdays. This date is another day.',
    fr: 'Le Lotto 6/49 est tiré le mercredi et le samedi. Cette date tombe un autre jour.',
  },
  bad_lottery_numbers: {
    en: 'The Lotto 6/49 numbers must be six different numbers from 1 to 49, smallest first, each followed by a period: 9.18.26.34.41.45.',
    fr: 'Les numéros du Lotto 6/49 doivent être six numéros différents de 1 à 49, en ordre croissant, chacun suivi d’un point : 9.18.26.34.41.45.',
  },
  bad_instant: {
    en: 'The instant of the draw is not one that a beacon can have.',
    fr: 'L’instant du tirage n’en est pas un auquel un nombre public puisse correspondre.',
  },
  before_first_round: {
    en: 'The drand quicknet chain began on August 23, 2023. It has no value before then.',
    fr: 'La chaîne drand quicknet a débuté le 23 août 2023. Elle n’a aucune valeur avant cette date.',
  },
  bad_ranking: {
    en: 'The ranking must give a token and a ticket for each eligible application.',
    fr: 'Le classement doit donner un jeton et un billet pour chaque candidature recevable.',
  },
  bad_published: {
    en: 'The published values must be 64 hexadecimal digits in small letters each.',
    fr: 'Les valeurs publiées doivent compter chacune 64 chiffres hexadécimaux en minuscules.',
  },
  not_checked: {
    en: 'Not checked. Give the commitment, the roster hash and the manifest hash from your own e-mails: a forged draw would recompute perfectly.',
    fr: 'Non vérifié. Donnez l’engagement, l’empreinte de la liste et l’empreinte du manifeste tirés de vos propres courriels : avec un faux tirage, le calcul tomberait juste tout autant.',
  },
  ranking_missing: {
    en: 'Not checked. The file has no ranking to compare with the one computed.',
    fr: 'Non vérifié. Le fichier ne contient aucun classement à comparer à celui qui a été calculé.',
  },
  commitment_differs: {
    en: 'The commitment differs from the one published: this seed is not the one that was fixed when the opportunity was posted.',
    fr: 'L’engagement diffère de celui qui a été publié : cette graine n’est pas celle qui a été fixée à l’affichage de l’occasion.',
  },
  roster_hash_differs: {
    en: 'The roster hash differs from the one published: the list of applications received is not the one fixed at closing.',
    fr: 'L’empreinte de la liste diffère de celle qui a été publiée : la liste des candidatures reçues n’est pas celle qui a été fixée à la clôture.',
  },
  manifest_hash_differs: {
    en: 'The manifest hash differs from the one published: what was locked before the draw is not what this file says.',
    fr: 'L’empreinte du manifeste diffère de celle qui a été publiée : ce qui a été verrouillé avant le tirage n’est pas ce que dit ce fichier.',
  },
  beacon_value_differs: {
    en: 'The drand value in the file differs from the one that the signature gives.',
    fr: 'La valeur drand du fichier diffère de celle que donne la signature.',
  },
  ranking_differs: {
    en: 'The ranking differs from the one that these numbers give.',
    fr: 'Le classement diffère de celui que donnent ces nombres.',
  },
}
