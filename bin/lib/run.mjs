// Runs one TypeScript program of this folder: `node bin/lib/run.mjs bench/pages.ts [words for it]`. Node reads neither
// TSX nor imports without ending, so it is bundled first, into dist/run/.
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const [source = '', ...words] = process.argv.slice(2)
const name = source.replaceAll(/[^a-z0-9]+/gi, '-')
const folder = join(root, '.cache', 'run', `${name}.${process.pid}`)
await mkdir(folder, { recursive: true })
await build({
  entryPoints: [resolve(root, source)],
  outfile: join(folder, 'program.js'),
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node22',
  format: 'esm',
  sourcemap: 'inline',
  logLevel: 'warning',
})
process.on('exit', () => void rm(folder, { recursive: true, force: true }))
process.argv = [process.argv[0] ?? 'node', join(folder, 'program.js'), ...words]
await import(pathToFileURL(join(folder, 'program.js')).href)
