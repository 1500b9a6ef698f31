import { nightlyChecks } from './commands.night.ts'

/** At night every file is compared once more: what was found when it was saved may have been joined by another. */
export const splittingChores = { 'splitting.nightly': nightlyChecks }
