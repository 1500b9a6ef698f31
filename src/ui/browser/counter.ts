import { countLine, countOf, type Unit } from '../count.ts'

/** Rewrites the line under each limited field as one types. It is read aloud only near the limit, after a pause. */
export function countLive(root: ParentNode): void {
  for (const line of root.querySelectorAll<HTMLElement>('[data-counts]')) {
    const field = document.getElementById(line.dataset.counts ?? '')
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) follow(field, line)
  }
}

function follow(field: HTMLTextAreaElement | HTMLInputElement, line: HTMLElement): void {
  const { most = '0', unit, within = '', over = '' } = line.dataset
  const counted: Unit = unit === 'characters' ? 'characters' : 'words'
  const shown = line.querySelector('span') ?? line
  const told = line.appendChild(document.createElement('span'))
  told.className = 'vh'
  told.setAttribute('role', 'status')
  let pause = 0

  field.addEventListener('input', () => {
    const count = countOf(field.value, counted)
    const sentence = countLine(count, Number(most), { within, over })
    shown.textContent = sentence
    shown.className = count > Number(most) ? 'over' : ''
    clearTimeout(pause)
    if (count > Number(most) * 0.9)
      pause = window.setTimeout(() => {
        told.textContent = sentence
      }, 1000)
  })
}
