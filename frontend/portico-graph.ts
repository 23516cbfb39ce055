import { box, edgePaths, farBoxes, nameAlone, svg, widened, type Area, type GraphNode, type Picture } from './graph-drawing';
import { Outside } from './graph-outside';
import { standalone } from './graph-export';

/** The scale from which all that stands in a box is readable, from which its name is, and with which one begins. */
const WHOLE = 0.62;
const NAMES = 0.3;
const BEGINNING = 0.85;
const SMALL_BEGINNING = 0.45;
/** The letters of names that stand alone and the boxes around them, as they are seen. */
const LETTERS = 10.5;
const NAME_WIDTH = 84;
const WIDEST = 2.6;
const SMALLEST = 0.02;
const LARGEST = 2;
const MOST_BOXES = 400;
const MARGIN = 24;
const KEYS =
  'Arrow keys follow the relations, Home goes to the root, Enter shows the graph of what is focused, plus and minus zoom, 0 shows all.';

/**
 * A graph that the server laid out, to be moved, zoomed and walked through by keyboard.
 *
 * Only the boxes in sight are in the document, and one of them takes the focus. Tells the server by `graph-picked` what
 * was focused or clicked, and by `graph-opened` what was double-clicked or entered.
 */
class PorticoGraph extends HTMLElement {
  private picture?: Picture;
  private narrow?: Picture;
  private factor = 1;
  private letters = 0;
  private links: number[][] = [];
  private columns: number[][] = [];
  private counts: [number, number][] = [];
  private drawn?: Area;
  private readonly boxes = new Map<number, SVGGElement>();
  private readonly world = svg('g');
  private readonly near = svg('g');
  private readonly lines = svg('g', { class: 'all-lines' });
  private readonly nearLines = svg('g', { class: 'near-lines' });
  private readonly marked = svg('g', { class: 'marked', 'aria-hidden': 'true' });
  private readonly stage = document.createElement('div');
  private readonly buttons = this.controls();
  private readonly outside = new Outside((x, y) => this.wander(x, y));
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private scale = 1;
  private x = 0;
  private y = 0;
  private active = 0;
  private moved = false;
  private touched = false;
  private placed = false;
  private drawing = 0;
  private telling = 0;

  connectedCallback() {
    if (this.stage.isConnected) {
      return;
    }
    this.stage.className = 'stage';
    this.stage.setAttribute('role', 'application');
    this.stage.setAttribute('aria-roledescription', 'graph');
    this.world.append(this.lines, this.nearLines, this.marked, this.near);
    this.stage.append(svg('svg', {}, this.world));
    this.append(this.stage, this.buttons, this.outside.element);
    this.stage.addEventListener('keydown', (event) => this.key(event));
    this.stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.stage.addEventListener('pointerdown', (event) => this.down(event));
    this.stage.addEventListener('pointermove', (event) => this.drag(event));
    ['pointerup', 'pointercancel'].forEach((name) =>
      this.stage.addEventListener(name, (event) => this.pointers.delete((event as PointerEvent).pointerId)),
    );
    this.stage.addEventListener('click', (event) => this.clicked(event));
    this.stage.addEventListener('dblclick', (event) => this.open(this.at(event)));
    new ResizeObserver(() => this.resized()).observe(this.stage);
  }

  /** Shows a graph: all of it where it can be read so, else its root and what is near. */
  show(json: string) {
    const picture: Picture = JSON.parse(json);
    this.narrow = picture;
    this.factor = 1;
    this.touched = false;
    this.take(picture);
    this.active = picture.picked;
    this.placed = false;
    this.mark();
    this.resized();
  }

