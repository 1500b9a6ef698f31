import { test } from 'vitest'
import { wholePath } from './whole-path.ts'

test('a need is bought without a script in any browser', () => wholePath({ language: 'en', javaScript: false }))
