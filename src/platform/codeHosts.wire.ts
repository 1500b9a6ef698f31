import { z } from 'zod'

type SaidIssue = { title: string; body: string; labels: string[]; isChangeRequest: boolean }
type SaidRepository = { licence: string | null; licenceUnknown: string | null; languages: string[]; topics: string[] }

/** Labels are objects with a name, or plain names. */
const label = z.union([z.string(), z.object({ name: z.string().nullish() }).transform(({ name }) => name ?? '')])

/** `GET /repos/{owner}/{repo}/issues/{number}`; a pull request answers there too, and says that it is one. */
const gitHubIssueShape = z.object({
  title: z.string(),
  body: z.string().nullish(),
  labels: z.array(label).default([]),
  pull_request: z.unknown().optional(),
})
/** `GET /repos/{owner}/{repo}`. */
const gitHubRepositoryShape = z.object({
  full_name: z.string(),
  license: z.object({ spdx_id: z.string().nullish() }).nullish(),
  language: z.string().nullish(),
  topics: z.array(z.string()).default([]),
})
/** `GET /projects/{id}/issues/{iid}`. */
const gitLabIssueShape = z.object({
  iid: z.number(),
  title: z.string(),
  description: z.string().nullish(),
  labels: z.array(label).default([]),
})
/** `GET /projects/{id}?license=true`; the key of a licence is its SPDX identifier in small letters. */
const gitLabRepositoryShape = z.object({
  path_with_namespace: z.string(),
  license: z.object({ key: z.string().nullish() }).nullish(),
  topics: z.array(z.string()).nullish(),
  tag_list: z.array(z.string()).nullish(),
})

export function gitHubIssue(answer: unknown): SaidIssue | undefined {
  const read = gitHubIssueShape.safeParse(answer)
  if (!read.success) return undefined
  const { title, body, labels, pull_request: pull } = read.data
  return {
    title,
    body: body ?? '',
    labels: labels.filter(Boolean),
    isChangeRequest: pull !== undefined && pull !== null,
  }
}

export function gitHubRepository(answer: unknown): SaidRepository | undefined {
  const read = gitHubRepositoryShape.safeParse(answer)
  if (!read.success) return undefined
  const { license, language, topics } = read.data
  return { ...licenceOf(license?.spdx_id ?? null), languages: language ? [language] : [], topics }
}

export function gitLabIssue(answer: unknown): SaidIssue | undefined {
  const read = gitLabIssueShape.safeParse(answer)
  if (!read.success) return undefined
  const { title, description, labels } = read.data
  return { title, body: description ?? '', labels: labels.filter(Boolean), isChangeRequest: false }
}

export function gitLabRepository(answer: unknown): SaidRepository | undefined {
  const read = gitLabRepositoryShape.safeParse(answer)
  if (!read.success) return undefined
  const { license, topics, tag_list: tags } = read.data
  return { ...licenceOf(license?.key ?? null), languages: [], topics: topics ?? tags ?? [] }
}

/** What hosts call a licence, as SPDX calls it now: identifiers of the GNU family without an ending mean "only". Source: SPDX licence list 3. */
function licenceOf(named: string | null): Pick<SaidRepository, 'licence' | 'licenceUnknown'> {
  if (named === null || named === '') return { licence: null, licenceUnknown: null }
  const licence = spdx.get(named.toLowerCase())
  return licence ? { licence, licenceUnknown: null } : { licence: null, licenceUnknown: named.slice(0, 60) }
}

const identifiers = [
  ...['0BSD', 'AFL-3.0', 'AGPL-3.0-only', 'AGPL-3.0-or-later', 'Apache-2.0', 'Artistic-2.0', 'BlueOak-1.0.0'],
  ...['BSD-2-Clause', 'BSD-3-Clause', 'BSD-3-Clause-Clear', 'BSD-4-Clause', 'BSL-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0'],
  ...['CC0-1.0', 'CECILL-2.1', 'ECL-2.0', 'EPL-1.0', 'EPL-2.0', 'EUPL-1.1', 'EUPL-1.2', 'GPL-2.0-only'],
  ...['GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later', 'ISC', 'LGPL-2.1-only', 'LGPL-2.1-or-later'],
  ...['LGPL-3.0-only', 'LGPL-3.0-or-later', 'LiLiQ-P-1.1', 'LiLiQ-R-1.1', 'LiLiQ-Rplus-1.1', 'LPPL-1.3c', 'MIT'],
  ...['MIT-0', 'MPL-2.0', 'MS-PL', 'MulanPSL-2.0', 'NCSA', 'OFL-1.1', 'OSL-3.0', 'PostgreSQL', 'Python-2.0'],
  ...['UPL-1.0', 'Unlicense', 'Vim', 'WTFPL', 'Zlib'],
]
const spdx = new Map(
  identifiers.flatMap((id) => {
    const lower = id.toLowerCase()
    return lower.endsWith('-only') ? [[lower, id] as const, [lower.slice(0, -5), id] as const] : [[lower, id] as const]
  }),
)
