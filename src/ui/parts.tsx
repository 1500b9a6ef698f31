import type { ComponentChildren } from 'preact'
import type { Language } from '../platform/i18n.ts'
import type { ShownTime } from './frame.tsx'
import { Icon } from './icons.tsx'
import { partTexts, statusTexts, toneTexts } from './texts.ts'

/** A heading of the level that fits the page around it. */
export type Level = 2 | 3 | 4

export function Heading({
  level,
  id,
  class: named,
  children,
}: {
  level: Level
  id?: string | undefined
  class?: string | undefined
  children: ComponentChildren
}) {
  const Tag = `h${level}` as const
  return (
    <Tag id={id} class={named}>
      {children}
    </Tag>
  )
}

/** One cell of the status box: first what matters, then what explains it. */
export type Said = { readonly what: ComponentChildren; readonly more?: ComponentChildren }

/**
 * What is happening, what you do next, by when: the first thing on each page of a file.
 * "Nothing" is a good answer to what comes next. The action, if there is one, is the filled button of the page.
 */
export function StatusBox({
  language,
  tone,
  head,
  state,
  happening,
  next,
  by,
  action,
  level = 2,
  id = 'status',
}: {
  language: Language
  tone: 'you' | 'waiting' | 'done' | 'late'
  /** By default "Where things stand". */
  head?: string | undefined
  /** The word at the right; by default that of the tone. */
  state?: string | undefined
  happening: Said
  next: Said
  by: Said
  action?: ComponentChildren
  level?: Level
  id?: string
}) {
  // Inside a list each item is a section already: several landmarks of one name would tell nobody where they are.
  const Box = level === 2 ? 'section' : 'div'
  return (
    <Box class={tone === 'waiting' ? 'status' : `status ${tone}`} aria-labelledby={level === 2 ? id : undefined}>
      <Heading level={level} id={id}>
        <span>{head ?? statusTexts.head[language]}</span> <span>{state ?? toneTexts[tone][language]}</span>
      </Heading>
      <dl>
        <div>
          <dt>{statusTexts.happening[language]}</dt>
          <Cell {...happening} />
        </div>
        <div class="next">
          <dt>{statusTexts.next[language]}</dt>
          <Cell {...next} action={action} />
        </div>
        <div>
          <dt>{statusTexts.by[language]}</dt>
          <Cell {...by} />
        </div>
      </dl>
    </Box>
  )
}

function Cell({ what, more, action }: Said & { action?: ComponentChildren }) {
  return (
    <dd>
      <strong>{what}</strong>
      {more}
      {action && <div class="acts">{action}</div>}
    </dd>
  )
}

/** Something worth stopping at. At most two a page. */
export function Note({
  tone,
  head,
  level = 3,
  children,
}: {
  tone: 'info' | 'ok' | 'warn' | 'bad'
  head: ComponentChildren
  level?: Level
  children?: ComponentChildren
}) {
  return (
    <div class={tone === 'info' ? 'note' : `note ${tone}`}>
      <Icon name={tone} />
      <div>
        <Heading level={level}>{head}</Heading>
        {children}
      </div>
    </div>
  )
}

export type TagTone = 'open' | 'soon' | 'shut' | 'ok' | 'bad' | 'none'
export type TagProps = { readonly label: ComponentChildren; readonly tone?: TagTone | undefined }

const tagClass = (tone: TagTone | undefined): string => (tone ? `tag state ${tone}` : 'tag')

/** A word in a frame. With a tone it is a state: a shape, a word, then a colour. */
export const Tag = ({ label, tone }: TagProps) => <span class={tagClass(tone)}>{label}</span>

/** Several tags, as a list. */
export const Tags = ({ items, label }: { items: readonly TagProps[]; label?: string | undefined }) =>
  items.length === 0 ? null : (
    <ul class="tags" aria-label={label}>
      {items.map(({ label, tone }) => (
        <li key={String(label)} class={tagClass(tone)}>
          {label}
        </li>
      ))}
    </ul>
  )

/** One opportunity: what it is on the body, what it pays and when it closes on the stub. Never a generic card. */
export function Ticket({
  language,
  eyebrow,
  title,
  href,
  summary,
  tags,
  price,
  closes,
  closesLabel,
  level = 2,
}: {
  language: Language
  eyebrow: string
  title: string
  href: string
  summary: string
  tags: readonly TagProps[]
  /** As printed, with its cents. */
  price: string
  closes: ShownTime
  /** For a closed one: "Closed". */
  closesLabel?: string | undefined
  level?: Level
}) {
  return (
    <article class="ticket">
      <div class="ticket-in">
        <div class="ticket-body">
          <p class="eyebrow">{eyebrow}</p>
          <Heading level={level}>
            <a href={href}>{title}</a>
          </Heading>
          <p>{summary}</p>
          <Tags items={tags} />
        </div>
        <dl class="stub">
          <div>
            <dt>{partTexts.price[language]}</dt>
            <dd class="price">{price}</dd>
          </div>
          <div>
            <dt>{closesLabel ?? partTexts.closes[language]}</dt>
            <dd>
              <time dateTime={closes.iso}>{closes.text}</time>
            </dd>
          </div>
        </dl>
      </div>
    </article>
  )
}