  /** Shows the same graph as it is now. What has the focus stays where it is in sight, and keeps the focus. */
  renew(json: string) {
    const narrow: Picture = JSON.parse(json);
    const picture = this.factor === 1 ? narrow : widened(narrow, this.factor);
    const before = this.picture?.nodes[this.active];
    const active = picture.nodes.findIndex((node) => node.ref === before?.ref);
    if (!before || active < 0 || !this.placed) {
      this.show(json);
      return;
    }
    const focused = this.boxes.get(this.active) === document.activeElement;
    const now = picture.nodes[active];
    this.x += (before.x - now.x) * this.scale;
    this.y += (before.y - now.y) * this.scale;
    this.narrow = narrow;
    this.take(picture);
    this.active = active;
    this.mark();
    this.paint();
    if (focused) {
      this.boxOf(active).focus({ preventScroll: true });
    }
  }

  private take(picture: Picture) {
    this.picture = picture;
    this.links = picture.nodes.map(() => []);
    this.columns = [];
    this.counts = picture.nodes.map(() => [0, 0]);
    this.drawn = undefined;
    picture.edges.forEach((edge) => {
      this.counts[edge.from][0]++;
      this.counts[edge.to][1]++;
      this.links[edge.from].push(edge.to);
      this.links[edge.to].push(edge.from);
    });
    picture.nodes.forEach((node, at) => (this.columns[node.column] ??= []).push(at));
    this.columns.forEach((column) => column.sort((a, b) => picture.nodes[a].y - picture.nodes[b].y));
    this.boxes.clear();
    this.near.replaceChildren();
    this.lines.replaceChildren(edgePaths(picture), farBoxes(picture));
    this.stage.setAttribute('aria-label', `${picture.name}. ${KEYS}`);
  }

  /** Everything in sight where its names can be read so; else what has the focus and as much around it as there is room for. */
  private start() {
    if (!this.whole()) {
      this.widen(1);
      this.begin(this.picture!.nodes[this.active]);
      this.keepFull();
    }
    this.draw();
  }

  /** As many whole columns as can be read, with this box in the middle of them where there are more on both sides. */
  private begin(node: GraphNode) {
    const { width, boxWidth } = this.picture!;
    const all = this.columns.length;
    const { w } = this.room();
    const pitch = all > 1 ? (width - boxWidth) / (all - 1) : boxWidth;
    const gap = pitch - boxWidth;
    const wide = Math.floor((w / BEGINNING + gap) / pitch);
    const narrow = w / (3 * pitch - gap) >= SMALL_BEGINNING ? 3 : 2;
    const shown = Math.min(all, Math.max(wide, narrow));
    const first = Math.max(0, Math.min(all - shown, node.column - Math.floor((shown - 1) / 2)));
    this.scale = Math.max(SMALL_BEGINNING, Math.min(1, w / (shown * pitch - gap)));
    this.centre(node);
    this.x = MARGIN - first * pitch * this.scale;
  }

  /** Where there is more of the drawing on a side, no room is left empty on the other. */
  private keepFull() {
    const { width, height } = this.picture!;
    const { w, h } = this.room();
    const within = (at: number, room: number, size: number) =>
      size <= room ? MARGIN + (room - size) / 2 : Math.min(MARGIN, Math.max(MARGIN + room - size, at));
    this.x = within(this.x, w, width * this.scale);
    this.y = within(this.y, h, height * this.scale);
  }

  /**
   * Puts all of it into the room, in the middle of it. Where its height makes it small, it takes more of the width, so
   * that there is room for names.
   *
   * @returns whether the names can be read so
   */
  private whole(): boolean {
    const { width, height, boxWidth } = this.narrow!;
    const { w, h } = this.room();
    this.scale = Math.max(SMALLEST, Math.min(1, w / width, h / height));
    this.widen(this.scale < WHOLE ? Math.min(WIDEST, Math.max(1, w / (width * this.scale))) : 1);
    this.keepFull();
    return this.scale >= NAMES && boxWidth * this.factor * this.scale >= NAME_WIDTH;
  }

