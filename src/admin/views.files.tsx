import type { Language } from '../platform/i18n.ts'
import { Fold } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { BoardRow, EndedRow } from './pages.rows.ts'
import { boardTexts as texts } from './texts.board.ts'

/** The name of a file as a list says it: its title, its number, its team. */
export function FileName({ file, href, language }: Pick<BoardRow, 'file' | 'href'> & { language: Language }) {
  return (
    <>
      {href ? (
        <a href={href} lang={file.titleIn}>
          {file.title[language]}
        </a>
      ) : (
        <span lang={file.titleIn}>{file.title[language]}</span>
      )}
      <br />
      <span class="small quiet regular">
        {file.number} · {file.team[language]}
      </span>
    </>
  )
}

/** Files that ended, how and when. */
export function EndedTable({ rows, language }: { rows: readonly EndedRow[]; language: Language }) {
  return (
    <FoldTable
      caption={texts.ended[language]}
      captionHidden
      columns={[
        { label: texts.file[language] },
        { label: texts.outcome[language] },
        { label: texts.endedOn[language] },
      ]}
      rows={rows.map(({ file, href, how, on }) => [
        <FileName key="file" file={file} href={href} language={language} />,
        how[language],
        on?.[language] ?? texts.none[language],
      ])}
    />
  )
}

/** The same, folded away: they are over. */
export const EndedFold = ({ rows, language }: { rows: readonly EndedRow[]; language: Language }) =>
  rows.length === 0 ? null : (
    <Fold label={texts.ended[language]} count={rows.length}>
      <EndedTable rows={rows} language={language} />
    </Fold>
  )
