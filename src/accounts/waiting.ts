import type { Language, Text } from '../platform/i18n.ts'

/** One thing that waits for a person: shown on their home page, oldest first. */
export type Waiting = {
  readonly text: Text
  /** What file it is about: its number and title. */
  readonly about: Text
  /** The language that `about` is in for every reader, while there is only one. */
  readonly aboutIn?: Language | undefined
  /** The page where it is done, in the reader's language. */
  readonly href: string
  readonly since: Date
  /** The instant or end of day by which it should be done, when there is one. */
  readonly due: Date | null
}
