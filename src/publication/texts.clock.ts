import type { Text } from '../platform/i18n.ts'

export const clockTexts = {
  title: { en: 'The server’s clock', fr: 'L’horloge du serveur' },
  description: {
    en: 'The clock that decides whether an application came in time.',
    fr: 'L’horloge qui décide si une candidature est arrivée à temps.',
  },
  lead: {
    en: 'An application counts when it is received before the closing by this clock, whatever your own says.',
    fr: 'Une candidature compte si elle est reçue avant la clôture selon cette horloge, quoi que dise la vôtre.',
  },
  now: { en: 'When this page was sent, it was:', fr: 'À l’envoi de cette page, il était\u00a0:' },
  again: { en: 'Read it again', fr: 'La consulter de nouveau' },
} satisfies Record<string, Text>
