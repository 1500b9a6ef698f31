import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A local server that speaks as GitHub and as GitLab do, over real sockets. */
export type CodeHost = {
  /** For the setting CODE_HOSTS_STAND_IN. */
  readonly address: string
  /** Paths asked for, and how many sockets were opened. */
  readonly asked: readonly string[]
  readonly headers: readonly IncomingMessage['headers'][]
  sockets: number
  close(): Promise<void>
}

type Answering = (request: IncomingMessage, response: ServerResponse) => void
const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answering =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
    response.end(JSON.stringify(body))
  }

/** The addresses that a person pastes, each with what the host then does. */
export const addresses = {
  github: 'https://github.com/waterways-example/lock-booking/issues/128',
  githubFrench: 'https://github.com/waterways-example/lock-booking/issues/131',
  githubPull: 'https://github.com/waterways-example/lock-booking/issues/129',
  githubMoved: 'https://github.com/waterways-example/lock-booking/issues/7',
  githubSentElsewhere: 'https://github.com/waterways-example/lock-booking/issues/8',
  githubGone: 'https://github.com/waterways-example/lock-booking/issues/410',
  githubLimited: 'https://github.com/waterways-example/lock-booking/issues/429',
  githubLimitedAWhile: 'https://github.com/waterways-example/lock-booking/issues/430',
  githubSilent: 'https://github.com/waterways-example/lock-booking/issues/5000',
  githubSlow: 'https://github.com/waterways-example/lock-booking/issues/5001',
  githubHuge: 'https://github.com/waterways-example/lock-booking/issues/1000000',
  githubPage: 'https://github.com/waterways-example/lock-booking/issues/200',
  githubShape: 'https://github.com/waterways-example/lock-booking/issues/201',
  githubBroken: 'https://github.com/waterways-example/lock-booking/issues/500',
  gitlab: 'https://gitlab.com/waterways-example/data/tide-tables/-/issues/42',
  gitlabLimited: 'https://gitlab.com/waterways-example/data/tide-tables/-/issues/429',
  gitlabPrivate: 'https://gitlab.com/waterways-example/secret/-/issues/1',
} as const

const body = `<!-- Thank you for helping! Describe the problem below. -->

Boaters who use a keyboard cannot leave the calendar of the booking page.

## Context

The calendar was added in 2019 and serves **40,000 bookings** a year. Reported by @j-tremblay (jeanne.tremblay@example.ca).

![The calendar, open](https://user-images.example.ca/calendar.png)

## Steps to reproduce

1. Open the booking page.
2. Press Tab until the calendar opens.
3. Press Escape: nothing happens.

## Acceptance criteria

- [ ] The Escape key closes the calendar and gives the focus back to its button.
- [ ] A screen reader says the day under the cursor and whether it can be booked.
- [x] The failure is covered by a test that fails today.

## Out of scope

The look of the calendar does not change.
`
const gitHubIssue = (number: number, more: object = {}) => ({
  id: 1_300_000_000 + number,
  number,
  url: `https://api.github.com/repos/waterways-example/lock-booking/issues/${number}`,
  html_url: `https://github.com/waterways-example/lock-booking/issues/${number}`,
  state: 'open',
  title: '[Bug]: Keyboard trap in the date picker',
  body,
  user: { login: 'j-tremblay', id: 7, type: 'User' },
  labels: [
    { id: 1, name: 'bug', color: 'd73a4a', default: true, description: 'Something isn’t working' },
    { id: 2, name: 'accessibility', color: '0e8a16', default: false, description: null },
    { id: 3, name: 'good first issue', color: '7057ff', default: true, description: null },
    { id: 4, name: 'team: canals', color: 'cccccc', default: false, description: null },
  ],
  comments: 2,
  locked: false,
  created_at: '2026-03-02T14:00:00Z',
  updated_at: '2026-04-01T09:00:00Z',
  ...more,
})
const gitHubRepository = {
  id: 9_001,
  name: 'lock-booking',
  full_name: 'waterways-example/lock-booking',
  private: false,
  html_url: 'https://github.com/waterways-example/lock-booking',
  description: 'Book a lock passage',
  language: 'TypeScript',
  topics: ['preact', 'booking'],
  license: {
    key: 'mit',
    name: 'MIT License',
    spdx_id: 'MIT',
    url: 'https://api.github.com/licenses/mit',
    node_id: 'x',
  },
  default_branch: 'main',
}
const french = `Les tables des marées de 1921 à 2001 sont du texte brut; les chercheurs les ressaisissent.

## Contexte

Quatre-vingts ans de tables ont été numérisées, mais personne ne peut les interroger.

## Critères d’acceptation

- [ ] Les 900 pages de l’échantillon sont lues et comparées aux valeurs ressaisies.
- [ ] Les lignes illisibles sont énumérées avec leur page.
`
const gitLabIssue = {
  id: 84_000_001,
  iid: 42,
  project_id: 4_711,
  title: 'Lire les anciennes tables des marées',
  description: french,
  state: 'opened',
  labels: ['Python', 'type::feature', 'workflow::ready', 'données'],
  author: { id: 3, username: 'm.dubois', name: 'M. Dubois' },
  confidential: false,
  issue_type: 'issue',
  web_url: 'https://gitlab.com/waterways-example/data/tide-tables/-/issues/42',
  task_completion_status: { count: 2, completed_count: 0 },
}
const gitLabProject = {
  id: 4_711,
  name: 'tide-tables',
  path_with_namespace: 'waterways-example/data/tide-tables',
  web_url: 'https://gitlab.com/waterways-example/data/tide-tables',
  visibility: 'public',
  topics: ['tides'],
  tag_list: ['tides'],
  license_url: 'https://gitlab.com/waterways-example/data/tide-tables/-/blob/main/LICENSE',
  license: { key: 'gpl-3.0', name: 'GNU General Public License v3.0', nickname: 'GNU GPLv3' },
}

