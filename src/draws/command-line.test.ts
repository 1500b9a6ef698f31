import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { usageRefusals } from './command-line.texts.ts'
import { type CommandResult, drawCommand, type UsageRefusal } from './command-line.ts'
import { drawRefusals } from './protocol.texts.ts'

const file = join(import.meta.dirname, '../../test/vectors/draw.json')
const [, lottery] = JSON.parse(readFileSync(file, 'utf8')) as [
  unknown,
  { input: object; expected: Record<string, string> },
]
const { input, expected } = lottery
const { commitment, rosterHash, manifestHash, ranking } = expected
const published = { commitment, rosterHash, manifestHash }
const text = (change: object = {}) => JSON.stringify({ ...input, ranking, ...change })
const given = [`--commitment=${commitment}`, '--roster-hash', `${rosterHash}`, '--manifest-hash', ` ${manifestHash}\n`]

const verify = (stdin: string, ...options: string[]): CommandResult => drawCommand(['verify', '-', ...options], stdin)

describe('draw rank', () => {
  it('prints what follows from a draw, under the agreed names', () => {
    const { exitCode, stdout, stderr } = drawCommand(['rank'], JSON.stringify(input))
    expect([exitCode, stderr, JSON.parse(stdout)]).toEqual([0, '', expected])
  })

  it('refuses what is outside the grammar, in the language asked for', () => {
    const refused = drawCommand(['rank', '--language', 'fr'], JSON.stringify({ ...input, slug: 'É' }))
    expect(refused).toEqual({ exitCode: 2, stdout: '', stderr: `${drawRefusals.bad_slug.fr}\n` })
    expect(drawCommand(['rank'], 'nonsense').stderr).toBe(`${drawRefusals.not_json.en}\n`)
    const json = drawCommand(['rank', '--json'], '')
    expect([json.exitCode, JSON.parse(json.stdout)]).toMatchObject([2, { result: 'refused', because: 'not_json' }])
  })
})

describe('draw verify', () => {
  it('ends with 0 when everything agrees, whether the reader gives the values or the file holds them', () => {
    const byReader = verify(text(), ...given)
    expect(byReader).toMatchObject({ exitCode: 0, stderr: '' })
    expect(byReader.stdout).toContain('  1. NNXV5BTC3B')
    expect(byReader.stdout).toContain('those that you gave')
    const byFile = verify(text({ published }), '--language=fr')
    expect(byFile).toMatchObject({ exitCode: 0, stderr: '' })
    expect(byFile.stdout).toContain('provient du fichier lui-même')
    expect(JSON.parse(verify(text({ published }), '--json').stdout)).toEqual({ result: 'agreed', ...expected })
  })

  it('ends with 1 when something differs: what the reader gives counts for more than the file', () => {
    const other = 'f'.repeat(64)
    expect(verify(text({ published }), '--commitment', other)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${drawRefusals.commitment_differs.en}\n`,
    })
    expect(verify(text({ published: { ...published, commitment: other } }), ...given).exitCode).toBe(0)
    expect(verify(text({ published: { ...published, rosterHash: other } })).exitCode).toBe(1)
    expect(verify(text({ published: { ...published, manifestHash: other } })).exitCode).toBe(1)
    expect(verify(text({ published, ranking: [] })).stderr).toBe(`${drawRefusals.ranking_differs.en}\n`)
    expect(JSON.parse(verify(text({ published, ranking: [] }), '--json').stdout)).toMatchObject({ result: 'differs' })
  })

  it('ends with 2 when the file or a value is outside the grammar', () => {
    expect(verify('{').exitCode).toBe(2)
    expect(verify(text({ published, draw: 0 })).exitCode).toBe(2)
    expect(verify(text(), ...given, '--commitment', 'x').stderr).toBe(`${drawRefusals.bad_published.en}\n`)
  })

  it('ends with 3, not checked, when a value of the reader is missing', () => {
    expect(verify(text())).toEqual({ exitCode: 3, stdout: '', stderr: `${drawRefusals.not_checked.en}\n` })
    expect(verify(text(), ...given.slice(0, 3)).exitCode).toBe(3)
    expect(verify(text({ ranking: undefined, published })).stderr).toBe(`${drawRefusals.ranking_missing.en}\n`)
    expect(JSON.parse(verify(text(), '--json').stdout)).toMatchObject({ result: 'notChecked', because: 'not_checked' })
  })

  it('checks a drand value against the signature of its round', () => {
    const signature = 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39'
    const value = 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd'
    const drand = (change: object) => {
      const drawn = { ...input, beacon: { ref: 'drand-quicknet 1000', value, ...change } }
      const { ranking, ...hashes } = JSON.parse(drawCommand(['rank'], JSON.stringify(drawn)).stdout)
      return JSON.stringify({ ...drawn, ranking, published: hashes })
    }
    expect(verify(drand({}), '--drand-signature', signature).exitCode).toBe(0)
    const wrongValue = verify(drand({ value: 'a'.repeat(64) }), '--drand-signature', signature)
    expect(wrongValue).toMatchObject({ exitCode: 1, stderr: `${drawRefusals.beacon_value_differs.en}\n` })
    const wrongRound = verify(drand({ ref: 'drand-quicknet 1001' }), '--drand-signature', signature)
    expect(wrongRound).toMatchObject({ exitCode: 1, stderr: `${drawRefusals.bad_drand_signature.en}\n` })
  })

  it('reads a file by its name', () => {
    const asked: string[] = []
    const read = (path: string) => {
      asked.push(path)
      return text({ published })
    }
    expect(drawCommand(['verify', 'tirage.json'], '', read).exitCode).toBe(0)
    expect(asked).toEqual(['tirage.json'])
    expect(drawCommand(['verify', file], '').stderr).toBe(`${drawRefusals.not_an_object.en}\n`)
  })
})

describe('asking', () => {
  it('explains itself in both languages', () => {
    expect(drawCommand(['--help'], '')).toMatchObject({ exitCode: 0, stderr: '' })
    expect(drawCommand(['verify', '--help', '--language', 'fr'], '').stdout).toContain('utilisation')
    expect(drawCommand(['verify', '-h'], '').stdout).toContain('exit codes')
    expect(drawCommand([], '').stdout).toContain('usage')
  })

  const wrong: Record<UsageRefusal, string[]> = {
    unknown_command: ['redraw'],
    unknown_option: ['verify', '-', '--seed', 'x'],
    option_without_value: ['verify', '-', '--commitment'],
    bad_language: ['rank', '--language', 'de'],
    no_file: ['verify'],
    too_many_files: ['verify', 'a', 'b'],
    unreadable_file: ['verify', join(import.meta.dirname, 'missing.json')],
    not_drand: ['verify', '-', '--drand-signature', 'x'],
  }
  it.each(Object.entries(wrong))('refuses with 2 and the usage: %s', (because, args) => {
    const { exitCode, stderr } = drawCommand(args, text({ published }))
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, usageRefusals[because as UsageRefusal].en])
    const french = drawCommand([...args.slice(0, 2), '--language', 'fr', ...args.slice(2)], text({ published })).stderr
    if (because !== 'bad_language') expect(french.split('\n')[0]).toBe(usageRefusals[because as UsageRefusal].fr)
  })

  it('takes no file for rank', () => {
    expect(drawCommand(['rank', 'file.json'], '').stderr).toContain(usageRefusals.too_many_files.en)
  })
})
