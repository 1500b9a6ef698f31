import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `package.json`, `db/` and `bin/`, whether this runs from `src/` or bundled in `dist/`. */
export const rootFolder: string = holderOf('package.json', dirname(fileURLToPath(import.meta.url)))

function holderOf(file: string, folder: string): string {
  if (existsSync(join(folder, file))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error(`No folder above this program holds ${file}.`)
  return holderOf(file, above)
}
