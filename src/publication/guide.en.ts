import type { Guide } from './texts.guide.ts'

/** The guide for suppliers, written for somebody who has never sold anything to a government. */
export const guideEnglish: Guide = {
  lead: 'For students, freelancers and small firms. Ten minutes of reading; nobody needs to have worked for a government before.',
  sections: {
    what: {
      head: 'What you will find here',
      text: `A public team has a small piece of work on open-source code: a bug, a feature, tests, an accessibility repair. It posts the work with a **fixed price**, says exactly when it counts as done, and takes applications until a closing date.

The price is at most $10,000.00 with tax. It never goes down in an auction, and it includes 10 hours for the paperwork: applying, signing, invoicing.`,
    },
    who: {
      head: 'Who can apply',
      text: `You, as a person or as a business, when all of this is true:

- the person who does the work is **allowed to work in Canada**;
- they are old enough to sign a contract where they live;
- nobody involved is barred from federal contracts or convicted of fraud against the government.

You affirm it by ticking one box. We keep your “yes”, never your status. There is **one application for each supplier**, affiliates included: firms that own yours, that yours owns, or that the same people control.

Public servants may apply. If chosen, they need their director general’s agreement and a conflict-of-interest statement before work begins.`,
    },
    apply: {
      head: 'How to apply',
      text: `1. Read the **work acceptance criteria** (W1, W2…). They say what you must deliver.
2. Answer the **application evaluation** questions (E1, E2…), at most 250 words each, in English or in French.
3. Fill in who you are. Evaluators never see this part.
4. Send it. You get a receipt with a fingerprint of what you sent. Keep that e-mail.

You need an e-mail address, not an account: we send you a six-digit code. You can save a draft, and change or withdraw your application until closing.

**Late is late.** Closing is an instant, and our server’s clock decides. Do not wait for the last minute.`,
    },
    evaluation: {
      head: 'How applications are evaluated',
      text: `Applications are sealed when you send them. Nobody can open one before closing, staff included.

After closing, evaluators read your answers as “Applicant 3”, without your name. Each criterion is a **pass or a fail**, with a reason in writing that you receive in either case. You pass when every criterion passes. There are no points, so a longer answer is not a better one.

So: **do not write your name**, your company’s, your user name or a client’s in the answers. What could tell who you are is hidden before evaluation. A link to public code is fine when the criterion asks for one.`,
    },
    draw: {
      head: 'When several pass: the draw',
      text: `If one application passes, it is chosen. If several pass, a **public draw** ranks them all, so there is always a runner-up.

A secret number is fixed when the opportunity is posted. The list of applications is fixed at closing. The last ingredient is a public number that does not exist yet when results are locked, such as lottery numbers. Mixed together, the three give the order. You can check it yourself with the e-mails that we sent you.

What a check cannot show: that the evaluation was fair, or that two suppliers do not know each other.`,
    },
    chosen: {
      head: 'If you are chosen',
      text: `You get an offer by e-mail. Within a few business days you:

- confirm the delivery date and the price;
- choose how you are paid;
- sign one page of terms online.

Canada signs too, **before any work starts**. Then you meet the team. If you decline, or do not answer in time, the next in the order gets the offer.`,
    },
    notChosen: {
      head: 'If you are not chosen',
      text: `You are told which of two things happened: a criterion was not met, with the reason; or you passed and another was drawn first.

You can write to the program’s address and ask for a debrief. You can also complain to the Office of the Procurement Ombud, as a rule within 30 working days of the public notice of the award. Nothing that you do here counts against you next time.`,
    },
    work: {
      head: 'The work, and when it is accepted',
      text: `You work in the open, in the repository that the notice names. You keep the copyright and publish under the licence named there.

The team checks the delivery against the work acceptance criteria **and nothing else**. If one is not met, it says which and why, and you can correct it. If you will be late, say so early: a new date can be agreed. A delivery that never comes is not paid, and the public page then shows no name.`,
    },
    payment: {
      head: 'Being paid, and what it may cost you',
      text: `Once the work is accepted we draft your invoice; you check it and send it. We aim to pay **within 7 days**, by card on your own terminal, or by your own PayPal link.

You may not add a fee for this, so look at what it costs before you apply:

- PayPal or your card provider **may** take a share of the payment;
- PayPal **may** hold the money for some days, above all in a new account;
- receiving in another currency **may** cost a conversion.

The fixed price is meant to leave room for it. Open and verify your account before you apply, not after you win.`,
    },
    tax: {
      head: 'Taxes',
      text: `**Sales tax.** If you are registered for GST/HST or QST, you add the tax to the price and show your number. If you are not registered, your invoice shows none.

**Income tax.** What you are paid is income. Nothing is withheld, so put some aside. Students and people who receive benefits should look at how it changes them. We cannot advise you on your case.`,
    },
    permit: {
      head: 'If you are here on a permit',
      text: `A study or work permit can limit how many hours you work, and for whom. The notice says about how many hours the work takes and when it is due: divide one by the other **before** you apply. Whether your permit allows it is for you to check with the authority that issued it. We do not ask for it, and we cannot tell you.`,
    },
    machine: {
      head: 'Text and code written with AI',
      text: `You may use such tools, for the answers and for the work, and you answer for the result.

- **Answers** must be about what you really did and would really do. An answer that could be anybody’s does not pass.
- **Code** must be yours, or under a licence that lets you publish it. Name the parts made by others or by a machine, in the pull request or the commits.
- Do not paste anything into a tool that is not public already.`,
    },
  },
  example: {
    head: 'An example of an answer that passes',
    lead: 'The opportunity here is invented. Its first question was:',
    criterion:
      'E1. You have repaired focus handling before. Link one public example and say what was wrong, what you changed, and how you checked it.',
    answer:
      'A menu component kept focus on a button that it had removed from the page, so the Tab key started again from the top. I moved focus to the button that opened the menu before removing the list, and restored it on Escape. I first wrote a test that pressed Escape on each item: it failed on the old code for all nine items. Then I went through the menu with NVDA in Firefox and VoiceOver in Safari, in both directions, and found one more case, a menu closed by clicking outside, which I repaired the same way. The change and its tests are in the pull request linked below. What I would do differently: the first version also moved focus when the menu was never opened by keyboard, which the maintainers noticed in review.',
    why: [
      'It answers all three parts of the question: what was wrong, what changed, how it was checked.',
      'It is one thing, told in detail. A list of ten projects would say less.',
      'It can be verified, and it names nobody.',
      'It has 135 words. A short answer loses nothing.',
    ],
  },
  checklist: {
    head: 'Before you send',
    items: [
      'You have read every work acceptance criterion, and could deliver all of them by the date.',
      'Every part of every question has an answer, within 250 words.',
      'Links open in a private window, without signing in.',
      'Your name, employer and user name are not in the answers.',
      'You can be paid by card or PayPal, as of today.',
      'Hours, permit and taxes: you did the sums.',
    ],
  },
}
