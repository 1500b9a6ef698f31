// Bundles the program into dist/: `node bin/lib/build.mjs [--check]`. With --check it only says, by its exit code,
// whether dist/ was made from the sources as they are.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const dist = join(root, 'dist')
const stamp = join(dist, '.sources')

const digest = await digestOfSources()
const made = await readFile(stamp, 'utf8').catch(() => '')
if (made === digest) process.exit(0)
if (process.argv.includes('--check')) process.exit(1)

const { build } = await import('esbuild')
await removeLeftovers()
const fresh = `${dist}.${process.pid}`
await mkdir(join(fresh, 'public'), { recursive: true })
const outcomes = await Promise.allSettled([buildProgram(), buildBrowser(), copyAssets()])
const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
if (failures.length > 0) {
  await rm(fresh, { recursive: true, force: true })
  for (const failure of failures) if (!failure.errors) console.error(failure) // esbuild has said its own
  process.exit(1)
}
await writeFile(join(fresh, '.sources'), digest)
await replace()

async function buildProgram() {
  await build({
    entryPoints: [join(root, 'src/main.ts'), join(root, 'src/cli.ts')],
    outdir: fresh,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node22',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  })
}

async function buildBrowser() {
  const folder = join(root, 'src/ui/browser')
  if (!existsSync(folder)) return
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  await build({
    entryPoints: names.map((name) => join(folder, name)),
    outdir: join(fresh, 'public'),
    bundle: true,
    minify: true,
    target: ['es2022'],
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  })
}

async function copyAssets() {
  const folder = join(root, 'src/ui')
  for (const name of await readdir(folder)) {
    if (/\.(css|svg)$/.test(name)) await cp(join(folder, name), join(fresh, 'public', name))
  }
  const assets = join(folder, 'public')
  if (existsSync(assets)) await cp(assets, join(fresh, 'public'), { recursive: true })
}

/** Of builds that were killed. Only one builds at a time: bin/ sees to it. */
async function removeLeftovers() {
  for (const name of await readdir(root)) {
    if (/^dist\.(old\.)?\d+$/.test(name)) await rm(join(root, name), { recursive: true, force: true })
  }
}

/** Renamed into place, so that a program which starts meanwhile meets one build or the other. */
async function replace() {
  const old = `${dist}.old.${process.pid}`
  await rename(dist, old).catch((error) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(fresh, dist)
  await rm(old, { recursive: true, force: true })
}

async function digestOfSources() {
  const entries = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = ['bin/lib/build.mjs', 'package-lock.json', 'tsconfig.json'].map((name) => join(root, name))
  const hash = createHash('sha256').update(process.platform)
  for (const file of [...files, ...own].sort()) {
    if (/\.test\.tsx?$/.test(file)) continue
    hash.update(`\0${file.slice(root.length)}\0`).update(await readFile(file))
  }
  return hash.digest('hex')
}
