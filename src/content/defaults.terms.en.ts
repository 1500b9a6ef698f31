import type { Half } from './defaults.ts'

/** Terms of use of the site; the terms of a piece of work are a document of their own. */
export const termsEnglish: Half = {
  title: 'Terms of use',
  lead: 'For using this site. The terms of a piece of work are a page of their own, which both sides sign.',
  text: `## What counts {#counts}

The notice of an opportunity, with its amendments and published answers, says what is bought and how. If a guide, a letter or a drawing says something else, **the notice counts**. English and French are equal.

Dates and hours of a notice are those of the zone that stands beside them. The clock of our server decides what is on time.

## Using the site {#using}

You may read, link to and print everything, and use what it publishes as data. You do not need to ask.

When you write something here:

- write what is true, and only for yourself or for a supplier that you may sign for;
- keep the codes that we send you to yourself: whoever has one acts in your name;
- leave out what is secret, and what is private to somebody else;
- do not try to learn who applied, how many did, or what others wrote;
- do not try to break the site, or to burden it so that others cannot use it.

If you find a weakness, [tell us]({{to.contact}}) before you tell others. We thank people who do, and do not pursue them.

## What is yours {#yours}

What you write in an application stays yours. You let the department read it, keep it and use it to choose a supplier, to answer complaints and to be audited. Code that you write under a contract stays yours too, under the open-source licence named in the notice.

## What you can rely on {#rely}

- An application that we confirmed with a receipt counts. Keep the receipt.
- A closing never moves earlier.
- What we decide about you comes with its reason.

## What you cannot rely on {#not-rely}

- **That the site is always up.** If it was down for long in the last day before a closing, we can move the closing for everybody. Send early all the same.
- **That there will be work.** A posting may be withdrawn, with a reason. Nobody is paid for applying.
- **That guides are advice.** They explain; for taxes, permits and benefits, ask those who decide on them.
- **Other people’s sites** that we link to.

## Links, names and marks {#links}

A link is not a recommendation. Names of products belong to their owners. The program that runs this site is open source, under its own licence; the names and signs of governments are not part of it.

## If something goes wrong {#wrong}

[Write to us]({{to.contact}}). About the choice of a supplier you can also turn to the Office of the Procurement Ombud, as a rule within {{complaint.days}} of the public notice of the award.

The laws of Canada apply, and those of the province of the department’s address. What we keep about you is in the [privacy notices]({{to.privacy}}).

## When these terms change {#changes}

The day of the last change stands on this page. A change does not touch an opportunity that is already open.
`,
}
