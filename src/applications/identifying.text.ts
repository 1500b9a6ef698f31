/**
 * The text with its accents, capitals, apostrophes, dashes and odd spaces made alike, letter for letter, so that places
 * in the one are places in the other.
 */
export const folded = (text: string): string =>
  evened(text, (letter) => unaccented(letter).toLowerCase()).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** The same with capitals and accents as they are. */
export const evened = (text: string, of: (letter: string) => string = (letter) => letter): string =>
  text.replace(ODD, (letter) => {
    const made = same.get(letter) ?? of(letter)
    return made.length === letter.length ? made : letter
  })

/** Neither a plain letter, figure or mark, nor a line break: most of a text needs no second look. */
const ODD = /[^\n\r -_a-~]/gu

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')

const unaccented = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '')

const same = new Map([
  ...Array.from('’‘ʼ‛´`', (one) => [one, "'"] as const),
  ...Array.from('‐‑‒–—−', (one) => [one, '-'] as const),
  ...Array.from('\u00a0\u202f\u2009\u2007\t', (one) => [one, ' '] as const),
  ...Array.from('“”„', (one) => [one, '"'] as const),
  ['＠', '@'],
  ['﹫', '@'],
  ['．', '.'],
])
