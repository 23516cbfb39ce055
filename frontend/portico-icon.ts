/** A sign of 16 pixels, as the server's parts draw it; screen readers pass over it. */
export function icon(address: string): HTMLElement {
  const made = document.createElement('span');
  made.className = 'i';
  made.setAttribute('aria-hidden', 'true');
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', address);
  drawing.append(use);
  made.append(drawing);
  return made;
}
