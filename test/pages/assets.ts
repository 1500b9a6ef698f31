import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Assets } from '../../src/platform/assets.ts'
import { rootFolder } from '../../src/platform/root.ts'

/** Style sheets and script as the sources have them now, whatever was built before. */
export async function freshAssets(): Promise<Assets> {
  const ui = join(rootFolder, 'src', 'ui')
  const script = await build({
    entryPoints: [join(ui, 'browser', 'enhance.ts')],
    ...{ bundle: true, minify: true, format: 'esm', write: false },
  })
  const css = 'text/css; charset=utf-8'
  return {
    addresses: {
      tokens: '/assets/tokens.css',
      ui: '/assets/ui.css',
      script: '/assets/enhance.js',
      icon: '/assets/icon.svg',
    },
    files: new Map([
      ['/assets/tokens.css', { type: css, body: await readFile(join(ui, 'tokens.css')) }],
      ['/assets/icon.svg', { type: 'image/svg+xml', body: await readFile(join(ui, 'icon.svg')) }],
      ['/assets/ui.css', { type: css, body: await readFile(join(ui, 'ui.css')) }],
      [
        '/assets/enhance.js',
        { type: 'text/javascript; charset=utf-8', body: Buffer.from(script.outputFiles?.[0]?.contents ?? '') },
      ],
    ]),
  }
}
