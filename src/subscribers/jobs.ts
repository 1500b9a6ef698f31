import { noteRefusals } from './commands.bounces.ts'

export const subscriberChores = { 'subscribers.refusals': noteRefusals }