  private widen(factor: number) {
    if (Math.abs(factor - this.factor) < 0.02) {
      return;
    }
    const focused = this.boxes.get(this.active) === document.activeElement;
    this.factor = factor;
    this.take(factor === 1 ? this.narrow! : widened(this.narrow!, factor));
    this.mark();
    if (focused) {
      this.boxOf(this.active).focus({ preventScroll: true });
    }
  }

  /** What of the stage is free: at its right stand the buttons, unless they have a line of their own. */
  private room(): { w: number; h: number } {
    const { clientWidth: w, clientHeight: h } = this.stage;
    const buttons = getComputedStyle(this.buttons).position === 'absolute' ? this.buttons.offsetWidth : 0;
    return { w: w - 2 * MARGIN - buttons, h: h - 2 * MARGIN };
  }

  /** All of it, however small. */
  fit() {
    this.touched = false;
    this.whole();
    this.draw();
  }

  private resized() {
    if (this.picture && this.stage.clientWidth > 0) {
      this.placed = true;
      if (this.touched) {
        this.draw();
      } else {
        this.start();
      }
    }
  }

  private centre(node: GraphNode) {
    const { boxWidth, boxHeight } = this.picture!;
    this.x = this.stage.clientWidth / 2 - (node.x + boxWidth / 2) * this.scale;
    this.y = this.stage.clientHeight / 2 - (node.y + boxHeight / 2) * this.scale;
  }

  private zoom(factor: number, x = this.stage.clientWidth / 2, y = this.stage.clientHeight / 2) {
    this.touched = true;
    const scale = Math.min(LARGEST, Math.max(SMALLEST, this.scale * factor));
    this.x = x - ((x - this.x) * scale) / this.scale;
    this.y = y - ((y - this.y) * scale) / this.scale;
    this.scale = scale;
    this.draw();
  }

  private draw() {
    this.drawing ||= requestAnimationFrame(() => {
      this.drawing = 0;
      this.paint();
    });
  }

  private paint() {
    const picture = this.picture!;
    this.world.setAttribute('transform', `translate(${this.x} ${this.y}) scale(${this.scale})`);
    const seen = this.scale < NAMES ? [] : this.inSight();
    const far = this.scale < NAMES || seen.length > MOST_BOXES;
    this.stage.classList.toggle('far-away', far);
    this.letter(far || this.scale >= WHOLE ? 0 : Math.round(LETTERS / this.scale));
    if (!far) {
      this.drawNearLines();
    }
    const wanted = new Set(far ? [] : seen).add(this.active).add(picture.root);
    this.boxes.forEach((element, at) => {
      if (!wanted.has(at) && element !== document.activeElement) {
        element.remove();
        this.boxes.delete(at);
      }
    });
    wanted.forEach((at) => this.boxOf(at));
    this.outside.count(picture, this.sight());
  }

  /** Shows names alone, in letters of this size; 0 for all that stands in a box. */
  private letter(size: number) {
    if (size === this.letters) {
      return;
    }
    this.letters = size;
    this.stage.classList.toggle('names-alone', size > 0);
    const focused = [...this.boxes].find(([, element]) => element === document.activeElement)?.[0];
    this.boxes.clear();
    this.near.replaceChildren();
    if (focused !== undefined) {
      this.boxOf(focused).focus({ preventScroll: true });
    }
  }

  /** Goes most of what is in sight to a side. */
  private wander(x: number, y: number) {
    this.touched = true;
    this.x -= x * this.stage.clientWidth * 0.7;
    this.y -= y * this.stage.clientHeight * 0.7;
    this.keepFull();
    this.draw();
  }

  private sight(): Area {
    const [left, top] = [-this.x / this.scale, -this.y / this.scale];
    const right = left + this.stage.clientWidth / this.scale;
    const bottom = top + this.stage.clientHeight / this.scale;
    return { left, top, right, bottom };
  }

