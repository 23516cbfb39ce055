import type { Area, Picture } from './graph-drawing';

const SIDES: [string, string, number, number][] = [
  ['left', 'to the left', -1, 0],
  ['right', 'to the right', 1, 0],
  ['above', 'above', 0, -1],
  ['below', 'below', 0, 1],
];

/** What lies outside of what is in sight, said at each edge of it; a click goes there. */
export class Outside {
  readonly element = document.createElement('div');
  private readonly sides: HTMLButtonElement[];

  constructor(go: (x: number, y: number) => void) {
    this.element.className = 'outside';
    this.sides = SIDES.map(([name, , x, y]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = name;
      button.hidden = true;
      button.addEventListener('click', () => go(x, y));
      return button;
    });
    this.element.append(...this.sides);
  }

  /** Counts each box once: at the side where it lies, else above or below. */
  count({ nodes, boxWidth, boxHeight }: Picture, { left, top, right, bottom }: Area) {
    const counts = [0, 0, 0, 0];
    for (const { x, y } of nodes) {
      const side = x + boxWidth <= left ? 0 : x >= right ? 1 : y + boxHeight <= top ? 2 : y >= bottom ? 3 : -1;
      if (side >= 0) {
        counts[side]++;
      }
    }
    this.sides.forEach((button, at) => {
      const said = counts[at] ? `${counts[at].toLocaleString('en')} more ${SIDES[at][1]}` : '';
      if (button.textContent !== said) {
        button.textContent = said;
        button.hidden = !said;
      }
    });
  }
}
