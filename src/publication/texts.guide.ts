import type { Language, Text } from '../platform/i18n.ts'
import { guideEnglish } from './guide.en.ts'
import { guideFrench } from './guide.fr.ts'

/** The sections of the guide, in the order in which they are read; each is there in both languages or does not compile. */
export const guideSections = [
  'what',
  'who',
  'apply',
  'evaluation',
  'draw',
  'chosen',
  'notChosen',
  'work',
  'payment',
  'tax',
  'permit',
  'machine',
] as const
export type GuideSection = (typeof guideSections)[number]

/** One section: its head, and its text in Markdown. */
export type Written = { readonly head: string; readonly text: string }
export type Guide = {
  readonly lead: string
  readonly sections: Readonly<Record<GuideSection, Written>>
  readonly example: {
    readonly head: string
    readonly lead: string
    readonly criterion: string
    readonly answer: string
    readonly why: readonly string[]
  }
  readonly checklist: { readonly head: string; readonly items: readonly string[] }
}

export const guides: Record<Language, Guide> = { en: guideEnglish, fr: guideFrench }

export const guideTexts = {
  title: { en: 'Guide for suppliers', fr: 'Guide pour les fournisseurs' },
  description: {
    en: 'How to apply for a piece of open-source work, how the choice is made, when you are paid, with an example of an answer that passes.',
    fr: 'Comment postuler pour un travail de code ouvert, comment se fait le choix, quand vient le paiement, avec un exemple de bonne réponse.',
  },
  contents: { en: 'In this guide', fr: 'Dans ce guide' },
  criterion: { en: 'The criterion', fr: 'Le critère' },
  answer: { en: 'An answer that passes', fr: 'Une réponse qui satisfait' },
  why: { en: 'Why it passes', fr: 'Pourquoi elle satisfait' },
  see: { en: 'See what is open', fr: 'Voir ce qui est ouvert' },
  process: { en: 'How the whole process works', fr: 'Comment fonctionne le processus' },
} satisfies Record<string, Text>
