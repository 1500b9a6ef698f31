/** How people heard of us. Asked once, voluntary, kept as a count a month apart from every address. */
export const sources = [
  'search',
  'social',
  'newsletter',
  'school',
  'community',
  'colleague',
  'government',
  'event',
  'press',
  'other',
] as const
export type Source = (typeof sources)[number]
