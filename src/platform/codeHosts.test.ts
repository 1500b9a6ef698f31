import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses, type CodeHost, openCodeHost } from '../../test/codeHost.ts'
import { addressOf } from './codeHosts.addresses.ts'
import { asking, isPublicAddress } from './codeHosts.network.ts'
import { type IssueRead, type IssueRefusal, readIssue } from './codeHosts.ts'

let host: CodeHost
beforeAll(async () => {
  host = await openCodeHost()
})
afterAll(() => host.close())

const now = new Date('2026-05-04T14:00:00Z')
const allowed = ['github.com', 'gitlab.com', 'git.waterways.example']
const read = (address: string, timeoutInMs = 5_000): Promise<IssueRead> =>
  readIssue({ allowed, standIn: host.address, timeoutInMs }, address, now)

describe('an issue', () => {
  test('of GitHub, with what its repository says', async () => {
    const issue = await read(`${addresses.github}#issuecomment-1`)
    expect(issue).toMatchObject({
      ok: true,
      value: {
        kind: 'github',
        address: addresses.github,
        title: '[Bug]: Keyboard trap in the date picker',
        labels: ['bug', 'accessibility', 'good first issue', 'team: canals'],
        repository: {
          address: 'https://github.com/waterways-example/lock-booking',
          licence: 'MIT',
          licenceUnknown: null,
          languages: ['TypeScript'],
          topics: ['preact', 'booking'],
        },
      },
    })
    expect(host.headers.at(-1)).toMatchObject({ 'user-agent': 'Opportune' })
    expect(host.headers.every(({ authorization, cookie }) => !authorization && !cookie)).toBe(true)
  })

  test('of GitLab, its project in groups, its licence by its key', async () => {
    expect(await read(addresses.gitlab)).toMatchObject({
      ok: true,
      value: {
        kind: 'gitlab',
        title: 'Lire les anciennes tables des marées',
        labels: ['Python', 'type::feature', 'workflow::ready', 'données'],
        repository: { licence: 'GPL-3.0-only', topics: ['tides'] },
      },
    })
  })

  test('that moved is followed on its host', async () => {
    expect(await read(addresses.githubMoved)).toMatchObject({ ok: true })
  })
})

/** Each refusal with addresses that bring it about. */
const refused: Record<IssueRefusal, [address: string, more?: { until?: string; timeoutInMs?: number }][]> = {
  not_an_issue: [
    [''],
    ['not an address'],
    ['http://github.com/a/b/issues/1'],
    ['ftp://github.com/a/b/issues/1'],
    ['https://user:secret@github.com/a/b/issues/1'],
    ['https://github.com:8443/a/b/issues/1'],
    ['https://github.com/a/b'],
    ['https://github.com/a/b/issues/new'],
    ['https://github.com/../b/issues/1'],
    ['https://github.com/%2e%2e/b/issues/1'],
    ['https://gitlab.com/a/%2e%2e/-/issues/1'],
    ['https://github.com/a/b/issues/%'],
    ['https://gitlab.com/-/issues/1'],
    ['javascript:alert(1)'],
  ],
  host_not_allowed: [
    ['https://example.ca/a/b/issues/1'],
    ['https://github.com.evil.example/a/b/issues/1'],
    ['https://127.0.0.1/a/b/issues/1'],
    ['https://2130706433/a/b/issues/1'],
    ['https://0x7f.1/a/b/issues/1'],
    ['https://[::1]/a/b/issues/1'],
    ['https://169.254.169.254/a/b/issues/1'],
    ['https://localhost/a/b/issues/1'],
    ['https://api.github.com/repos/a/b/issues/1'],
  ],
  is_a_change_request: [
    [addresses.githubPull],
    ['https://github.com/a/b/pull/12'],
    ['https://gitlab.com/a/b/-/merge_requests/3'],
  ],
  not_found: [[addresses.githubGone], [addresses.gitlabPrivate], ['https://git.waterways.example/a/b/-/issues/1']],
  rate_limited: [
    [addresses.githubLimited, { until: '2026-05-04T15:00:00.000Z' }],
    [addresses.githubLimitedAWhile, { until: '2026-05-04T14:01:00.000Z' }],
    [addresses.gitlabLimited, { until: '2026-05-04T15:00:00.000Z' }],
  ],
  timed_out: [
    [addresses.githubSilent, { timeoutInMs: 150 }],
    [addresses.githubSlow, { timeoutInMs: 150 }],
  ],
  too_large: [[addresses.githubHuge]],
  not_reachable: [[addresses.githubBroken]],
  sent_elsewhere: [[addresses.githubSentElsewhere]],
  not_understood: [[addresses.githubPage], [addresses.githubShape]],
}

const cases = Object.entries(refused).flatMap(([because, tried]) =>
  tried.map(([address, more]) => ({ because, address, more })),
)
test.each(cases)('$because: $address', async ({ because, address, more }) => {
  const answer = await read(address, more?.timeoutInMs)
  expect(answer).toMatchObject({ ok: false, because })
  if (more?.until) expect(answer).toMatchObject({ until: new Date(more.until) })
})

test('a server that is not there is not reachable', async () => {
  const gone = await openCodeHost()
  await gone.close()
  const hosts = { allowed, standIn: gone.address, timeoutInMs: 2_000 }
  expect(await readIssue(hosts, addresses.github, now)).toEqual({ ok: false, because: 'not_reachable' })
})

test('nothing is asked for an address that is refused, and nothing follows a redirect off the host', async () => {
  const before = host.asked.length
  await read('https://169.254.169.254/a/b/issues/1')
  expect(host.asked).toHaveLength(before)
  await read(addresses.githubSentElsewhere)
  expect(host.asked.slice(before).filter((path) => path.includes('169.254'))).toEqual([])
})

test('a name that leads to this machine is never connected to', async () => {
  const before = host.sockets
  const port = new URL(host.address).port
  const ask = asking(undefined, AbortSignal.timeout(2_000), now)
  expect(await ask(`localhost:${port}`, '/')).toEqual({ ok: false, because: 'not_reachable' })
  expect(host.sockets).toBe(before)
})

test.each([
  ...[
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ],
  ...['224.0.0.1', '255.255.255.255', '::1', '::', 'fc00::1', 'fd12:3456::1', 'fe80::1', '::ffff:10.0.0.1', 'ff02::1'],
  ...['64:ff9b::a00:1', '2002:a00:1::', '::ffff:a00:1', 'not an address', ''],
  ...['::ffff:0:7f00:1', '5f00::1', '3fff:fff::1', '4000::1', 'ffff::1'],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})
test.each(['140.82.112.3', '172.32.0.1', '8.8.8.8', '2606:50c0:8000::153'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test('addresses as people paste them', () => {
  const of = (text: string) => {
    const found = addressOf(text, allowed)
    return found.ok ? [found.value.api, found.value.project, found.value.number] : found.because
  }
  expect(of('  https://www.github.com/Owner/repo.name/issues/9/  ')).toEqual(['api.github.com', 'Owner/repo.name', '9'])
  expect(of('github.com/owner/repo/issues/9?x=1')).toEqual(['api.github.com', 'owner/repo', '9'])
  expect(of('https://gitlab.com/a/b/c/d/-/work_items/77#note_1')).toEqual(['gitlab.com', 'a/b/c/d', '77'])
  expect(of('https://git.waterways.example/a/b/issues/5')).toEqual(['git.waterways.example', 'a/b', '5'])
})
