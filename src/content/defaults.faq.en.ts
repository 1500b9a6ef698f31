import type { Half } from './defaults.ts'

/** Frequent questions. An answer of the queue becomes an entry at the end. */
export const faqEnglish: Half = {
  title: 'Frequent questions',
  lead: 'Short answers. The guides say more, and the notice of each opportunity always counts first.',
  text: `## In general {#general}

### What is this? {#what}

A place where government teams post small pieces of open-source work at a fixed price of at most {{limit}} with tax, and where anyone who may work in Canada can apply.

### Is this a job? {#job}

No. You are an independent supplier for one piece of work. There is no salary, no leave and no boss; you deliver what the notice describes, and send an invoice.

### Why a fixed price, and a draw? {#why}

So that the choice is about who can do the work, and not about who asks for least or knows whom. Whoever passes all criteria can do it. Among those, chance is fair, and anybody can check it.

### There is nothing open. What now? {#nothing-open}

[Subscribe]({{to.subscribe}}): you get an e-mail when something is posted, and nothing else. [Results]({{to.results}}) show what was bought before.

## Applying {#applying}

### Do I need an account? {#account}

No. To read, you need nothing. To apply, you need an e-mail address: we send a six-digit code to it each time.

### Can I apply if I have never sold to a government? {#first-time}

Yes; that is whom this is for. The [guide]({{to.guide}}) starts from nothing.

### Can I apply with friends? {#together}

One supplier applies and signs for all. It may be a firm, a co-operative, or one of you. The application names the person who does the work.

### Can I apply to several opportunities? {#several}

Yes, once to each. If you were chosen twice, you would have to deliver both by their dates.

### Can I change my application after sending it? {#change}

Yes, until closing, as often as you like. The last one you sent counts. You can also withdraw it.

### I missed the closing by a minute. {#late}

Then it cannot be taken, whoever you are and whatever the reason. If our site was down for long in the last day, we can move the closing for everybody.

### May I ask a question first? {#ask}

Yes, on the page of the opportunity, until {{questions.until}} before closing. The answer is published for everybody, without your name. For anything else, [write to us]({{to.contact}}).

### May I use AI? {#ai}

Yes, and you answer for the result. Read [what that means]({{to.guide}}#machine).

## Results {#results}

### Who sees my answers? {#who-sees}

Before closing, nobody on staff: they are [sealed]({{to.guide}}#evaluation). After it, the evaluators, without your name. Your answers are never published.

### Why did I not get it? {#not-chosen}

You receive the decision on each criterion with its reason. If all passed, another application was drawn before yours. You can ask for a debrief.

### What becomes public if I am chosen? {#public}

The name of the supplier, the price, the repository and whether the work was delivered. If it never was, the page says so without a name.

## Work and money {#money}

### Who owns the code? {#copyright}

You do. You publish it under the licence that the notice names, so that everybody may use it.

### When am I paid? {#paid}

We aim for {{payment.days}} after a correct invoice for accepted work. {{payment.law}} is the outer limit. Your payment provider may hold the money for longer: see [what it costs and holds]({{to.guide}}#payment).

### Can I be paid in part, before the end? {#advance}

No. The work is small, and is paid once, when it is accepted.

### Do I charge tax? {#tax}

Only if you are registered for GST/HST or QST. The [guide]({{to.guide}}#tax) says more, on income tax as well.

## This site {#site}

### Something does not work. {#broken}

[Tell us]({{to.contact}}), with or without your e-mail address. There is a link at the foot of each page.

### Why do you use cookies? {#cookies}

One keeps you signed in. Another ties a code to the browser that asked for it. Nothing follows you, here or elsewhere: see the [privacy notices]({{to.privacy}}).

### May I use your data, or your code? {#open-data}

Yes. What is published here may be reused, and the program itself is open source.
`,
}
