import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { TextField } from '../ui/fields.tsx'
import { ActionBar, Button, Form } from '../ui/form.tsx'
import { Empty } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { RecordLine } from './pages.record.ts'
import { recordTexts } from './texts.record.ts'

/** The department's record, of all files or of one. */
export function RecordPage({
  language,
  lines,
  number,
  noSuchFile,
  older,
}: {
  language: Language
  lines: readonly RecordLine[]
  number: string
  noSuchFile: boolean
  older: string | undefined
}) {
  return (
    <>
      <h1>{recordTexts.title[language]}</h1>
      <p class="lead">{recordTexts.lead[language]}</p>
      <Form action={path('/record', language)} language={language} method="get">
        <TextField
          language={language}
          name="file"
          label={recordTexts.fileNumber[language]}
          hint={recordTexts.fileHint[language]}
          value={number}
          width="s"
          optional
          error={noSuchFile ? recordTexts.noSuchFile(number)[language] : undefined}
        />
        <ActionBar>
          <Button kind="plain">{recordTexts.show[language]}</Button>
        </ActionBar>
      </Form>
      <HistoryTable language={language} lines={lines} withFile />
      {older && (
        <p>
          <a href={older}>{recordTexts.older[language]}</a>
        </p>
      )}
    </>
  )
}

/** All that happened to one file. */
export function FileHistoryPage({
  language,
  number,
  title,
  lines,
}: {
  language: Language
  number: string
  title: string
  lines: readonly RecordLine[]
}) {
  return (
    <>
      <h1>{recordTexts.fileTitle(number)[language]}</h1>
      <p class="lead">{title}</p>
      <HistoryTable language={language} lines={lines} />
    </>
  )
}

/** Events, newest first: when, what, who. */
export function HistoryTable({
  language,
  lines,
  withFile,
}: {
  language: Language
  lines: readonly RecordLine[]
  withFile?: boolean
}) {
  if (lines.length === 0)
    return (
      <Empty head={recordTexts.none[language]} level={2}>
        <p>{recordTexts.noneMore[language]}</p>
      </Empty>
    )
  const { when, what, who, file } = recordTexts
  return (
    <FoldTable
      caption={recordTexts.caption[language]}
      columns={[what, when, who, ...(withFile ? [file] : [])].map((label) => ({ label: label[language] }))}
      rows={lines.map((line) => [
        line.what,
        line.when,
        line.who,
        ...(withFile
          ? [line.file?.href ? <a href={line.file.href}>{line.file.number}</a> : (line.file?.number ?? '–')]
          : []),
      ])}
    />
  )
}
