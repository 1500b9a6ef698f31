import { test } from 'vitest'
import { fromIssue } from './from-issue.ts'

test('from the address of an issue to a submitted statement, in English, with a page and a decision for each approver', () =>
  fromIssue('en', 'github'))
