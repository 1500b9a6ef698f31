import type { Language, Text } from '../platform/i18n.ts'
import { frenchSpacing } from '../platform/typography.ts'
import { accessibilityEnglish } from './defaults.accessibility.en.ts'
import { accessibilityFrench } from './defaults.accessibility.fr.ts'
import { clientsEnglish } from './defaults.clients.en.ts'
import { clientsFrench } from './defaults.clients.fr.ts'
import { faqEnglish } from './defaults.faq.en.ts'
import { faqFrench } from './defaults.faq.fr.ts'
import { guideEnglish } from './defaults.guide.en.ts'
import { guideFrench } from './defaults.guide.fr.ts'
import { privacyEnglish } from './defaults.privacy.en.ts'
import { privacyFrench } from './defaults.privacy.fr.ts'
import { termsEnglish } from './defaults.terms.en.ts'
import { termsFrench } from './defaults.terms.fr.ts'
import type { ContentPage, Version, Words } from './rules.ts'

/** A page in one language, as we wrote it. In French, blanks before and in punctuation are made non-breaking. */
export type Half = { readonly title: string; readonly lead: string; readonly text: string }

const halves: Readonly<Record<ContentPage, Readonly<Record<Language, Half>>>> = {
  guide: { en: guideEnglish, fr: guideFrench },
  clients: { en: clientsEnglish, fr: clientsFrench },
  faq: { en: faqEnglish, fr: faqFrench },
  privacy: { en: privacyEnglish, fr: privacyFrench },
  accessibility: { en: accessibilityEnglish, fr: accessibilityFrench },
  terms: { en: termsEnglish, fr: termsFrench },
}

/** The day on which we last changed our own words. */
const WRITTEN = new Date('2026-11-23T17:00:00Z')

/** A page as the program brings it: version 0, until a department publishes its own. */
export function defaultVersion(page: ContentPage): Version {
  return {
    ...defaultWords(page),
    number: 0,
    publishedAt: WRITTEN,
    publishedBy: null,
    note: '',
    noteLanguage: 'en',
  }
}

export function defaultWords(page: ContentPage): Words {
  const { en, fr } = halves[page]
  const pair = (field: keyof Half): Text => ({ en: en[field], fr: frenchSpacing(fr[field]) })
  return { title: pair('title'), lead: pair('lead'), text: pair('text') }
}
