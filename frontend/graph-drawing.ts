/** What the server laid out: boxes in columns, and ways between them. */
export interface Picture {
  name: string;
  root: number;
  picked: number;
  width: number;
  height: number;
  boxWidth: number;
  boxHeight: number;
  nodes: GraphNode[];
  edges: GraphEdge[];
}

export interface GraphNode {
  ref: string;
  label: string;
  second: string;
  tile: string;
  sign: string;
  column: number;
  x: number;
  y: number;
  lost: boolean;
}

export interface GraphEdge {
  from: number;
  to: number;
  against: boolean;
  count: number;
  points: number[];
}

/** A part of the drawing, in its own measures. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SVG = 'http://www.w3.org/2000/svg';
const measure = document.createElement('canvas').getContext('2d')!;

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number> = {},
  ...children: Node[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/** Curved between the columns, straight across them. */
function piece(x0: number, y0: number, x1: number, y1: number, between: boolean): string {
  const middle = (x0 + x1) / 2;
  return between && y0 !== y1
    ? `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`
    : `M${x0} ${y0}L${x1} ${y1}`;
}

/** Whether a piece of a line may run through an area. */
function within(x0: number, y0: number, x1: number, y1: number, area?: Area): boolean {
  const { left, top, right, bottom } = area ?? { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  const across = Math.max(x0, x1) >= left && Math.min(x0, x1) <= right;
  return across && Math.max(y0, y1) >= top && Math.min(y0, y1) <= bottom;
}

/**
 * The edges as few paths, so that thousands of them are drawn at once. A piece that many edges share is drawn once, and
 * only what runs through the area, where one is given.
 */
export function edgePaths(picture: Picture, which: (edge: GraphEdge) => boolean = () => true, area?: Area): SVGGElement {
  const pieces: Record<string, Set<string>> = { plain: new Set(), lost: new Set(), against: new Set(), dots: new Set() };
  for (const edge of picture.edges.filter(which)) {
    const lost = picture.nodes[edge.from].lost || picture.nodes[edge.to].lost;
    const look = edge.against ? 'against' : lost ? 'lost' : 'plain';
    const p = edge.points;
    for (let at = 2; at < p.length; at += 2) {
      const [x0, y0, x1, y1] = [p[at - 2], p[at - 1], p[at], p[at + 1]];
      if (within(x0, y0, x1, y1, area)) {
        pieces[look].add(piece(x0, y0, x1, y1, at % 4 === 2));
      }
    }
    const [x, y] = p.slice(-2);
    if (within(x, y, x, y, area)) {
      pieces.dots.add(`M${x - 2.5} ${y}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0`);
    }
  }
  const group = svg('g', { class: 'edges', 'aria-hidden': 'true' });
  for (const [name, drawn] of Object.entries(pieces)) {
    if (drawn.size > 0) {
      group.append(svg('path', { class: name, d: [...drawn].join('') }));
    }
  }
  return group;
}

/** The boxes as one path a colour, for when they are too small to read. */
export function farBoxes(picture: Picture): SVGGElement {
  const paths = new Map<string, string>();
  for (const node of picture.nodes) {
    const look = node.lost ? 'lost' : node.tile;
    const box = `M${node.x} ${node.y}h${picture.boxWidth}v${picture.boxHeight}h${-picture.boxWidth}z`;
    paths.set(look, (paths.get(look) ?? '') + box);
  }
  const group = svg('g', { class: 'far', 'aria-hidden': 'true' });
  paths.forEach((d, look) => group.append(svg('path', { class: look, d })));
  return group;
}

/** The same drawing, with everything so much wider: columns, the gaps between them, and the boxes. */
export function widened(picture: Picture, factor: number): Picture {
  const wide = (x: number) => Math.round(x * factor);
  return {
    ...picture,
    width: wide(picture.width),
    boxWidth: wide(picture.boxWidth),
    nodes: picture.nodes.map((node) => ({ ...node, x: wide(node.x) })),
    edges: picture.edges.map((edge) => ({ ...edge, points: edge.points.map((p, at) => (at % 2 ? p : wide(p))) })),
  };
}

/** The name of a box alone, in letters of this size, for when the rest of it would be too small to read. */
export function nameAlone(picture: Picture, node: GraphNode, element: SVGGElement, size: number) {
  const y = picture.boxHeight / 2 + size * 0.35;
  element.querySelector('.label')!.replaceWith(words('label', 14, y, node.label, 500, size, picture.boxWidth - 22));
}

/** A box with sign and words; what does not fit is cut. */
export function box(picture: Picture, node: GraphNode, said: string): SVGGElement {
  const { boxWidth: width, boxHeight: height } = picture;
  const root = picture.nodes[picture.root] === node;
  const group = svg('g', {
    class: `node ${node.tile}${root ? ' root' : ''}${node.lost ? ' lost' : ''}`,
    transform: `translate(${node.x} ${node.y})`,
    role: 'button',
    tabindex: -1,
    'aria-label': said,
  });
  const title = svg('title');
  title.textContent = node.ref;
  const sign = svg('svg', { class: 'sign', x: 13, y: 15, width: 14, height: 14, viewBox: '0 0 24 24' });
  sign.append(svg('use', { href: node.sign }));
  group.append(
    title,
    svg('rect', { class: 'sheet', width, height, rx: 8 }),
    svg('rect', { class: 'tint', x: 8, y: 10, width: 24, height: 24, rx: 6 }),
    sign,
    words('label', 40, 19, node.label, 500, 13, width - 48),
    words('second', 40, 34, node.second, 400, 11, width - 48),
  );
  return group;
}

function words(
  name: string,
  x: number,
  y: number,
  all: string,
  weight: number,
  size: number,
  width: number,
): SVGTextElement {
  const element = svg('text', { class: name, x, y, style: `font-size: ${size}px` });
  measure.font = `${weight} ${size}px 'Instrument Sans', system-ui, sans-serif`;
  let cut = all;
  if (measure.measureText(all).width > width) {
    let length = Math.min(all.length, 80);
    while (length > 1 && measure.measureText(all.slice(0, length) + '…').width > width) {
      length--;
    }
    cut = all.slice(0, length).trimEnd() + '…';
  }
  element.textContent = cut;
  return element;
}
