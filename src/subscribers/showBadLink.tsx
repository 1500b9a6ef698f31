import { page, type Reply } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { subscribeTexts as texts } from './texts.ts'
import { BadLinkPage } from './views.tsx'

/** The status says that nothing was done; a link of ours that was cut short is no reason for an error page. */
export const badLink = (language: Language, because: 'unknown_link' | 'link_expired'): Reply =>
  page(409, texts.badLinkTitle[language], <BadLinkPage language={language} because={because} />)
