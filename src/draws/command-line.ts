import { readFileSync } from 'node:fs'
import { type Decision, no, yes } from '../platform/decision.ts'
import { isLanguage, type Language } from '../platform/i18n.ts'
import { commandTexts, usageRefusals } from './command-line.texts.ts'
import { type DrandRefusal, drandValue } from './drand.ts'
import { type DrawCheckRefusal, drawRefusals } from './protocol.texts.ts'
import { type DrawFile, parseDrawJson, rankDraw, verifyDraw } from './protocol.ts'

export type CommandResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string }

/** 0 everything agrees, 1 something differs, 2 refused or wrongly asked, 3 not checked. */
export const exitCodes = { agreed: 0, differs: 1, refused: 2, notChecked: 3 } as const

export type UsageRefusal =
  | 'unknown_command'
  | 'unknown_option'
  | 'option_without_value'
  | 'bad_language'
  | 'no_file'
  | 'too_many_files'
  | 'unreadable_file'
  | 'not_drand'

/**
 * `draw rank` and `draw verify FILE`, with the words after `draw` as arguments. `rank` reads the draw from standard input
 * and prints what follows from it; `verify` computes it again and compares it with what the reader received.
 */
export function drawCommand(args: readonly string[], stdin: string, readText = readFile): CommandResult {
  const language = languageIn(args)
  const asked = parseArguments(args)
  if (!asked.ok) return usage(asked.because, language)
  const { command, options } = asked.value
  if (options.help) return { exitCode: exitCodes.agreed, stdout: commandTexts.help[language], stderr: '' }

  if (command === 'rank') return rank(stdin, asked.value)
  const text = asked.value.file === '-' ? stdin : readText(asked.value.file)
  return text === undefined ? usage('unreadable_file', language) : verify(text, asked.value)
}

type Options = {
  readonly help: boolean
  readonly json: boolean
  readonly language: Language
  readonly commitment?: string
  readonly rosterHash?: string
  readonly manifestHash?: string
  readonly drandSignature?: string
}
type Asked = { readonly command: 'rank' | 'verify'; readonly file: string; readonly options: Options }

function rank(stdin: string, { options }: Asked): CommandResult {
  const draw = parseDrawJson(stdin)
  const ranked = draw.ok ? rankDraw(draw.value) : draw
  if (!ranked.ok) return refused(ranked.because, options)
  return { exitCode: exitCodes.agreed, stdout: jsonLines(ranked.value), stderr: '' }
}

function verify(text: string, { options }: Asked): CommandResult {
  const draw = parseDrawJson(text)
  if (!draw.ok) return refused(draw.because, options)
  const signed = checkSignature(draw.value, options)
  if (!signed.ok)
    return signed.because === 'not_drand' ? usage('not_drand', options.language) : refused(signed.because, options)
  const verified = verifyDraw({ ...draw.value, published: { ...draw.value.published, ...receivedIn(options) } })
  if (!verified.ok) return refused(verified.because, options)

  const { commitment, rosterHash, manifestHash, ranking } = verified.value
  if (options.json)
    return { exitCode: exitCodes.agreed, stdout: jsonLines({ result: 'agreed', ...verified.value }), stderr: '' }
  const facts = {
    commitment,
    rosterHash,
    manifestHash,
    beacon: draw.value.beacon,
    ranking: ranking.map((row) => row.token),
  }
  const source = Object.keys(receivedIn(options)).length === 3 ? 'options' : 'file'
  const stdout = `${commandTexts.agreed(facts)[options.language]}\n${commandTexts.source[source][options.language]}\n`
  return { exitCode: exitCodes.agreed, stdout, stderr: '' }
}

/** Whoever has the round's signature can check the beacon's value too, without any network. */
function checkSignature(
  { beacon }: DrawFile,
  { drandSignature }: Options,
): Decision<null, 'not_drand' | DrandRefusal | 'beacon_value_differs'> {
  if (drandSignature === undefined) return yes(null)
  const [source, round] = beacon.ref.split(' ')
  if (source !== 'drand-quicknet' || round === undefined) return no('not_drand')
  const signed = drandValue(round, drandSignature)
  if (!signed.ok) return signed
  return signed.value.value === beacon.value ? yes(null) : no('beacon_value_differs')
}

