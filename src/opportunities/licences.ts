/** Open-source licences that a statement may name, by SPDX identifier, the usual ones first. All are approved by the Open Source Initiative or free for content. */
export const licences = [
  'MIT',
  'Apache-2.0',
  'BSD-3-Clause',
  'BSD-2-Clause',
  'GPL-3.0-or-later',
  'GPL-3.0-only',
  'GPL-2.0-or-later',
  'GPL-2.0-only',
  'AGPL-3.0-or-later',
  'AGPL-3.0-only',
  'LGPL-3.0-or-later',
  'LGPL-3.0-only',
  'LGPL-2.1-or-later',
  'LGPL-2.1-only',
  'MPL-2.0',
  'EPL-2.0',
  'EUPL-1.2',
  'ISC',
  '0BSD',
  'Zlib',
  'BSL-1.0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'CC0-1.0',
  'LiLiQ-P-1.1',
  'LiLiQ-R-1.1',
  'LiLiQ-Rplus-1.1',
] as const
export type Licence = (typeof licences)[number]

/** Is this one of the licences above? Other texts are refused: a supplier must know what they agree to. */
export const isLicence = (text: string): text is Licence => licences.some((licence) => licence === text)

/** The same licence, whatever a code host calls it: GPL-3.0 is not told apart from GPL-3.0-only. */
export function isSameLicence(one: string, other: string): boolean {
  const plain = (id: string) => id.toLowerCase().replace(/-(?:only|or-later)$/, '')
  const named = /-(?:only|or-later)$/i
  if (named.test(one) && named.test(other)) return one.toLowerCase() === other.toLowerCase()
  return plain(one) === plain(other)
}
