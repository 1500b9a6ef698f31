import { createRequire } from 'node:module'
import { join } from 'node:path'
import { rootFolder } from './platform/root.ts'

/** The version in package.json, shown at the foot of each page. */
export const version: string = String(
  (createRequire(import.meta.url)(join(rootFolder, 'package.json')) as { version: string }).version,
)
