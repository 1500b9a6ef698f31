import { placesOf } from './rules.numbers.ts'
import type { Mark } from './rules.ts'

/**
 * Markings of protected and classified information in both languages, as they stand on documents: capitals, a line of
 * their own, or after the word that announces one. Source: Directive on Security Management, Appendix J (to confirm).
 */
export const markings = (text: string): Mark[] =>
  patterns.flatMap((pattern) => placesOf(text, 'security_marking', pattern))

const announced =
  '(?:classification|classified|classifiée?s?|marking|marked|designation|sensitivity|security level|cote(?: de sécurité)?|niveau de sécurité|mention|marquée?s?|désignation|document|sensibilité)'
const levels = 'Top Secret|Très secret|Secret|Confidential|Confidentiel(?:le)?|Protected|Protégée?|Restricted'

const patterns: readonly RegExp[] = [
  // Protected A, PROTÉGÉ B, protégé - C, Protected//B, « Protégé B », PB in a header is left alone.
  /(?<![\p{L}\d_])(?:[Pp]rotected|PROTECTED|[Pp]rot[ée]g[ée]e?s?|PROT[ÉE]G[ÉE]E?S?) ?(?:\/\/?|-|:|“|"|« ?)? ?[ABC](?![\p{L}\p{N}_+#’'])/gu,
  /(?<![\p{L}\d_])(?:top[ -]secret|très[ -]secret|tres[ -]secret)(?![\p{L}_])/giu,
  // Capitals are a marking wherever they stand; a name in code has an underscore, a sign or a quotation mark beside it.
  /(?<![\p{L}\d_$.='"`-])(?:NATO |OTAN )?(?:SECRET|CONFIDENTIAL|CONFIDENTIEL|RESTRICTED|DIFFUSION RESTREINTE)(?![\p{L}\d_='"`-]| ?[=:] ?\S)/gu,
  /(?<![\p{L}\d_])(?:NATO|OTAN|COSMIC) (?:Top Secret|Secret|Confidential|Confidentiel|Restricted)(?![\p{L}])/giu,
  // A line that says nothing else, with or without brackets.
  new RegExp(`^[ >*#([{/-]{0,6}((?:${levels})(?: [ABC])?)[ *)\\]}/.-]{0,6}$`, 'gimu'),
  new RegExp(
    `(?<![\\p{L}])${announced} ?(?::|as|at|is|=|-|comme|est|en tant que)? ?[“"«(]? ?(?<mark>${levels})(?![\\p{L}])(?! ?\\w)`,
    'giu',
  ),
  /(?<!\p{L})(?:cabinet confidences?|confidences? of the (?:king|queen)[’']s privy council|memorandum to cabinet|confidence of cabinet)(?!\p{L})/giu,
  /(?<!\p{L})(?:documents? confidentiels? du cabinet|renseignements? confidentiels? du (?:cabinet|conseil privé)|confidentiel du cabinet|mémoire au cabinet)(?!\p{L})/giu,
  /(?<!\p{L})(?:solicitor[ -]client privileged?|secret professionnel de l[’']avocat|protégé par le secret professionnel)(?!\p{L})/giu,
  /(?<!\p{L})(?:(?:for )?canadian eyes only|réservé aux canadiens|eyes only|five eyes only)(?!\p{L})/giu,
]
