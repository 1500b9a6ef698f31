/** What we already know of somebody: searching for it beats guessing at names. */
export type Known = {
  readonly email: string
  /** The person's own names, as declared. */
  readonly people: readonly string[]
  /** Legal and operating names, and affiliates. */
  readonly organizations: readonly string[]
  /** Addresses of their public work: user names stand in them. */
  readonly links?: readonly string[]
}

export type IdentifyingKind = 'email' | 'link' | 'phone' | 'handle' | 'name' | 'organization' | 'address' | 'number'
export type Passage = { readonly kind: IdentifyingKind; readonly text: string }
/** A passage in its place: from a character of the text up to another. */
export type Finding = Passage & { readonly from: number; readonly to: number }
