/** The two official languages. Every text exists in both or does not compile. */
export const languages = ['en', 'fr'] as const
export type Language = (typeof languages)[number]

/** A text as a pair. A text with facts in it is a function that returns a pair. */
export type Text = { readonly en: string; readonly fr: string }

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'fr'
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'fr' : 'en')
