import type { Half } from './defaults.ts'

/** The guide for government teams that have work to give. */
export const clientsEnglish: Half = {
  title: 'Guide for government teams',
  lead: 'You have a backlog and nobody free for it. This is how one item becomes code that somebody outside writes, in the open, for a fixed price.',
  text: `## Is it for you? {#fits}

It is, when you can say yes to all of this:

- it is **code**, and it can be published under an open-source licence;
- nothing in it is protected or classified;
- it can be done from anywhere, and it stands alone;
- the price with tax stays within {{limit}};
- nobody in your team has the time to do it;
- somebody in your team will read it, merge it and look after it.

A person for three months, advice, a product off the shelf, or work on secrets: those are bought in another way. [Four questions]({{to.options}}) tell you which one fits and how long each takes. They need no sign-in.

## What it asks of you {#effort}

About a day of your time, in short pieces: an hour to write the need, some answers, an evaluation of an hour or two, and the review of the code. What took longest in the past was writing the statement and waiting for it to move. So the page that you write in tells you at each field what is missing, and each person after you has one page and one decision.

## Ask {#ask}

[The four questions]({{to.options}}) end with one short form: what you need, for which product, and who will look after the code. You may paste an issue from GitHub or GitLab instead. You hear back with a yes, a question, or a reason why another way fits better. Procurement then says Go, once.

## Write the statement {#write}

You write it with the program team, each in your own window. The parts that decide whether you get good code:

### Work acceptance criteria: what you will check {#write-work}

These come first, as W1, W2 and so on. Each is something that anybody can see is true or not: “The Tab key leaves the calendar in both directions”, not “The calendar is accessible”. When the work arrives you check these **and nothing else**, so what is not here, you will not get. Say something about licence, security and tests, and about accessibility if there is a screen.

### Application evaluation: whom you trust to do it {#write-application}

As E1, E2 and so on. Two are enough: one thing that the person did before, and how they would go about yours. Ask for something that a student can show too. “Five years of experience” keeps out the people that this program is for. Each criterion is pass or fail; nobody gets points.

### The price {#write-price}

The price is an hourly rate times the hours that you expect, plus {{admin.hours}} for the supplier’s paperwork. From {{rate.min}} to {{rate.max}} an hour is usual. Be honest with the hours: too low a price brings no applications, and nobody can raise it later. With the highest sales tax it must stay within {{limit}}.

### The dates {#write-dates}

A posting lasts at least {{posting.min}}; {{posting.usual}} is better. Leave enough time to deliver: no more than {{week.hours}} of work a week, and less if you hope for students.

### What you provide {#write-help}

A repository, a test environment, sample data: each with a day. If you are late, the delivery date moves by as many days.

## One need is one purchase {#splitting}

Do not cut one need into pieces to stay under the limit. A second bug that nobody knew of is a new need; the second half of a known one is not. The program compares each posting with your other files and asks procurement when in doubt. A short, true explanation is all it takes.

## Approvals {#approvals}

You do not carry papers around. The statement is checked by procurement, spending is approved under section 32, finance sets the money aside, and a named person attests that English and French say the same. Each gets one link to one page. You see at any time whose turn it is, and since when.

One person does not hold two of these on one file: whoever asks for the work does not approve the spending, certify the invoice or pay it.

## While it is open {#open}

- **Questions** come until {{questions.until}} before closing. You draft the answer; it goes to everybody at once, in both languages.
- **A change** is a numbered amendment that shows what is new. Closing may move later, never earlier.
- **Applications are sealed.** Nobody on staff can read one, or tell how many there are, before closing. Do not ask suppliers whether they applied.

## Evaluate {#evaluate}

You read answers without names, as “Applicant 1”, in an order that is not that of arrival. For each criterion you decide pass or fail and write **why**, in a sentence that the applicant will read. First you declare that you have no interest in the result.

Judge only what the criterion asks. A plain answer that meets it passes; a brilliant one that does not, fails. Procurement confirms, and then nobody can change it.

If several pass, a public draw decides. You do not choose among them, and you do not need to.

## The work {#work}

You meet the supplier once both sides have signed. Name one person who answers questions within a day: most delays start with a question that nobody answered. Review early and in the open.

When it is delivered, go through the work acceptance criteria one by one. If one is not met, say which and why; the supplier corrects it. If all are met, accept it. A wish that comes up now is the next piece of work, not this one.

Late? Ask first. You can agree on a new date. If it never comes, nothing is paid, and the next in the order may take over.

## Pay, and share {#pay}

We draft the invoice. Another person certifies it under section 34, and we aim to pay within {{payment.days}}. The code is then listed, so that other teams find it. Merge it, and tell the supplier that you did: for many it is the first line of code that a government runs.

## Before you ask {#checklist}

- One sentence says what will be different once it is done.
- Somebody will review within a week of delivery, and is named.
- The code may be public, and so may its history.
- You looked for existing code that does it already.
- You can say what the work is without the name of a supplier.

Something is missing? [Write to us]({{to.contact}}), or read [the frequent questions]({{to.faq}}).
`,
}
