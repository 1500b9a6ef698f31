import { isIP } from 'node:net'
import { type Decision, no, yes } from './decision.ts'

/** Where an issue is, taken out of the address that people see. */
export type IssueAddress = {
  readonly kind: 'github' | 'gitlab'
  readonly host: string
  /** The host that answers programs. */
  readonly api: string
  /** `owner/name` on GitHub; `group/subgroup/name` on GitLab. */
  readonly project: string
  readonly number: string
  /** The address of the page, without what follows the number. */
  readonly page: string
}

export const GITHUB = 'github.com'

/**
 * Takes `https://github.com/owner/name/issues/12` or `https://gitlab.com/group/name/-/issues/12` apart. Only https, only
 * listed hosts, never a port, a password or a number in place of a name; a query or a comment's anchor is left out.
 */
export function addressOf(
  pasted: string,
  allowed: readonly string[],
): Decision<IssueAddress, 'not_an_issue' | 'host_not_allowed' | 'is_a_change_request'> {
  const text = pasted.trim()
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`)
  if (url?.protocol !== 'https:' || url.username || url.password || url.port) return no('not_an_issue')
  const host = url.hostname.toLowerCase().replace(/^www\.(?=github\.com$)/, '')
  if (!isHostName(host) || !allowed.includes(host)) return no('host_not_allowed')

  const path = decoded(url.pathname)
  if (path === undefined) return no('not_an_issue')
  if (host === GITHUB) {
    if (/^\/[^/]+\/[^/]+\/pull\/\d+/.test(path)) return no('is_a_change_request')
    const [, owner = '', name = '', number = ''] =
      /^\/([\w.-]{1,100})\/([\w.-]{1,100})\/issues\/(\d{1,10})\/?$/.exec(path) ?? []
    if (!number || isDots(owner) || isDots(name)) return no('not_an_issue')
    const project = `${owner}/${name}`
    return yes({
      kind: 'github',
      host,
      api: `api.${host}`,
      project,
      number,
      page: `https://${host}/${project}/issues/${number}`,
    })
  }
  if (/\/(?:-\/)?merge_requests\/\d+/.test(path)) return no('is_a_change_request')
  const [, project = '', number = ''] =
    /^\/((?:[\w.][\w.-]{0,99}\/){1,20}[\w.][\w.-]{0,99}?)(?:\/-)?\/(?:issues|work_items)\/(\d{1,10})\/?$/.exec(path) ??
    []
  if (!number || project.split('/').some(isDots)) return no('not_an_issue')
  return yes({
    kind: 'gitlab',
    host,
    api: host,
    project,
    number,
    page: `https://${host}/${project}/-/issues/${number}`,
  })
}

/** A name with a dot that names a machine on the Internet: no number, no port, no name of a private network. */
export const isHostName = (text: string): boolean =>
  text.length <= 253 &&
  isIP(text) === 0 &&
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(text) &&
  !/(?:^|\.)(?:localhost|local|internal|corp|lan|home|intranet|private|localdomain|arpa)$/.test(text)

/** GitLab and GitHub let nobody be called `.` or `..`: an address that says so goes somewhere else. */
const isDots = (segment: string): boolean => /^\.+$/.test(segment)

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined // a percent sign that stands for nothing
  }
}
