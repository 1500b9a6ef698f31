import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Assets } from '../../src/platform/assets.ts'
import { rootFolder } from '../../src/platform/root.ts'

/** Style sheets and script as the sources have them now, whatever was built before. */
export async function freshAssets(): Promise<Assets> {
  const ui = join(rootFolder, 'src', 'ui')
  const names = ['enhance', 'apply', 'drafting'] as const
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(ui, 'browser', `${name}.ts`)),
    ...{ bundle: true, minify: true, format: 'esm', write: false, outdir: '/' },
  })
  const scripts = names.map((name) => {
    const body = Buffer.from(outputFiles.find(({ path }) => path.endsWith(`/${name}.js`))?.contents ?? '')
    return [`/assets/${name}.js`, { type: 'text/javascript; charset=utf-8', body }] as const
  })
  const css = 'text/css; charset=utf-8'
  return {
    addresses: {
      ...{ tokens: '/assets/tokens.css', ui: '/assets/ui.css', icon: '/assets/icon.svg' },
      ...{ script: '/assets/enhance.js', apply: '/assets/apply.js', drafting: '/assets/drafting.js' },
    },
    files: new Map([
      ['/assets/tokens.css', { type: css, body: await readFile(join(ui, 'tokens.css')) }],
      ['/assets/icon.svg', { type: 'image/svg+xml', body: await readFile(join(ui, 'icon.svg')) }],
      ['/assets/ui.css', { type: css, body: await readFile(join(ui, 'ui.css')) }],
      ...scripts,
    ]),
  }
}
