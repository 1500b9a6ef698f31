import type { Config } from '../config.ts'
import { addressOf, type IssueAddress } from './codeHosts.addresses.ts'
import { asking, type NetworkRefusal } from './codeHosts.network.ts'
import { gitHubIssue, gitHubRepository, gitLabIssue, gitLabRepository } from './codeHosts.wire.ts'

/** A public issue and what its repository says of itself, as the code host tells it. */
export type Issue = {
  readonly kind: 'github' | 'gitlab'
  /** Where people read it. */
  readonly address: string
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly labels: readonly string[]
  readonly repository: {
    readonly address: string
    /** An SPDX identifier; null when the host knows none. */
    readonly licence: string | null
    /** What the host names but SPDX does not: `NOASSERTION`, `other`. */
    readonly licenceUnknown: string | null
    readonly languages: readonly string[]
    readonly topics: readonly string[]
  }
}

export type IssueRefusal = 'not_an_issue' | 'host_not_allowed' | 'is_a_change_request' | NetworkRefusal

/** `until`: from when the host answers again, when it said so. */
export type IssueRead =
  | { readonly ok: true; readonly value: Issue }
  | { readonly ok: false; readonly because: IssueRefusal; readonly until?: Date }

/**
 * Reads a public issue of GitHub (REST, version 2022-11-28) or GitLab (REST, version 4) and its repository, over HTTPS
 * and without credentials, from the listed hosts only. Five seconds for all of it, one megabyte an answer; redirects
 * stay on the host. What goes wrong is a reason, never an exception.
 */
export async function readIssue(hosts: Config['codeHosts'], pasted: string, now: Date): Promise<IssueRead> {
  const found = addressOf(pasted, hosts.allowed)
  if (!found.ok) return found
  const { value: at } = found
  const ask = asking(hosts.standIn, AbortSignal.timeout(hosts.timeoutInMs), now)
  const [issue, repository] = await Promise.all([ask(at.api, issuePath(at)), ask(at.api, repositoryPath(at))])
  if (!issue.ok) return issue
  // An issue without its repository would lack the licence without a word: better to say why and to try again.
  if (!repository.ok) return repository

  const [said, home] =
    at.kind === 'github'
      ? [gitHubIssue(issue.value), gitHubRepository(repository.value)]
      : [gitLabIssue(issue.value), gitLabRepository(repository.value)]
  if (!said || !home) return { ok: false, because: 'not_understood' }
  if (said.isChangeRequest) return { ok: false, because: 'is_a_change_request' }
  const { title, body, labels } = said
  const address = repositoryAddress(at)
  return { ok: true, value: { kind: at.kind, address: at.page, title, body, labels, repository: { address, ...home } } }
}

const segments = (project: string): string => project.split('/').map(encodeURIComponent).join('/')
const repositoryAddress = ({ host, project }: IssueAddress): string => `https://${host}/${segments(project)}`

const issuePath = ({ kind, project, number }: IssueAddress): string =>
  kind === 'github'
    ? `/repos/${segments(project)}/issues/${number}`
    : `/api/v4/projects/${encodeURIComponent(project)}/issues/${number}`

const repositoryPath = ({ kind, project }: IssueAddress): string =>
  kind === 'github' ? `/repos/${segments(project)}` : `/api/v4/projects/${encodeURIComponent(project)}?license=true`
