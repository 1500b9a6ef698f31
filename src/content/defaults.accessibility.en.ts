import type { Half } from './defaults.ts'

/** The accessibility statement: what is promised, what is checked, what is not good enough yet. */
export const accessibilityEnglish: Half = {
  title: 'Accessibility',
  lead: 'Everybody should be able to read, ask, apply, sign and be paid here. This page says how far that is true, and how to tell us where it is not.',
  text: `## Tell us about a barrier {#report}

[Use this form]({{to.contact}}) and choose “Something keeps me from using the site”. You can leave your e-mail address or not. Say what you wanted to do and what stopped you; you do not need to say anything about yourself.

We aim to answer within {{reply.days}}. **If a barrier keeps you from applying before a closing date, say so**: write to {{mailbox}} as well, and we will find another way with you in time.

## What we aim for {#standard}

Each page meets the Web Content Accessibility Guidelines, version 2.2, level AA, and what the standard EN 301 549 asks of web pages. The department follows the Accessible Canada Act.

## What that means here {#means}

- Everything works with the keyboard alone, and you always see where you are.
- Everything works without JavaScript, and on a screen 320 pixels wide without scrolling sideways.
- Text can be enlarged four times. Dark and light follow your system.
- Nothing depends on colour, sound or movement alone. Nothing flashes or moves by itself.
- Each field has its label, and an error says in words how to repair it. What you typed is kept.
- Drawings and charts have a text or a table that says the same.
- English and French say the same, and a screen reader is told which is which.
- Nothing has a time limit except the closing of an opportunity and a code that is sent to you, good for {{code.minutes}}. A new code can be asked for.

## How we check {#checks}

Before each change is accepted, a program opens every kind of page in both languages and in every state that we know. It looks for errors against the guidelines, for invalid code, and for sideways scrolling at 320 pixels. Whole tasks are also done with the keyboard, and without JavaScript.

A program finds only part of the barriers. People find the rest, which is why your report matters.

## What is not good enough yet {#limits}

- **Nobody who uses a screen reader every day has gone through all of it.** If you do, and are willing to show us, write to us.
- **PDF files** that we make carry headings and tables for screen readers. The same facts are always on a page too, which we suggest you use. Files that others hand in may be worse.
- **Other people’s sites**, such as code hosts and payment providers, are not ours to repair. If one keeps you from working with us, tell us: another way can be agreed.
- **Checking a draw by yourself** takes some skill with a command line. The page of the draw does it for you.

## If the answer does not help {#complain}

You can complain to the department at {{mailbox}}. You can also turn to the Canadian Human Rights Commission, where the Accessibility Commissioner receives complaints.
`,
}
