import type { Text } from '../platform/i18n.ts'

/** Words of the page that says how this installation is. */
export const stateTexts = {
  title: { en: 'State of this installation', fr: 'État de cette installation' },
  lead: {
    en: 'What whoever runs the program should know: the clocks, and what was deleted because its time was over.',
    fr: 'Ce que doit savoir qui exploite le programme\u00a0: les horloges, et ce qui a été supprimé au terme de sa conservation.',
  },
  clocks: { en: 'Clocks', fr: 'Horloges' },
  clocksAgree: (most: number): Text => ({
    en: `The clock of this machine and that of the database agree to within ${most} milliseconds. Closings go by the database’s.`,
    fr: `L’horloge de cet ordinateur et celle de la base de données concordent à ${most}\u00a0millisecondes près. Les clôtures suivent celle de la base de données.`,
  }),
  clocksHead: { en: 'Two clocks disagree', fr: 'Deux horloges divergent' },
  databaseAhead: (ms: string): Text => ({
    en: `The clock of the database is ${ms} milliseconds ahead of this machine’s.`,
    fr: `L’horloge de la base de données avance de ${ms}\u00a0millisecondes sur celle de cet ordinateur.`,
  }),
  databaseBehind: (ms: string): Text => ({
    en: `The clock of the database is ${ms} milliseconds behind this machine’s.`,
    fr: `L’horloge de la base de données retarde de ${ms}\u00a0millisecondes sur celle de cet ordinateur.`,
  }),
  clocksDo: (most: number): Text => ({
    en: `Check that a time service (chrony, systemd-timesyncd) runs on both machines and reaches its servers. Applications are still taken by the database’s clock; beyond ${most} milliseconds no posting closes by itself until the clocks agree.`,
    fr: `Vérifiez que les deux ordinateurs ont un service de temps (chrony, systemd-timesyncd) qui joint ses serveurs. Les candidatures sont toujours reçues selon l’horloge de la base de données; au-delà de ${most}\u00a0millisecondes, plus aucune occasion ne se clôt d’elle-même tant que les horloges divergent.`,
  }),
  kept: { en: 'What is deleted, and when', fr: 'Ce qui est supprimé, et quand' },
  keptLead: {
    en: 'Every night the program deletes what was kept as long as the policy says. The record says how much went, never what.',
    fr: 'Chaque nuit, le programme supprime ce qui a été conservé aussi longtemps que le prévoit la politique. Le registre indique combien, jamais quoi.',
  },
  never: { en: 'No round has been done yet.', fr: 'Aucun passage n’a encore eu lieu.' },
  last: (when: string): Text => ({ en: `Last round: ${when}.`, fr: `Dernier passage\u00a0: ${when}.` }),
  what: { en: 'What', fr: 'Quoi' },
  period: { en: 'Goes', fr: 'Disparaît' },
  went: { en: 'Deleted in the last round', fr: 'Supprimés au dernier passage' },
  afterClosing: (period: string): Text => ({
    en: `${period} after the closing`,
    fr: `${period} après la clôture`,
  }),
  afterExpiry: (period: string): Text => ({ en: `${period} after they expire`, fr: `${period} après l’expiration` }),
  atExpiry: { en: 'when they expire', fr: 'à l’expiration' },
  afterDay: { en: 'after a day', fr: 'après un jour' },
  afterSending: (period: string): Text => ({ en: `${period} after sending`, fr: `${period} après l’envoi` }),
  afterAsking: (period: string): Text => ({ en: `${period} after asking`, fr: `${period} après la demande` }),
} as const
