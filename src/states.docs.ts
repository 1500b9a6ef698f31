import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applicationLifecycle } from './applications/rules.ts'
import { offerLifecycle } from './awards/rules.ts'
import { contractLifecycle } from './delivery/rules.ts'
import { enquiryLifecycle } from './enquiries/rules.ts'
import { amendmentLifecycle } from './opportunities/rules.changes.ts'
import { opportunityLifecycle } from './opportunities/rules.ts'
import { invoiceLifecycle } from './payments/rules.ts'
import { rootFolder } from './platform/root.ts'
import { mailingLifecycle } from './publication/rules.mailings.ts'
import { questionLifecycle } from './questions/rules.ts'
import { requestLifecycle } from './requests/rules.ts'
import { flagLifecycle } from './splitting/rules.ts'
import { subscriberLifecycle } from './subscribers/rules.ts'

/** Run by `bin/check`: draws docs/states.md from the lifecycles, or compares it with them. `--fix` writes it. */
const lifecycles = {
  Request: requestLifecycle.table,
  'Splitting flag': flagLifecycle.table,
  Opportunity: opportunityLifecycle.table,
  Amendment: amendmentLifecycle.table,
  Question: questionLifecycle.table,
  Application: applicationLifecycle.table,
  Offer: offerLifecycle.table,
  Contract: contractLifecycle.table,
  Invoice: invoiceLifecycle.table,
  Subscriber: subscriberLifecycle.table,
  Enquiry: enquiryLifecycle.table,
  Mailing: mailingLifecycle.table,
}

const path = join(rootFolder, 'docs', 'states.md')
const fresh = document()
const committed = await readFile(path, 'utf8').catch(() => '')
if (committed !== fresh && process.argv.includes('--fix')) {
  await writeFile(path, fresh)
  process.stdout.write('Written: docs/states.md\n')
} else if (committed !== fresh) {
  process.stdout.write('docs/states.md is not what the lifecycles say. Run bin/check --fix and commit it.\n')
  process.exitCode = 1
}

function document(): string {
  const parts = Object.entries(lifecycles).map(([name, table]) => section(name, table))
  return `# States\n\nDrawn from the lifecycles in each \`rules.ts\` by \`bin/check --fix\`; do not edit.\n\n${parts.join('\n')}`
}

function section(name: string, table: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const states = Object.entries(table)
  const arrows = states.flatMap(([from, actions]) =>
    Object.entries(actions).map(([action, to]) => `  ${from} --> ${to}: ${action}`),
  )
  const first = states[0]?.[0] ?? ''
  const ends = states.filter(([, actions]) => Object.keys(actions).length === 0).map(([state]) => `  ${state} --> [*]`)
  const rows = states.map(
    ([state, actions]) =>
      `| ${state} | ${
        Object.entries(actions)
          .map(([action, to]) => `${action} → ${to}`)
          .join(', ') || 'the end'
      } |`,
  )
  return [
    `## ${name}`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${first}`,
    ...arrows,
    ...ends,
    '```',
    '',
    '| State | What may happen |',
    '|---|---|',
    ...rows,
    '',
  ].join('\n')
}
