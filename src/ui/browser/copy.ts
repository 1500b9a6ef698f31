/** Puts a button into each slot: it copies the text of the element that the slot names, and says so. */
export function offerCopies(root: ParentNode): void {
  for (const slot of root.querySelectorAll<HTMLElement>('[data-copies]')) {
    const { copies = '', copy = '', name = '', copied = '', failed = '' } = slot.dataset
    const source = document.getElementById(copies)
    if (!source || !('clipboard' in navigator)) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn plain'
    button.textContent = copy
    const named = document.createElement('span')
    named.className = 'vh'
    named.textContent = ` ${name}`
    button.append(named)
    const told = document.createElement('span')
    told.setAttribute('role', 'status')
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(source.innerText).then(
        () => {
          told.textContent = copied
        },
        () => {
          told.textContent = failed
        },
      )
    })
    slot.append(button, ' ', told)
    slot.hidden = false
  }
}
