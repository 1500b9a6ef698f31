import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Hidden } from '../ui/fields.tsx'
import { Button } from '../ui/form.tsx'
import { Empty } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { demoTexts } from './texts.record.ts'

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly role: string
  /** What waits for them, in words; nothing for a supplier. */
  readonly waits: string | undefined
}
export type DemoGroup = { readonly departmentId: string; readonly name: string; readonly people: readonly DemoPerson[] }

/** The demonstration's door: everybody, by department, one click each. */
export function DemoSignInPage({
  language,
  groups,
  to,
}: {
  language: Language
  groups: readonly DemoGroup[]
  to: string
}) {
  const filled = groups.filter(({ people }) => people.length > 0)
  return (
    <>
      <h1>{demoTexts.title[language]}</h1>
      <p class="lead">{demoTexts.lead[language]}</p>
      {filled.length === 0 && (
        <Empty head={demoTexts.none[language]} level={2}>
          <p>{demoTexts.noneMore[language]}</p>
        </Empty>
      )}
      {filled.map((group) => (
        <section key={group.departmentId} aria-labelledby={`people-${group.departmentId}`}>
          <h2 id={`people-${group.departmentId}`}>{group.name}</h2>
          <People language={language} group={group} to={to} />
        </section>
      ))}
    </>
  )
}

function People({ language, group, to }: { language: Language; group: DemoGroup; to: string }) {
  const { person, role, waits, be } = demoTexts
  return (
    <FoldTable
      caption={group.name}
      captionHidden
      columns={[person, role, waits, be].map((label) => ({ label: label[language] }))}
      rows={group.people.map((one) => [
        one.name,
        one.role,
        one.waits ?? '–',
        <form key={one.id} action={path('/sign-in-demo', language)} method="post">
          <Hidden name="person" value={one.id} />
          <Hidden name="department" value={group.departmentId} />
          <Hidden name="to" value={to} />
          <Button kind="link">
            {demoTexts.be[language]}
            <span class="vh">{demoTexts.as(one.name)[language]}</span>
          </Button>
        </form>,
      ])}
    />
  )
}
