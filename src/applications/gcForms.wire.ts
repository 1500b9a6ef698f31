import { createDecipheriv, createHash, createPrivateKey, privateDecrypt, sign } from 'node:crypto'
import { z } from 'zod'
import { type Decision, no, yes } from '../platform/decision.ts'
import type { SubmissionRefusal, WireRefusal } from './rules.forms.ts'

/** The key that GC Forms gives for a form, as its file has it. */
export const formKeyShape = z.object({
  keyId: z.string().min(1),
  key: z.string().min(1),
  userId: z.string().min(1),
  formId: z.string().regex(/^[A-Za-z0-9]{1,64}$/),
})
export type FormKey = z.output<typeof formKeyShape>

/** Where GC Forms answers; fetching is given, so that tests have a server of their own. */
export type FormService = {
  readonly api: string
  readonly identity: string
  readonly project: string
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>
}

export type Encrypted = z.output<typeof encryptedShape>
export type Submission = z.output<typeof submissionShape>

/** A submission as it was sent: the RSA key of the form opens the AES key, which opens the answers; the checksum is theirs. */
export function openSubmission(encrypted: Encrypted, { key }: FormKey): Decision<Submission, SubmissionRefusal> {
  const text = decrypted(encrypted, key)
  if (text === undefined) return no('cannot_decrypt')
  const submission = jsonOf(submissionShape, text)
  if (!submission) return no('not_a_submission')
  const sum = createHash('md5').update(submission.answers).digest('hex')
  return sum === submission.checksum ? yes(submission) : no('checksum_differs')
}

/** Who may ask for the submissions of a form. */
export type FormClient = Extract<Awaited<ReturnType<typeof formClient>>, { ok: true }>['value']

/** Asks for a token, signed with the form's key for one minute, and answers who may ask for the submissions. */
export async function formClient(service: FormService, key: FormKey, now: Date) {
  const body = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: assertion(service, key, now),
    scope: `openid profile urn:zitadel:iam:org:project:id:${service.project}:aud`,
  })
  const granted = await asked(service, `${service.identity}/oauth/v2/token`, { method: 'POST', body }, tokenShape)
  if (!granted.ok) return granted
  const headers = { authorization: `Bearer ${granted.value.access_token}` }
  const form = `${service.api}/forms/${encodeURIComponent(key.formId)}/submission`
  const named = (name: string) => `${form}/${encodeURIComponent(name)}`
  return yes({
    /** Up to a hundred that nobody confirmed, the oldest first. */
    newOnes: () => asked(service, `${form}/new`, { headers }, newShape),
    submission: (name: string) => asked(service, named(name), { headers }, encryptedShape),
    /** They remove it: it is ours from here on. */
    confirm: (name: string, code: string) =>
      asked(service, `${named(name)}/confirm/${encodeURIComponent(code)}`, { method: 'PUT', headers }, z.unknown()),
    report: (name: string, problem: { contactEmail: string; description: string; preferredLanguage: 'en' | 'fr' }) =>
      asked(
        service,
        `${named(name)}/problem`,
        {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(problem),
        },
        z.unknown(),
      ),
  })
}

const tokenShape = z.object({ access_token: z.string().min(1) })
const newShape = z.array(z.object({ name: z.string().regex(/^[\w-]{1,64}$/), createdAt: z.number() }))
const encryptedShape = z.object({
  encryptedResponses: z.string(),
  encryptedKey: z.string(),
  encryptedNonce: z.string(),
  encryptedAuthTag: z.string(),
})
const submissionShape = z.object({
  createdAt: z.number(),
  confirmationCode: z.string().min(1),
  answers: z.string(),
  checksum: z.string(),
})

const MINUTE_IN_SECONDS = 60
const ANSWER_WITHIN_IN_MS = 10_000

/** A JSON Web Token (RFC 7519), RS256. */
function assertion({ identity }: FormService, { key, keyId, userId }: FormKey, now: Date): string {
  const at = Math.floor(now.getTime() / 1_000)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = part({ alg: 'RS256', kid: keyId })
  const claims = part({ iss: userId, sub: userId, aud: identity, iat: at, exp: at + MINUTE_IN_SECONDS })
  const signature = sign('sha256', Buffer.from(`${head}.${claims}`), createPrivateKey(key))
  return `${head}.${claims}.${signature.toString('base64url')}`
}

async function asked<S extends z.ZodType>(
  { fetch }: FormService,
  address: string,
  options: RequestInit,
  shape: S,
): Promise<Decision<z.output<S>, WireRefusal>> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_IN_MS)
  const answer = await fetch(address, { ...options, signal, redirect: 'error' }).catch(() => undefined)
  if (!answer) return no('not_reachable')
  const text = await answer.text().catch(() => '')
  if (answer.status === 401 || answer.status === 403) return no('not_allowed')
  if (answer.status === 404) return no('not_found')
  if (!answer.ok) return no(answer.status >= 500 || answer.status === 429 ? 'not_reachable' : 'not_understood')
  const read = shape.safeParse(parsed(text))
  return read.success ? yes(read.data) : no('not_understood')
}

function decrypted(encrypted: Encrypted, key: string): string | undefined {
  try {
    const opened = (part: string) => privateDecrypt({ key, oaepHash: 'sha256' }, Buffer.from(part, 'base64'))
    const decipher = createDecipheriv('aes-256-gcm', opened(encrypted.encryptedKey), opened(encrypted.encryptedNonce))
    decipher.setAuthTag(opened(encrypted.encryptedAuthTag))
    const bytes = Buffer.from(encrypted.encryptedResponses, 'base64')
    return Buffer.concat([decipher.update(bytes), decipher.final()]).toString('utf8')
  } catch {
    return undefined // another key, or changed on the way: refused by name
  }
}

const jsonOf = <S extends z.ZodType>(shape: S, text: string): z.output<S> | undefined =>
  shape.safeParse(parsed(text)).data

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text // `OK`, or not what was asked for: the shape decides
  }
}
