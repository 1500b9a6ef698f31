import { importIssue, importTemplate } from '../backlog/commands.ts'
import { findImport } from '../backlog/store.ts'
import { done, found } from '../measures/settling.ts'
import type { App } from '../platform/app.ts'
import type { Issue } from '../platform/codeHosts.ts'
import { receiveRequest } from '../requests/commands.ts'
import { answersOf } from '../requests/rules.ts'
import type { WaterwaysStaff } from './demo.people.ts'
import type { RequestAct } from './demo.requests.ts'

/** An issue as a code host tells it; the demonstration asks nobody. */
const issue: Issue = {
  kind: 'github',
  address: 'https://github.com/waterways-example/lock-status/issues/57',
  title: '[Feature]: Show closed locks on the status page',
  body: `<!-- Tell us what you need, not how to build it. -->

Captains learn at the gate that a lock is closed, because the status page shows water levels only.

## Context

The page is read 900 times a day in summer. Closures are in a spreadsheet that the control room keeps; @lock-desk exports it each morning and mails it to control.room@waterways.example.

![The status page today](https://github.com/waterways-example/lock-status/raw/main/page.png)

## What should change

Read the export and show each closed lock with its reason and the hour it opens again. The export stays as it is.

## Acceptance criteria

- [ ] A lock that is closed in the export is shown as closed within ten minutes, in both languages.
- [ ] An export with an unknown lock is refused with a message that names its row.
- [x] A sample export without anybody’s name is in the repository.
`,
  labels: ['enhancement', 'frontend', 'area: data', 'good first issue', 'team: control room'],
  repository: {
    address: 'https://github.com/waterways-example/lock-status',
    ...{ licence: 'MIT', licenceUnknown: null, languages: ['TypeScript'], topics: ['open-data'] },
  },
}

/** Needs that began where the work is: an issue that was asked for, and a template that somebody looked at. */
export const demoStarts = (app: App, staff: WaterwaysStaff): RequestAct[] => [
  {
    ...{ day: -2, clock: '13:20' },
    does: async () => {
      const { id } = await done('read the issue', importIssue(app, staff.client, { issue, language: 'en' }))
      const { outline } = found(await app.read('everything', (tx) => findImport(tx, id)), 'there is no such import')
      const { title: subject, need } = outline
      const told = { subject, need, team: 'Traffic control', homeBranch: true, language: 'en', importId: id } as const
      const answers = answersOf(() => true)
      const asking = receiveRequest(app, staff.client, {
        ...told,
        answers,
        maintainer: 'Traffic control',
        estimate: null,
      })
      await done('receive', asking)
    },
  },
  {
    ...{ day: -1, clock: '15:05' },
    does: async () => {
      await done('choose a template', importTemplate(app, staff.client2, { key: 'data_cleaning', language: 'fr' }))
    },
  },
]
