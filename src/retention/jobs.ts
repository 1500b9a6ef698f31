import { eraseDaily } from './commands.ts'

/** Looks every second whether the round of this night is due. */
export const retentionChores = { 'retention.daily': eraseDaily }