export type Fact = { readonly label: string; readonly value: ComponentChildren }

/** Up to six short values, before any talk. */
export const Facts = ({ items }: { items: readonly Fact[] }) => (
  <dl class="facts">
    {items.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** An amount of money in the size that the eye looks for. */
export const Price = ({ children }: { children: ComponentChildren }) => <span class="price">{children}</span>

/** Labels and values one under the other, for side panels; `mono` for codes and fingerprints. */
export const Pairs = ({ items, mono }: { items: readonly Fact[]; mono?: boolean | undefined }) => (
  <dl class={mono ? 'pairs break mono' : 'pairs'}>
    {items.flatMap(({ label, value }) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}
  </dl>
)

export type Step = {
  readonly head: ComponentChildren
  readonly text?: ComponentChildren
  readonly state?: 'past' | 'now' | undefined
}

/** Steps whose order matters. */
export const Steps = ({ items, named }: { items: readonly Step[]; named?: string | undefined }) => (
  <ol class={named ? `steps ${named}` : 'steps'}>
    {items.map(({ head, text, state }, place) => (
      <li
        key={String(place)}
        class={state === 'past' ? 'past' : undefined}
        aria-current={state === 'now' ? 'step' : undefined}
      >
        <strong>{head}</strong>
        {text && <p>{text}</p>}
      </li>
    ))}
  </ol>
)

/** `W1` or `T1` is about the work, `E1` or `C1` about the application: nobody may confuse them. `place` is from 1. */
export const criterionKey = (kind: 'work' | 'application', place: number, language: Language): string =>
  `${(kind === 'work' ? partTexts.keyWork : partTexts.keyApplication)[language]}${place}`

/** A square for the work, a circle for the application, on each page. */
export const Key = ({ kind, place, language }: { kind: 'work' | 'application'; place: number; language: Language }) => (
  <span class={kind === 'work' ? 'key' : 'key round'}>{criterionKey(kind, place, language)}</span>
)

/** Criteria with their keys. */
export const CriteriaList = ({
  kind,
  language,
  items,
}: {
  kind: 'work' | 'application'
  language: Language
  items: readonly {
    readonly head: ComponentChildren
    readonly text?: ComponentChildren
    /** Its own, where it is not its place in the list. */
    readonly number?: number | undefined
  }[]
}) => (
  <ol class="crit">
    {items.map(({ head, text, number }, index) => (
      <li key={criterionKey(kind, index, language)}>
        <Key kind={kind} place={number ?? index + 1} language={language} />
        <div>
          <p>
            <strong>{head}</strong>
          </p>
          {text && <div>{text}</div>}
        </div>
      </li>
    ))}
  </ol>
)

/** A part of the page that some readers want; the count says if it is worth opening. `small` is help inside a form. */
export const Fold = ({
  label,
  count,
  open,
  small,
  children,
}: {
  label: string
  count?: number | undefined
  open?: boolean | undefined
  small?: boolean | undefined
  children: ComponentChildren
}) => (
  <details class={small ? undefined : 'big'} open={open}>
    <summary>{count === undefined ? label : `${label} (${count})`}</summary>
    {children}
  </details>
)

/** Nothing here: why, and what comes next. */
export const Empty = ({ head, level = 3, children }: { head: string; level?: Level; children?: ComponentChildren }) => (
  <div class="empty">
    <Heading level={level} class="flush">
      {head}
    </Heading>
    {children}
  </div>
)

/** Somebody else’s words. `lang` when they are not in the page’s language. */
export const Quote = ({ lang, children }: { lang?: Language | undefined; children: ComponentChildren }) => (
  <div class="quote" lang={lang}>
    {children}
  </div>
)

/** A word hidden from an evaluator, with what kind of word it was. */
export const Hid = ({ children }: { children: ComponentChildren }) => (
  <span class="hid">
    <span>{children}</span>
  </span>
)

/** A box beside the text. */
export const Panel = ({
  head,
  id,
  level = 2,
  tint = true,
  children,
}: {
  head: ComponentChildren
  id: string
  level?: Level
  tint?: boolean
  children: ComponentChildren
}) => (
  <section class={tint ? 'panel tint' : 'panel'} aria-labelledby={id}>
    <Heading level={level} id={id}>
      {head}
    </Heading>
    {children}
  </section>
)