/** Answers 2026-05-04T15:00:00Z as the end of the limit. */
const LIMIT_ENDS = '1777906800'
const limited = (status: number, headers: Record<string, string>) =>
  json({ message: 'API rate limit exceeded', documentation_url: 'https://docs.github.com/rest' }, status, headers)

const gitHub = '/api.github.com/repos/waterways-example/lock-booking'
const gitLab = '/gitlab.com/api/v4/projects/waterways-example%2Fdata%2Ftide-tables'
const answers: Readonly<Record<string, Answering>> = {
  [gitHub]: json(gitHubRepository),
  [`${gitHub}/issues/128`]: json(gitHubIssue(128)),
  [`${gitHub}/issues/131`]: json(gitHubIssue(131, { title: gitLabIssue.title, body: french, labels: ['Python'] })),
  [`${gitHub}/issues/129`]: json(gitHubIssue(129, { pull_request: { url: 'https://api.github.com/x/pulls/129' } })),
  [`${gitHub}/issues/7`]: json({ message: 'Moved Permanently' }, 301, {
    location: 'https://api.github.com/repositories/9001/issues/128',
  }),
  '/api.github.com/repositories/9001/issues/128': json(gitHubIssue(128)),
  [`${gitHub}/issues/8`]: json({}, 302, { location: 'https://169.254.169.254/latest/meta-data' }),
  [`${gitHub}/issues/410`]: json({ message: 'This issue was deleted' }, 410),
  [`${gitHub}/issues/429`]: limited(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': LIMIT_ENDS }),
  [`${gitHub}/issues/430`]: limited(429, { 'retry-after': '60' }),
  [`${gitHub}/issues/5000`]: () => {},
  [`${gitHub}/issues/5001`]: (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const drip = setInterval(() => response.write(' '), 20)
    response.on('close', () => clearInterval(drip))
  },
  [`${gitHub}/issues/1000000`]: (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(gitHubIssue(1, { body: 'a '.repeat(600_000) })))
  },
  [`${gitHub}/issues/200`]: (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Not an API</title>')
  },
  [`${gitHub}/issues/201`]: json({ title: 5 }),
  [`${gitHub}/issues/500`]: json({ message: 'Server Error' }, 502),
  [`${gitLab}/issues/42`]: json(gitLabIssue),
  [`${gitLab}?license=true`]: json(gitLabProject),
  [`${gitLab}/issues/429`]: limited(429, { 'ratelimit-remaining': '0', 'ratelimit-reset': LIMIT_ENDS }),
}

export async function openCodeHost(): Promise<CodeHost> {
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    headers.push(request.headers)
    const answer = answers[request.url ?? ''] ?? json({ message: '404 Project Not Found' }, 404)
    answer(request, response)
  })
  const host: CodeHost = {
    address: '',
    asked,
    headers,
    sockets: 0,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  server.on('connection', () => {
    host.sockets++
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return Object.assign(host, { address: `http://127.0.0.1:${port}` })
}