  /** Only the edges in and around what is in sight; drawn anew once that is left. */
  private drawNearLines() {
    const { left, top, right, bottom } = this.sight();
    const drawn = this.drawn;
    if (drawn && left > drawn.left && top > drawn.top && right < drawn.right && bottom < drawn.bottom) {
      return;
    }
    const [w, h] = [(right - left) / 2, (bottom - top) / 2];
    const area = { left: left - w, top: top - h, right: right + w, bottom: bottom + h };
    this.nearLines.replaceChildren(edgePaths(this.picture!, undefined, area));
    this.drawn = area;
  }

  private inSight(): number[] {
    const { nodes, boxWidth, boxHeight } = this.picture!;
    const { left, top, right, bottom } = this.sight();
    return nodes.flatMap((node, at) =>
      node.x < right && node.x + boxWidth > left && node.y < bottom && node.y + boxHeight > top ? [at] : [],
    );
  }

  private boxOf(at: number): SVGGElement {
    let element = this.boxes.get(at);
    if (!element) {
      const node = this.picture!.nodes[at];
      const [needs, needed] = this.counts[at];
      element = box(this.picture!, node, `${node.label}, ${node.second}; depends on ${needs}, needed by ${needed}`);
      element.dataset.at = String(at);
      if (this.letters > 0) {
        nameAlone(this.picture!, node, element, this.letters);
      }
      this.near.append(element);
      this.boxes.set(at, element);
      this.dress(element, at);
    }
    return element;
  }

  private dress(element: SVGGElement, at: number) {
    const picked = at === this.active;
    element.setAttribute('tabindex', picked ? '0' : '-1');
    element.setAttribute('aria-pressed', String(picked));
    element.classList.toggle('picked', picked);
    element.classList.toggle('linked', this.links[this.active].includes(at));
  }

  private mark() {
    const { active, picture } = this;
    this.marked.replaceChildren(edgePaths(picture!, (edge) => edge.from === active || edge.to === active));
    this.boxes.forEach((element, at) => this.dress(element, at));
  }

