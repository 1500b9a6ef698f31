import { placesOf } from './rules.numbers.ts'
import type { Mark } from './rules.ts'

/** Keys, tokens and passwords in the shapes that their makers give them. */
export const secrets = (text: string): Mark[] => [
  ...shapes.flatMap((shape) => placesOf(text, 'secret', shape)),
  ...placesOf(text, 'secret', named, looksMade),
  ...placesOf(
    text,
    'secret',
    /\b[a-z][a-z+]{2,15}:\/\/[^\s:/@]{1,64}:(?<mark>[^\s:/@]{3,128})@[\w.-]+/gi,
    (value) => !isPlaceholder(value),
  ),
]

const shapes: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:[\s\S]{0,8000}?-----END (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----)?/g,
  /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})/g,
  /\bglpat-[\w-]{20,}/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /\bAIza[\w-]{35}/g,
  /\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{16,}/g,
  /\bsk-(?:[a-z]{2,10}-)?[\w-]{20,}/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\bpypi-[\w-]{16,}/g,
  /\bhf_[A-Za-z0-9]{30,}/g,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
  /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g,
  /\bAccountKey=[A-Za-z0-9+/]{40,}={0,2}/g,
  /\bBearer [A-Za-z0-9._~+/-]{20,}=*/g,
]

/** A name that announces a secret, then a value: `password: h0rse-battery`, « mot de passe : Ete2026! ». */
const named =
  /(?<![\p{L}])(?:pass(?:word|wd|phrase)?|pwd|mot de passe|phrase secrète|[\w-]{0,24}(?:api|access|secret|private|auth|client|encryption)[_ -]?(?:key|token|secret|password)|clé (?:d’|d')?(?:api|accès|secrète|privée)|jeton(?: d’accès| d'accès)?|[\w-]{1,24}[_-](?:secret|token|password|pwd))[ "']{0,3}(?::|=|:=|=>|is|est)[ "'`«]{0,3}(?<mark>[^\s"'`«»,;<>()]{6,200})/giu

/** Letters and digits together, or signs among them: no word of a sentence. */
const looksMade = (value: string): boolean => {
  const bare = value.replace(/[.!?]+$/, '')
  return bare.length >= 6 && /\p{L}/u.test(bare) && /\d/.test(bare) && !isPlaceholder(bare) && !/^https?:/i.test(bare)
}

const isPlaceholder = (value: string): boolean =>
  /^(?:[*x.]+|\$\{?\w+\}?|\{\{?\w+\}?\}|<.*|your.*|votre.*|process\.env.*|password|motdepasse|changeme|example|secret)$/i.test(
    value,
  )
