/**
 * Words in a text, as the person who writes it would count them: what stands between spaces, dashes aside, and holds a
 * letter or a digit. « L’occasion : 250 mots » has three. The browser counts with this same function.
 */
export function wordCount(text: string): number {
  return text.split(/[\s\u200b\u2014]+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length
}
