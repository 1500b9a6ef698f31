import { listDepartments } from '../accounts/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Guidance } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { onlyOne } from './house.ts'
import { contentAddresses } from './rules.ts'
import { pagesWordedBy } from './store.ts'

/** Which pages of guidance a department words itself, where several share the installation: the rest are everybody’s. */
export async function guidanceOf(tx: Tx, code: string): Promise<Guidance | undefined> {
  const pages = await pagesWordedBy(tx, code)
  if (pages.length === 0 || onlyOne(await listDepartments(tx))?.code === code) return undefined
  return { department: code, pages: new Set(pages.map((page) => contentAddresses[page])) }
}

/** The address of a page, in the words of the department that is at work where it stands. */
export const guidancePath = (pattern: string, language: Language, guidance: Guidance | undefined): string =>
  path(pattern, language) +
  (guidance?.pages.has(pattern) ? `?department=${encodeURIComponent(guidance.department)}` : '')
