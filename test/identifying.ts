import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Known } from '../src/applications/identifying.kinds.ts'
import { rootFolder } from '../src/platform/root.ts'

/** Invented applicants, as their forms declare them. */
export const applicants = {
  A: {
    email: 'lina.rousseau@atelier-nord.example',
    people: ['Lina Rousseau'],
    organizations: ['Ateliers Nord-Sud inc.', 'Tiller Labs', 'Groupe Cormoran'],
    links: ['https://github.com/lina-r/tiller'],
  },
  B: {
    email: 'eloise.bo@protonmail.example',
    people: ['Éloïse Bérubé-O’Neil', 'Jean-François Lévesque'],
    organizations: ['9412-3378 Québec inc.', 'Studio Lumière'],
    links: ['https://gitlab.com/eloiseb'],
  },
  C: {
    email: 'radeyemi42@adeyemi.example',
    people: ['Robin Adeyemi'],
    organizations: ['Adeyemi & Sons Consulting Ltd.'],
    links: ['https://codeberg.org/robin_a/parser'],
  },
  D: { email: 'zoe@elan.example', people: ['Zoé Lavoie'], organizations: ['Zoé Lavoie'], links: [] },
  E: {
    email: 'weiz@zt-tech.example',
    people: ['Wei Zhang-Tremblay'],
    organizations: ['ZT Technologies Limited'],
    links: [],
  },
  F: {
    email: 'ma.damours@damours.example',
    people: ['Marc-André D’Amours'],
    organizations: ['Coopérative Le Phare'],
    links: [],
  },
  /** Names that are words: what is said without them must not be taken for them. */
  G: { email: 'test@run.example', people: ['Mark Long', 'Will Grant'], organizations: ['Run Page Inc.'], links: [] },
} as const satisfies Record<string, Known>

export type Planted = {
  readonly line: number
  readonly known: Known
  readonly language: string
  readonly kind: string
  readonly text: string
  /** Where the passage stands in the text. */
  readonly from: number
  readonly to: number
}

const read = (name: string): string => readFileSync(join(rootFolder, 'test/identifying', name), 'utf8').trim()

/** Sentences in which one passage says who wrote them: `{{…}}` in test/identifying/planted.tsv. */
export const planted: readonly Planted[] = read('planted.tsv')
  .split('\n')
  .map((row, at) => {
    const [who = '', language = '', kind = '', marked = ''] = row.split('\t')
    const known = Object.entries(applicants).find(([key]) => key === who)?.[1]
    const [from, end] = [marked.indexOf('{{'), marked.indexOf('}}')]
    if (!known || from < 0 || end < from) throw new Error(`line ${at + 1} plants nothing`)
    const text = marked.replace('{{', '').replace('}}', '')
    return { line: at + 1, known, language, kind, text, from, to: end - 2 }
  })

/** Whole answers that say nothing of anybody, full of what looks as if: versions, files, figures, names of things. */
export const cleanAnswers: readonly string[] = read('clean.txt').split('\n---\n')