  private pick(at: number, focus: boolean) {
    this.active = at;
    this.mark();
    const element = this.boxOf(at);
    if (focus) {
      this.reveal(this.picture!.nodes[at]);
      element.focus({ preventScroll: true });
    }
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => this.tell('graph-picked', at), 150);
  }

  private open(at: number | undefined) {
    if (at !== undefined) {
      clearTimeout(this.telling);
      this.tell('graph-opened', at);
    }
  }

  private tell(name: string, at: number) {
    const node = this.picture!.nodes[at];
    if (!node.lost || name === 'graph-picked') {
      this.dispatchEvent(new CustomEvent(name, { detail: { ref: node.ref } }));
    }
  }

  private reveal(node: GraphNode) {
    const { boxWidth, boxHeight } = this.picture!;
    const { clientWidth: w, clientHeight: h } = this.stage;
    if (this.scale < NAMES) {
      this.touched = true;
      this.scale = BEGINNING;
      this.centre(node);
    }
    const [left, top] = [node.x * this.scale + this.x, node.y * this.scale + this.y];
    const across = Math.max(0, 24 - left) - Math.max(0, left + boxWidth * this.scale + 24 - w);
    const down = Math.max(0, 24 - top) - Math.max(0, top + boxHeight * this.scale + 24 - h);
    this.touched ||= across !== 0 || down !== 0;
    this.x += across;
    this.y += down;
    this.draw();
  }

  private key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const way: Record<string, () => void> = {
      ArrowRight: () => this.across(1),
      ArrowLeft: () => this.across(-1),
      ArrowDown: () => this.along(1),
      ArrowUp: () => this.along(-1),
      Home: () => this.pick(this.picture!.root, true),
      Enter: () => this.open(this.active),
      ' ': () => this.pick(this.active, true),
      '+': () => this.zoom(1.25),
      '=': () => this.zoom(1.25),
      '-': () => this.zoom(0.8),
      '0': () => this.fit(),
    };
    const step = way[event.key];
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      step();
    }
  }

  /** To the nearest of what is linked on that side; where nothing is, to the nearest there. */
  private across(side: number) {
    const { nodes } = this.picture!;
    const here = nodes[this.active];
    const linked = this.links[this.active].filter((at) => (nodes[at].column - here.column) * side > 0);
    const beside = linked.length ? linked : (this.columns[here.column + side] ?? []);
    const far = (at: number) => Math.abs(nodes[at].y - here.y) + 100 * Math.abs(nodes[at].column - here.column);
    if (beside.length) {
      this.pick(
        beside.reduce((best, at) => (far(at) < far(best) ? at : best)),
        true,
      );
    }
  }

  private along(side: number) {
    const column = this.columns[this.picture!.nodes[this.active].column];
    const next = column[column.indexOf(this.active) + side];
    if (next !== undefined) {
      this.pick(next, true);
    }
  }

  private wheel(event: WheelEvent) {
    event.preventDefault();
    const { left, top } = this.stage.getBoundingClientRect();
    if (event.shiftKey) {
      this.touched = true;
      this.x -= event.deltaY || event.deltaX;
      this.draw();
    } else {
      this.zoom(Math.exp(-event.deltaY * 0.0016), event.clientX - left, event.clientY - top);
    }
  }

  private down(event: PointerEvent) {
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.moved = this.pointers.size > 1;
  }

  private drag(event: PointerEvent) {
    const last = this.pointers.get(event.pointerId);
    if (!last) {
      return;
    }
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    if (!this.moved && Math.hypot(dx, dy) < 4) {
      return;
    }
    if (!this.moved) {
      this.moved = true;
      this.stage.setPointerCapture(event.pointerId);
    }
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    const { left, top } = this.stage.getBoundingClientRect();
    if (other) {
      const before = Math.hypot(last.x - other.x, last.y - other.y);
      const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      this.zoom(now / Math.max(1, before), other.x - left, other.y - top);
    } else {
      this.touched = true;
      this.x += dx;
      this.y += dy;
      this.draw();
    }
    this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  private at(event: MouseEvent): number | undefined {
    const element = (event.target as Element).closest<SVGGElement>('g.node');
    if (element) {
      return Number(element.dataset.at);
    }
    const { left, top } = this.stage.getBoundingClientRect();
    const x = (event.clientX - left - this.x) / this.scale;
    const y = (event.clientY - top - this.y) / this.scale;
    const { nodes, boxWidth, boxHeight } = this.picture!;
    const at = nodes.findIndex(
      (node) => x >= node.x && x <= node.x + boxWidth && y >= node.y && y <= node.y + boxHeight,
    );
    return at < 0 ? undefined : at;
  }

  private clicked(event: MouseEvent) {
    const at = this.moved ? undefined : this.at(event);
    this.moved = false;
    if (at !== undefined) {
      this.pick(at, false);
      this.boxOf(at).focus({ preventScroll: true });
    }
  }

  private controls(): HTMLElement {
    const controls = document.createElement('div');
    controls.className = 'controls';
    controls.setAttribute('role', 'group');
    controls.setAttribute('aria-label', 'Drawing');
    controls.append(
      this.button('plus', 'Zoom in', () => this.zoom(1.25)),
      this.button('minus', 'Zoom out', () => this.zoom(0.8)),
      this.button('maximize', 'Show all', () => this.fit()),
      this.button('download', 'Save as SVG', () => this.save()),
    );
    return controls;
  }

  private button(sign: string, name: string, action: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.title = name;
    button.setAttribute('aria-label', name);
    button.append(svg('svg', { class: 'i' }, svg('use', { href: `themes/portico/icons.svg#${sign}` })));
    button.addEventListener('click', () => this.picture && action());
    return button;
  }

  private async save() {
    const picture = this.narrow!;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await standalone(picture, this)], { type: 'image/svg+xml' }));
    link.download = `graph-${picture.nodes[picture.root].ref.replace(/[^a-z0-9.-]+/g, '-')}.svg`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

customElements.define('portico-graph', PorticoGraph);
