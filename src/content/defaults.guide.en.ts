import type { Half } from './defaults.ts'

/** The guide for suppliers, written for somebody who has never sold anything to a government. */
export const guideEnglish: Half = {
  title: 'Guide for suppliers',
  lead: 'For students, freelancers and small firms. Fifteen minutes of reading; nobody needs to have worked for a government before.',
  text: `## What you will find here {#what}

A public team has a small piece of work on open-source code: a bug, a feature, tests, an accessibility repair. It posts the work with a **fixed price**, says exactly when it counts as done, and takes applications until a closing date.

The price is at most {{limit}} with tax. It never goes down in an auction, and it includes {{admin.hours}} for the paperwork: applying, signing, invoicing. Prices are set from about {{rate.min}} to {{rate.max}} an hour.

[See what is open]({{to.opportunities}}), or [be told of the next one]({{to.subscribe}}).

## Who can apply {#who}

You, as a person or as a business, when all of this is true:

- the person who does the work is **allowed to work in Canada**;
- they are old enough to sign a contract where they live;
- nobody involved is barred from federal contracts or convicted of fraud against the government.

You affirm it by ticking one box. We keep your “yes”, never your status. There is **one application for each supplier**, affiliates included: firms that own yours, that yours owns, or that the same people control.

Public servants may apply. If chosen, they need their director general’s agreement and a conflict-of-interest statement before work begins.

## How to apply {#apply}

1. Read the **work acceptance criteria** (W1, W2…). They say what you must deliver.
2. Answer the **application evaluation** questions (E1, E2…), at most {{answer.words}} each, in English or in French.
3. Fill in who you are. Evaluators never see this part.
4. Send it. You get a receipt with a fingerprint of what you sent. Keep that e-mail: [a page checks it]({{to.receipt}}).

You need an e-mail address, not an account: we send you a six-digit code, good for {{code.minutes}}. You can save a draft, and change or withdraw your application until closing.

**Late is late.** Closing is an instant, and our server’s clock decides. Do not wait for the last minute.

Something in the notice is not clear? Ask on the page of the opportunity, until {{questions.until}} before it closes. The answer goes to everybody at once, without your name.

## How applications are evaluated {#evaluation}

Applications are sealed when you send them. Until closing, the database, its backups and every staff account together cannot read your application, nor tell how many there are. Whoever runs the servers and holds the key files could; each opening is recorded, and each attempt before closing too.

After closing, evaluators read your answers as “Applicant 3”, without your name. Each criterion is a **pass or a fail**, with a reason in writing that you receive in either case. You pass when every criterion passes. There are no points, so a longer answer is not a better one.

So: **do not write your name**, your company’s, your user name or a client’s in the answers. What could tell who you are is hidden before evaluation. A link to public code is fine when the criterion asks for one.

## When several pass: the draw {#draw}

If one application passes, it is chosen. If several pass, a **public draw** ranks them all, so there is always a runner-up.

A sealed number is fixed when the opportunity is posted. The list of applications is fixed at closing. The last ingredient is a public number that does not exist yet when results are locked, such as lottery numbers. Mixed together, the three give the order. You can check it yourself with the e-mails that we sent you.

What a check cannot show: that the evaluation was fair, or that two suppliers do not know each other.

## If you are chosen {#chosen}

We aim to tell you within {{result.days}} of closing, once the public number of a draw is known. You get an offer by e-mail. Within {{offer.days}} you:

- confirm the delivery date and the price;
- choose how you are paid;
- sign one page of terms online.

Canada signs too, **before any work starts**. Then you meet the team. If you decline, or do not answer in time, the next in the order gets the offer.

## If you are not chosen {#not-chosen}

You are told which of two things happened: a criterion was not met, with the reason; or you passed and another was drawn first.

You can write to {{mailbox}} and ask for a debrief. You can also complain to the Office of the Procurement Ombud, as a rule within {{complaint.days}} of the public notice of the award. Nothing that you do here counts against you next time.

## The work, and when it is accepted {#work}

You work in the open, in the repository that the notice names. You keep the copyright and publish under the licence named there.

The team checks the delivery against the work acceptance criteria **and nothing else**. If one is not met, it says which and why, and you can correct it. If you will be late, say so early: a new date can be agreed. A delivery that never comes is not paid, and the public page then shows no name.

## Being paid {#payment}

Once the work is accepted we draft your invoice; you check it and send it. We aim to pay **within {{payment.days}}**, and {{payment.law}} is the outer limit. You are paid by card on your own terminal, or by your own PayPal link. When neither works, we can pay by direct deposit, which takes longer.

### What PayPal or a terminal costs {#payment-cost}

You may not add a fee for being paid, so do this sum before you apply. Your provider takes a share of each payment, and often some cents. At 3%, a payment of $5,000.00 leaves you $4,850.00. Look up your own provider’s rate: a business account, a payment from another country and a change of currency can each cost more. The fixed price is meant to leave room for it.

### Money that is held {#payment-held}

A provider **may hold** a payment before you can use it, above all in a new account, after a first large payment, or when your identity is not verified yet. This can last three weeks. We cannot shorten it, and we have paid once the provider has the money.

- Open the account now, not after you win.
- Verify your identity, your bank account and your e-mail address with the provider.
- Use the name that is on your application, so that payer and payee match.
- Keep our confirmation e-mail: the provider may ask what the payment is for.

## Taxes {#tax}

**Sales tax.** If you are registered for GST/HST or QST, you add the tax to the price and show your number. If you are not registered, your invoice shows none. As a rule you must register once your sales pass $30,000.00 over four quarters; below that, you may.

**Income tax.** What you are paid is income, even if it is your only contract. Nothing is withheld and no slip may come, so keep our invoice and put money aside. A person who works alone reports it as self-employment income. What you spent on the work, such as the share that PayPal kept, may be deducted.

**Loans and benefits.** If you receive student aid, employment insurance, social assistance or a tax credit, ask whoever pays it how this income changes it, **before** you sign.

We cannot advise you on your case. The Canada Revenue Agency answers questions, and many student unions hold free tax clinics.

## If you are here on a permit {#permit}

A study or work permit can limit how many hours you work, and for whom. Work that you do as your own supplier usually counts.

Do the sum **before** you apply. The notice says about how many hours the work takes and when it is due. A work of 60 hours due in four weeks is 15 hours a week. Add the hours of your other jobs, then compare with your permit. No delivery date asks for more than {{week.hours}} a week, which is more than most permits allow during a term.

Whether your permit allows it is for you to check with the authority that issued it. We do not ask for it, and we cannot tell you. If it does not fit, wait for a smaller piece of work.

## Text and code written with AI {#machine}

You may use such tools, for the answers and for the work, and you answer for the result.

- **Answers** must be about what you really did and would really do. An answer that could be anybody’s does not pass. The example that you name is checked.
- **Code** must be yours, or under a licence that lets you publish it. Name the parts made by others or by a machine, in the pull request or the commits.
- **You** must be able to explain every line in review. “The tool wrote it” is no answer to a question about a fault.
- Do not paste anything into a tool that is not public already.

## An example of an answer that passes {#example}

The opportunity here is invented. Its first question was:

> E1. You have repaired focus handling before. Link one public example and say what was wrong, what you changed, and how you checked it.

### The answer {#example-answer}

> A menu component kept focus on a button that it had removed from the page, so the Tab key started again from the top. I moved focus to the button that opened the menu before removing the list, and restored it on Escape. I first wrote a test that pressed Escape on each item: it failed on the old code for all nine items. Then I went through the menu with NVDA in Firefox and VoiceOver in Safari, in both directions, and found one more case, a menu closed by clicking outside, which I repaired the same way. The change and its tests are in the pull request linked below. What I would do differently: the first version also moved focus when the menu was never opened by keyboard, which the maintainers noticed in review.

### Why it passes {#example-why}

- It answers all three parts of the question: what was wrong, what changed, how it was checked.
- It is one thing, told in detail. A list of ten projects would say less.
- It can be verified, and it names nobody.
- It is well under {{answer.words}}. A short answer loses nothing.

### The same story, told so that it does not pass {#example-not}

> I am a senior developer with eight years of accessibility experience at a leading agency. I have fixed many focus issues in large applications and always follow best practices. My code is tested thoroughly. I am passionate about inclusive design and would be a great fit.

Nothing in it can be checked, no part of the question is answered, and it is about the person where it should be about the work.

## Before you send {#checklist}

- You have read every work acceptance criterion, and could deliver all of them by the date.
- Every part of every question has an answer, within {{answer.words}}.
- Links open in a private window, without signing in.
- Your name, employer and user name are not in the answers.
- You can be paid by card or PayPal, as of today.
- Hours, permit and taxes: you did the sums.

Anything left? The [frequent questions]({{to.faq}}) may have it; otherwise [write to us]({{to.contact}}). [How the whole process works]({{to.process}}) has a page of its own.
`,
}
