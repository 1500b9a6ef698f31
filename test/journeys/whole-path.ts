import { applications, closing } from './applying.ts'
import { draw, evaluation } from './choosing.ts'
import { award, delivery } from './delivering.ts'
import { go, type JourneyOptions } from './journey.ts'
import { letters, payment, record } from './paying.ts'
import { approvals, extension, posting, request, statement } from './posting.ts'

const bought = { request, statement, approvals, posting, extension, applications, closing }
/** Copies of letters go after thirty days: those of the first weeks are followed before they do. */
const chosen = { evaluation, draw, award, 'letters so far': letters, delivery, payment, record, letters }

/** One purchase from the request to the payment, by everybody who has a part in it. */
export const wholePath = (options: JourneyOptions): Promise<void> => go(options, { ...bought, ...chosen })
