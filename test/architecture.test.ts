import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rootFolder } from '../src/platform/root.ts'

/** Folders of src in the order in which they may know each other: a file imports from its own folder or from one before it. */
const order = [
  'platform',
  'ui',
  'policy',
  'history',
  'accounts',
  'content',
  'enquiries',
  'subscribers',
  'backlog',
  'requests',
  'splitting',
  'scanning',
  'opportunities',
  'drafting',
  'translation',
  'approvals',
  'outreach',
  'questions',
  'applications',
  'evaluation',
  'draws',
  'awards',
  'delivery',
  'payments',
  'surveys',
  'publication',
  'measures',
  'retention',
  'admin',
]

/** Layers of a feature, in the order in which a request falls: a layer imports itself and those after it, never back up. */
const layers = ['routes', 'views', 'pages', 'forms', 'jobs', 'commands', 'emails', 'store', 'texts', 'rules']

type Source = { path: string; text: string }

const sources: Source[] = readdirSync(join(rootFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(rootFolder, 'src', path), 'utf8') }))

const folderOf = (path: string): string | undefined => (path.includes('/') ? path.split('/')[0] : undefined)
const layerOf = (path: string): string => (path.split('/').pop() ?? '').split('.')[0] ?? ''

const importsOf = ({ path, text }: Source): string[] =>
  [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'/g)].map((match) =>
    relative(join(rootFolder, 'src'), resolve(join(rootFolder, 'src', dirname(path)), match[1] ?? '')),
  )

/** Every import that goes the wrong way. */
function wrongImports(given: readonly Source[]): string[] {
  return given.flatMap((source) => {
    const folder = folderOf(source.path)
    if (!folder) return []
    return importsOf(source).flatMap((target) => {
      const other = folderOf(target)
      if (!other) return allowedAtTop(folder, target) ? [] : [`${source.path} imports ${target}: a composition root`]
      if (!order.includes(other)) return [`${source.path} imports ${target}: ${other} is not in the order`]
      if (other === folder) return wrongLayer(source.path, target)
      if (order.indexOf(other) > order.indexOf(folder)) return [`${source.path} imports ${target}: a later feature`]
      const layer = layerOf(target)
      if (
        order.indexOf(other) > order.indexOf('policy') &&
        ['views', 'routes', 'pages'].includes(layer) &&
        other !== 'accounts'
      )
        return [`${source.path} imports ${target}: another feature's ${layer}`]
      return []
    })
  })
}

/** Settings are a type that the platform's App carries; the demonstration composes the program by its type. */
const allowedAtTop = (folder: string, target: string): boolean =>
  target.startsWith('config') ||
  ((folder === 'admin' || folder === 'measures' || folder === 'history') &&
    /^(compose|command|features|worker)/.test(target)) ||
  target.startsWith('features')

function wrongLayer(from: string, to: string): string[] {
  const [above, below] = [layers.indexOf(layerOf(from)), layers.indexOf(layerOf(to))]
  return above >= 0 && below >= 0 && below < above ? [`${from} imports ${to}: back up the layers`] : []
}

/** A line of code that only some files may hold. */
function holding(pattern: RegExp, allowed: (path: string) => boolean): string[] {
  return sources
    .filter(({ path, text }) => !allowed(path) && pattern.test(withoutComments(text)))
    .map(({ path }) => path)
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const isPlatform = (path: string): boolean => path.startsWith('platform/') || folderOf(path) === undefined

describe('the architecture', () => {
  it('knows every folder', () => {
    const folders = [...new Set(sources.map(({ path }) => folderOf(path)).filter((folder) => folder !== undefined))]
    expect(folders.filter((folder) => !order.includes(folder))).toEqual([])
  })

  it('imports downwards only', () => {
    expect(wrongImports(sources)).toEqual([])
  })

  it('bites: an import the wrong way is found', () => {
    const planted = (path: string, target: string) => wrongImports([{ path, text: `import { x } from '${target}'` }])
    expect(planted('requests/rules.ts', '../payments/rules.ts')).toHaveLength(1)
    expect(planted('platform/time.ts', '../policy/rules.ts')).toHaveLength(1)
    expect(planted('draws/commands.ts', '../evaluation/views.tsx')).toHaveLength(1)
    expect(planted('draws/rules.ts', './store.ts')).toHaveLength(1)
    expect(planted('draws/rules.ts', '../main.ts')).toHaveLength(1)
    expect(planted('draws/commands.ts', './rules.ts')).toHaveLength(0)
    expect(planted('draws/commands.ts', '../evaluation/store.ts')).toHaveLength(0)
  })

  it('keeps rules and forms pure: no database, no clock, no waiting', () => {
    const impure = sources
      .filter(({ path }) => /(^|\/)rules(\.[a-z]+)?\.ts$/.test(path))
      .filter(({ text }) => /\bawait\b|\basync\b|from 'kysely'|process\.env|new Date\(\)/.test(withoutComments(text)))
    expect(impure.map(({ path }) => path)).toEqual([])
  })

  it('writes SQL only in stores and in the platform', () => {
    const store = /(^|\/)(store|[a-z-]+\.store|store\.[a-z]+)\.ts$/
    expect(holding(/from 'kysely'|from 'pg'/, (path) => isPlatform(path) || store.test(path))).toEqual([])
  })

  it('reads the clock and chance only at the composition roots', () => {
    const roots = /^(main|cli)\.ts$|^ui\/browser\/|^platform\/postgres|^platform\/jobs|^platform\/generate/
    expect(holding(/new Date\(\)|Date\.now\(\)|Math\.random\(\)/, (path) => roots.test(path))).toEqual([])
  })

  it('reads the environment only at the composition roots', () => {
    expect(
      holding(
        /process\.env/,
        (path) =>
          /^(main|cli)\.ts$/.test(path) || path.startsWith('platform/postgres') || path.startsWith('platform/generate'),
      ),
    ).toEqual([])
  })

  it('keeps classes for errors, and no default exports or enums', () => {
    expect(holding(/^(?:export )?class (?!\w+ extends \w*Error)/m, () => false)).toEqual([])
    expect(holding(/^export default|^(?:export )?(?:const )?enum /m, () => false)).toEqual([])
  })

  it('keeps files short enough to read', () => {
    const long = sources.filter(({ path, text }) => path !== 'platform/tables.ts' && text.split('\n').length > 400)
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([])
  })

  it('holds no mark of a government, no host of a registry, no path of a machine', () => {
    const all = readdirSync(join(rootFolder, 'src'), { recursive: true, encoding: 'utf8' })
    expect(all.filter((path) => /wmms|sig-blk|wordmark|maple|fip/i.test(path.split('/').pop() ?? ''))).toEqual([])
    expect(holding(/registry\.[a-z]+\.org|['"`]\/(work|root|home)\//, () => false)).toEqual([])
  })
})
