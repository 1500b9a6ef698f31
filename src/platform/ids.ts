/** UUIDv7: sorts by the time of its making, so never shown where that time must stay unknown (tokens are random instead). */
export function newId(now: Date, random: (bytes: number) => Buffer): string {
  const bytes = random(16)
  bytes.writeUIntBE(now.getTime(), 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Is this text an id? Anything else in an address is an unknown page, not a question to the database. */
export const isId = (text: string | undefined): text is string => text !== undefined && shape.test(text)

/** A random id (UUIDv4) that says nothing of when it was made: for what evaluators and the public see. */
export function randomId(random: (bytes: number) => Buffer): string {
  const bytes = random(16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What names an application in public: 10 letters and digits, 50 bits, never a credential. */
export function newToken(random: (bytes: number) => Buffer): string {
  return Array.from(random(10), (byte) => CROCKFORD.charAt(byte % 32)).join('')
}

/** Crockford's base 32: no I, L, O or U. 256 is a multiple of 32, so that every character is equally likely. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
