/**
 * What the pages of a file have in common, for features that come after this one: who may see the file, what its pages
 * say, and the frame of a page on which one person takes one decision.
 */
export { type FilePageFacts, filePage, nextGate } from './pages.ts'
export {
  again,
  crumbsOf,
  everyRole,
  type FormPage,
  fileAddress,
  fileAsked,
  refused,
  type StaffRequest,
  toFile,
  underFile,
} from './routes.file.tsx'
export { Decision, type DecisionProps, WorkingField } from './views.decisions.tsx'
export { ExplanationsSaid } from './views.declarations.tsx'
export { titleIn, titleOf } from './views.file.tsx'
