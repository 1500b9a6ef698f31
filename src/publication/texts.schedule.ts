import type { Text } from '../platform/i18n.ts'
import { gateTexts, type PostingGate } from './gates.ts'
import type { ScheduleRefusal, UnscheduleRefusal } from './rules.schedule.ts'
import type { PublishRefusal } from './rules.ts'
import { refusals } from './texts.staff.ts'

/** Why a notice may not be posted, now or at the instant that was set. */
export const obstacleTexts: Record<PublishRefusal | PostingGate | ScheduleRefusal | UnscheduleRefusal, Text> = {
  ...refusals,
  ...gateTexts,
  already_posted: { en: 'The notice is posted already.', fr: 'L’avis est déjà affiché.' },
  in_the_past: { en: 'Set an instant that is still to come.', fr: 'Fixez un moment à venir.' },
  not_scheduled: { en: 'No posting is planned.', fr: 'Aucun affichage n’est prévu.' },
}

export const scheduleTexts = {
  later: { en: 'Post at another time', fr: 'Afficher à un autre moment' },
  laterText: {
    en: 'Both languages go out at the instant that you set, if every gate is still passed then. If not, nothing is posted and the program team is told why.',
    fr: 'Les deux langues paraissent au moment que vous fixez, si toutes les étapes sont encore franchies. Sinon, rien n’est affiché et l’équipe du programme est informée du motif.',
  },
  day: { en: 'Day', fr: 'Jour' },
  time: { en: 'Time', fr: 'Heure' },
  timeHint: (zone: string): Text => ({ en: `Such as 09:00, ${zone}.`, fr: `Par exemple 09:00, ${zone}.` }),
  schedule: { en: 'Plan the posting', fr: 'Planifier l’affichage' },
  move: { en: 'Change the time', fr: 'Changer le moment' },
  unschedule: { en: 'Do not post by itself', fr: 'Ne plus afficher automatiquement' },
  planned: { en: 'Posting planned', fr: 'Affichage prévu' },
  plannedText: (when: string, name: string): Text => ({
    en: `Both languages go out on ${when}. Planned by ${name}.`,
    fr: `Les deux langues paraîtront le ${when}. Planifié par ${name}.`,
  }),
  nothing: { en: 'Nothing', fr: 'Rien' },
  nothingText: {
    en: 'It happens by itself. You can still post now, change the time or take it away.',
    fr: 'Tout se fait automatiquement. Vous pouvez encore afficher maintenant, changer le moment ou annuler.',
  },
} as const
