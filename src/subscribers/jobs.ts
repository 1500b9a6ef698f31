import { noteRefusals, tidySubscribers } from './commands.bounces.ts'

export const subscriberChores = { 'subscribers.refusals': noteRefusals, 'subscribers.tidy': tidySubscribers }
