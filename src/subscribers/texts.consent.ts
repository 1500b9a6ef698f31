import type { Text } from '../platform/i18n.ts'
import { subscribeTexts } from './texts.ts'
import { watchTexts } from './texts.watching.ts'

/** The words before the eyes of whoever asks and confirms, as the pages show them: kept as the proof of their consent. */
export const consentTexts: Record<'list' | 'watch', Record<'asked' | 'confirmed', Text>> = {
  list: {
    asked: joined(subscribeTexts.lead, subscribeTexts.addressHint, subscribeTexts.privacy, subscribeTexts.send),
    confirmed: joined(subscribeTexts.confirmLead, subscribeTexts.confirm),
  },
  watch: {
    asked: joined(watchTexts.lead, subscribeTexts.addressHint, watchTexts.privacy, watchTexts.send),
    confirmed: joined(watchTexts.lead, watchTexts.confirm),
  },
}

function joined(...texts: readonly Text[]): Text {
  return { en: texts.map(({ en }) => en).join('\n'), fr: texts.map(({ fr }) => fr).join('\n') }
}
