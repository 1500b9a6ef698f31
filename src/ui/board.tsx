import type { ComponentChildren } from 'preact'
import { Icon } from './icons.tsx'
import { Tag, type TagProps } from './parts.tsx'

export type Waiting = {
  readonly tag: TagProps
  readonly href: string
  readonly label: string
  readonly detail?: ComponentChildren
}

/** What waits for a member of staff, most urgent first. */
export const Queue = ({ items }: { items: readonly Waiting[] }) => (
  <ul class="queue">
    {items.map(({ tag, href, label, detail }) => (
      <li key={href}>
        <Tag {...tag} tone={tag.tone} />
        <div>
          <a href={href}>{label}</a>
          {detail && (
            <>
              <br />
              <span class="small quiet">{detail}</span>
            </>
          )}
        </div>
      </li>
    ))}
  </ul>
)

/** Where the open files are: a count for each stage, a link to its part of the table. */
export const Stages = ({
  items,
}: {
  items: readonly {
    readonly href: string
    readonly label: string
    readonly count: number
    readonly late?: string | undefined
  }[]
}) => (
  <ol class="stages">
    {items.map(({ href, label, count, late }) => (
      <li key={href} class={count === 0 ? 'zero' : undefined}>
        <a href={href}>
          <b>{count}</b> {label}
          {late && <small class="badt">{late}</small>}
        </a>
      </li>
    ))}
  </ol>
)

/** What the program checked, each with the reason to believe it. */
export const Checks = ({
  items,
}: {
  items: readonly { readonly head: string; readonly detail?: ComponentChildren }[]
}) => (
  <ul class="checks">
    {items.map(({ head, detail }) => (
      <li key={head}>
        <Icon name="ok" />
        <div>
          <strong>{head}</strong>
          {detail && (
            <>
              <br />
              <span class="small quiet">{detail}</span>
            </>
          )}
        </div>
      </li>
    ))}
  </ul>
)
