import type { Text } from '../platform/i18n.ts'
import type { BeaconSource } from './beacon.ts'
import { drawRefusals } from './protocol.texts.ts'
import type { DecideRefusal, EnterRefusal } from './rules.ts'

export const nonePassedText: Text = {
  en: 'No application passed every criterion.',
  fr: 'Aucune candidature ne satisfait à tous les critères.',
}

const { value_without_beacon, unknown_beacon, bad_drand_round, bad_drand_value, bad_nist_pulse, bad_nist_value } =
  drawRefusals
const { bad_lottery_date, not_a_lottery_day, bad_lottery_numbers } = drawRefusals

/** Why a public number is refused, or a decision about it. */
export const valueRefusals: Record<EnterRefusal | DecideRefusal, Text> = {
  ...{ value_without_beacon, unknown_beacon, bad_drand_round, bad_drand_value, bad_nist_pulse, bad_nist_value },
  ...{ bad_lottery_date, not_a_lottery_day, bad_lottery_numbers },
  not_allowed: {
    en: 'Only the program team enters the public number; the program team or procurement confirms it.',
    fr: 'Seule l’équipe du programme saisit le nombre public; elle-même ou l’approvisionnement le confirme.',
  },
  is_evaluator: {
    en: 'You evaluated these applications, so somebody else must look after the draw.',
    fr: 'Vous avez évalué ces candidatures\u00a0: une autre personne doit s’occuper du tirage.',
  },
  wrong_state: {
    en: 'There is no draw to make on this file now.',
    fr: 'Il n’y a aucun tirage à faire dans ce dossier en ce moment.',
  },
  no_manifest: {
    en: 'The manifest is not published yet. Try again in a minute.',
    fr: 'Le manifeste n’est pas encore publié. Réessayez dans une minute.',
  },
  too_early: {
    en: 'This number does not exist yet. Come back when its source has published it.',
    fr: 'Ce nombre n’existe pas encore. Revenez quand sa source l’aura publié.',
  },
  already_waiting: {
    en: 'A number was already typed in. Another person confirms or rejects it first.',
    fr: 'Un nombre a déjà été saisi. Une autre personne doit d’abord le confirmer ou le rejeter.',
  },
  nothing_waiting: {
    en: 'No number waits for a decision.',
    fr: 'Aucun nombre n’attend de décision.',
  },
  same_person: {
    en: 'You typed this number in, so somebody else must decide on it.',
    fr: 'Vous avez saisi ce nombre\u00a0: une autre personne doit en décider.',
  },
  separation_of_duties: {
    en: 'What you did on this file before does not allow this. Somebody else must do it.',
    fr: 'Ce que vous avez déjà fait dans ce dossier ne le permet pas. Une autre personne doit s’en charger.',
  },
}

/** The sources of public numbers, and where to look a number up. */
export const sourceTexts: Record<BeaconSource, { name: Text; where: Text; example: string }> = {
  'lotto-649': {
    name: { en: 'Lotto 6/49, classic draw', fr: 'Lotto 6/49, tirage classique' },
    where: {
      en: 'The six numbers of the classic draw, without the bonus number, as the lottery corporations publish them.',
      fr: 'Les six numéros du tirage classique, sans le numéro complémentaire, tels que les sociétés de loterie les publient.',
    },
    example: '9 18 26 34 41 45',
  },
  'drand-quicknet': {
    name: { en: 'drand, quicknet chain', fr: 'drand, chaîne quicknet' },
    where: {
      en: 'The randomness of the round named, 64 hexadecimal digits, from any server of the drand network.',
      fr: 'La valeur aléatoire (randomness) de la ronde indiquée, 64 chiffres hexadécimaux, lue sur n’importe quel serveur du réseau drand.',
    },
    example: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  },
  'nist-2': {
    name: { en: 'NIST Randomness Beacon, version 2', fr: 'Nombres aléatoires publics du NIST, version 2' },
    where: {
      en: 'The outputValue of the pulse whose timestamp is the one named, 128 hexadecimal digits.',
      fr: 'La valeur outputValue de l’impulsion qui porte l’horodatage indiqué, 128 chiffres hexadécimaux.',
    },
    example: '',
  },
}
