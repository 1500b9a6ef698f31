import { readFileSync } from 'node:fs'
import { commandLine } from './command-line.ts'

/** `bin/opportune …`: command-line.ts says what each word does. */
process.exitCode = await commandLine(process.argv.slice(2), {
  environment: process.env,
  clock: () => new Date(),
  readInput: () => readFileSync(0, 'utf8'),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
})
