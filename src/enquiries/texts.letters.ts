import type { Text } from '../platform/i18n.ts'
import type { EnquiryKind } from './rules.ts'

/** What an answer begins and ends with. */
export const letterTexts = {
  hello: { en: 'Hello,', fr: 'Bonjour,' },
  thanks: {
    question: { en: 'Thank you for your question.', fr: 'Merci de votre question.' },
    problem: { en: 'Thank you for telling us of this problem.', fr: 'Merci de nous avoir signalé ce problème.' },
    barrier: {
      en: 'Thank you for telling us of this barrier. We are sorry that it kept you from what you wanted to do.',
      fr: 'Merci de nous avoir signalé cet obstacle. Nous regrettons la gêne qu’il vous a causée.',
    },
    suggestion: { en: 'Thank you for your suggestion.', fr: 'Merci de votre suggestion.' },
    complaint: {
      en: 'Thank you for writing to us. We have looked into your complaint.',
      fr: 'Merci de nous avoir écrit. Nous avons examiné votre plainte.',
    },
  },
  from: (name: string): Text => ({ en: `The program team, ${name}`, fr: `L’équipe du programme, ${name}` }),
  team: { en: 'The program team', fr: 'L’équipe du programme' },
} as const satisfies Record<string, Text | ((name: string) => Text) | Record<EnquiryKind, Text>>
