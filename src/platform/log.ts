import type { Logger } from 'pino'
import { pino } from 'pino'

/** One line of JSON for each thing that happened, at the level asked for. */
export const logger = (level: string, into?: { write(line: string): void }): Logger => {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: whatFailed } }
  return into ? pino(options, into) : pino(options)
}

/**
 * An error without what people typed: the database quotes whole rows in `detail`, a parser the text that it could not
 * read. What is left says which kind, where in the database and where in the program.
 */
export function whatFailed(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { type: typeof error }
  const named = ['code', 'table', 'column', 'constraint', 'routine'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { type: error.name, message: sentenceOf(error), ...Object.fromEntries(named), stack: frames.join('\n') }
}

/** The sentence up to where it starts to quote. A parser's quotes from the beginning. */
function sentenceOf(error: Error): string {
  if (error instanceof SyntaxError) return ''
  const [said = ''] = error.message.split('\n')
  return said.replace(/: ".*$/, '')
}
