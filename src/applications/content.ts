import { z } from 'zod'
import { type Decision, no, yes } from '../platform/decision.ts'
import { contentCommitment } from '../platform/sealing.ts'
import { ANSWER_WORDS } from '../policy/rules.ts'

export const MOST_WORDS = ANSWER_WORDS

/** Never, before, before with a pension or a payment for leaving, now. */
export const publicServiceAnswers = ['no', 'former', 'former_pension', 'yes'] as const

const contentShape = z.strictObject({
  language: z.enum(['en', 'fr']),
  answers: z.array(z.strictObject({ position: z.int().min(1), answer: z.string() })),
  legalName: z.string(),
  operatingName: z.string(),
  workerName: z.string(),
  signatoryName: z.string(),
  email: z.string(),
  publicService: z.enum(publicServiceAnswers),
  affiliates: z.string(),
  /** Links that show the supplier’s work, one a line. Evaluators never see them. */
  repositories: z.string().default(''),
  eligibilityVersion: z.string(),
  agreementsVersion: z.string(),
})

/** What an applicant tells us: answers in their language, who they are, what they agree to. */
export type Content = z.output<typeof contentShape>

const envelopeShape = z.strictObject({
  format: z.literal('opportune application/1'),
  opportunity: z.string(),
  application: z.string(),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  content: z.string(),
})

export type Sealable = {
  readonly opportunityId: string
  readonly applicationId: string
  readonly salt: Buffer
  readonly content: Content
}

/** The bytes that the commitment is about: the same content always gives the same bytes. */
export const contentText = (content: Content): string =>
  JSON.stringify(Object.fromEntries(Object.keys(contentShape.shape).map((name) => [name, entry(content, name)])))

export const commitmentTo = ({ salt, content }: Pick<Sealable, 'salt' | 'content'>): string =>
  contentCommitment(salt, Buffer.from(contentText(content), 'utf8'))

/** The bytes that are sealed: the content, the salt of its commitment, and where they belong. */
export const sealableBytes = ({ opportunityId, applicationId, salt, content }: Sealable): Buffer =>
  Buffer.from(
    JSON.stringify({
      format: 'opportune application/1',
      opportunity: opportunityId,
      application: applicationId,
      salt: salt.toString('hex'),
      content: contentText(content),
    }),
  )

/** Reads what was sealed. A file of another application, or whose content is not the one committed to, is refused. */
export function readSealed(
  bytes: Uint8Array,
  expected: { opportunityId: string; applicationId: string; commitment: string },
): Decision<{ content: Content; salt: Buffer }, 'unreadable' | 'not_this_application'> {
  const envelope = jsonOf(Buffer.from(bytes).toString('utf8'), envelopeShape)
  if (!envelope) return no('unreadable')
  const content = jsonOf(envelope.content, contentShape)
  if (!content) return no('unreadable')
  const salt = Buffer.from(envelope.salt, 'hex')
  const belongs =
    envelope.opportunity === expected.opportunityId &&
    envelope.application === expected.applicationId &&
    contentCommitment(salt, Buffer.from(envelope.content, 'utf8')) === expected.commitment
  return belongs ? yes({ content, salt }) : no('not_this_application')
}

const entry = (content: Content, name: string): unknown => Object.entries(content).find(([key]) => key === name)?.[1]

function jsonOf<S extends z.ZodType>(text: string, shape: S): z.output<S> | undefined {
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // not JSON: the caller refuses it by name
  }
}
