import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomDraw as draw } from '../../test/draws.ts'
import { type DrawInput, parseDrawJson, rankDraw } from './protocol.ts'

describe('the reference written apart', () => {
  const script = join(
    process.env.REFERENCE_CHECKS ?? join(import.meta.dirname, '../../../shared/checks'),
    'verify-draw.py',
  )

  it('ranks and refuses 1,000 random draws alike', () => {
    const samples = fc.sample(
      fc.oneof(
        { weight: 3, arbitrary: draw.map((input) => JSON.stringify(input)) },
        { weight: 1, arbitrary: draw.chain(spoilt) },
      ),
      { numRuns: 1_000, seed: 649 },
    )
    const reference = referenceAnswers(script, samples)
    if (!reference) return
    const ours = samples.map((text) => {
      const file = parseDrawJson(text)
      const decision = file.ok ? rankDraw(file.value) : file
      return decision.ok ? decision.value : 'refused'
    })
    expect(ours.filter((answer) => answer === 'refused').length).toBeGreaterThan(100)
    expect(ours.filter((answer) => answer !== 'refused').length).toBeGreaterThan(600)
    expect(ours).toEqual(reference)
  })
})

/** A draw of which one character was replaced somewhere in its JSON. */
function spoilt(input: DrawInput): fc.Arbitrary<string> {
  const text = JSON.stringify(input)
  return fc
    .tuple(fc.nat({ max: text.length - 1 }), fc.constantFrom(...'019afgAIZ-., "{[}]:'))
    .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1))
}

function referenceAnswers(script: string, samples: readonly string[]): unknown[] | undefined {
  const skipped = (why: string) => console.log(`skipped: 1,000 draws compared with verify-draw.py (${why})`)
  if (!existsSync(script)) return void skipped('the script is not there; set REFERENCE_CHECKS to its folder')
  const driver = `
import importlib.util, json, sys
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location('reference', sys.argv[1])
reference = importlib.util.module_from_spec(spec)
spec.loader.exec_module(reference)
def answer(text):
    try:
        return reference.rank(json.loads(text, object_pairs_hook=reference.no_repeats))
    except (reference.Refused, KeyError, TypeError, ValueError):
        return 'refused'
print(json.dumps([answer(text) for text in json.load(sys.stdin)]))
`
  const run = spawnSync('python3', ['-c', driver, script], {
    input: JSON.stringify(samples),
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (run.error) return void skipped('no python3')
  expect(run.stderr).toBe('')
  return JSON.parse(run.stdout) as unknown[]
}
