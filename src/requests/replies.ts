import type { Text } from '../platform/i18n.ts'
import { declineReasons, isDeclineReason } from './rules.ts'
import { type ReplyFacts, type ReplyFor, replyTexts } from './texts.replies.ts'

/** The reply drafted for an outcome: changed at will, stored as it was sent; empty where only a person knows why. */
export const draftedReply = (outcome: ReplyFor, facts: ReplyFacts): Text =>
  outcome === 'other' ? { en: '', fr: '' } : replyTexts[outcome](facts)

export const replyOutcomes: readonly ReplyFor[] = ['accepted', ...Object.keys(declineReasons).filter(isDeclineReason)]

/** Is this text one of our drafts, as it stands? Then nobody changed it, and another outcome has another draft. */
export function isDrafted(reply: string): boolean {
  const words = squeezed(reply)
  return words !== '' && allDrafts.includes(words)
}

/** The same words, however they are set. */
export const isSame = (one: string, other: string): boolean => squeezed(one) === squeezed(other)

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const allDrafts: readonly string[] = replyOutcomes
  .flatMap((outcome) =>
    [false, true].flatMap((known) => {
      const { en, fr } = draftedReply(outcome, { started: known, handedOn: known })
      return [en, fr]
    }),
  )
  .map(squeezed)
