import type { Language } from '../platform/i18n.ts'
import { htmlDocument } from '../ui/document.ts'
import type { ReportSheet } from './pages.ts'
import { ReportPage } from './views.tsx'

/** The report as one HTML file that needs nothing else, to keep or to print. */
export const reportHtml = (sheet: ReportSheet, language: Language): string =>
  htmlDocument(
    <html lang={`${language}-CA`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{sheet.title}</title>
        <style>{styles}</style>
      </head>
      <body>
        <main>
          <ReportPage sheet={sheet} language={language} />
        </main>
      </body>
    </html>,
  )

const styles = `body{font:1rem/1.5 Georgia,serif;margin:2rem auto;max-width:62rem;padding:0 1rem;color:#14202b;background:#fff}
h1,h2,h3,caption,th,.eyebrow{font-family:system-ui,sans-serif}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}
caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{border-bottom:1px solid #8a97a3;padding:.4rem .6rem;text-align:left;vertical-align:top}
.n{text-align:right;white-space:nowrap}
@media print{body{margin:0;max-width:none}tr{break-inside:avoid}}`