function refused(because: DrawCheckRefusal, { json, language }: Options): CommandResult {
  const exitCode = exitCodes[outcomeOf(because)]
  const message = drawRefusals[because][language]
  if (json) return { exitCode, stdout: jsonLines({ result: outcomeOf(because), because, message }), stderr: '' }
  return { exitCode, stdout: '', stderr: `${message}\n` }
}

function outcomeOf(because: DrawCheckRefusal): keyof typeof exitCodes {
  if (differences.has(because)) return 'differs'
  return because === 'not_checked' || because === 'ranking_missing' ? 'notChecked' : 'refused'
}

const differences: ReadonlySet<DrawCheckRefusal> = new Set<DrawCheckRefusal>([
  'commitment_differs',
  'roster_hash_differs',
  'manifest_hash_differs',
  'ranking_differs',
  'beacon_value_differs',
  'bad_drand_signature',
])

const usage = (because: UsageRefusal, language: Language): CommandResult => ({
  exitCode: exitCodes.refused,
  stdout: '',
  stderr: `${usageRefusals[because][language]}\n\n${commandTexts.help[language]}`,
})

function receivedIn({ commitment, rosterHash, manifestHash }: Options): NonNullable<DrawFile['published']> {
  return {
    ...(commitment !== undefined && { commitment }),
    ...(rosterHash !== undefined && { rosterHash }),
    ...(manifestHash !== undefined && { manifestHash }),
  }
}

function parseArguments(args: readonly string[]): Decision<Asked, UsageRefusal> {
  const words: string[] = []
  const given = new Map<string, string>()
  for (let at = 0; at < args.length; at += 1) {
    const [name, inline] = splitOption(args[at] ?? '')
    if (flags.includes(name)) given.set(name, '')
    else if (valued.includes(name)) {
      if (inline === undefined) at += 1
      const value = inline ?? args[at]
      if (value === undefined) return no('option_without_value')
      given.set(name, value.trim())
    } else if (name.startsWith('-') && name !== '-') return no('unknown_option')
    else words.push(args[at] ?? '')
  }

  const help = given.has('--help') || given.has('-h') || words[0] === undefined
  const language = given.get('--language') ?? 'en'
  const [command = 'verify', file = '-', ...more] = words
  if (!isLanguage(language)) return no('bad_language')
  if (command !== 'rank' && command !== 'verify') return no('unknown_command')
  if (command === 'verify' && words.length < 2 && !help) return no('no_file')
  if (more.length > 0 || (command === 'rank' && words.length > 1)) return no('too_many_files')
  return yes({ command, file, options: { help, json: given.has('--json'), language, ...valuesIn(given) } })
}

const flags = ['--help', '-h', '--json']
const valued = ['--commitment', '--roster-hash', '--manifest-hash', '--drand-signature', '--language']

function splitOption(word: string): [name: string, value: string | undefined] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)]
}

function valuesIn(given: ReadonlyMap<string, string>): Partial<Options> {
  const commitment = given.get('--commitment')
  const rosterHash = given.get('--roster-hash')
  const manifestHash = given.get('--manifest-hash')
  const drandSignature = given.get('--drand-signature')
  return {
    ...(commitment !== undefined && { commitment }),
    ...(rosterHash !== undefined && { rosterHash }),
    ...(manifestHash !== undefined && { manifestHash }),
    ...(drandSignature !== undefined && { drandSignature }),
  }
}

/** The language to refuse in, even when the rest cannot be understood. */
function languageIn(args: readonly string[]): Language {
  return args.some((word, at) => word === '--language=fr' || (word === 'fr' && args[at - 1] === '--language'))
    ? 'fr'
    : 'en'
}

const jsonLines = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // missing, a folder, or closed to this person: the command says that it cannot read it
  }
}
