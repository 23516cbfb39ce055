import { box, edgePaths, svg, type Picture } from './graph-drawing';

const COPIED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'stroke-opacity'];
const LETTERS = ['font-family', 'font-size', 'font-weight'];
const MARGIN = 24;

/**
 * The whole graph as a drawing that needs nothing else: colours as they are shown now, signs within. Words get into it
 * as text of the document only, so none of them can become markup.
 */
export async function standalone(picture: Picture, place: Element): Promise<string> {
  const [width, height] = [picture.width + 2 * MARGIN, picture.height + 2 * MARGIN];
  const drawing = svg('svg', { width, height, viewBox: `${-MARGIN} ${-MARGIN} ${width} ${height}` });
  const title = svg('title');
  title.textContent = picture.name;
  const ground = svg('rect', { class: 'ground', x: -MARGIN, y: -MARGIN, width, height });
  const boxes = svg('g');
  picture.nodes.forEach((node) => boxes.append(box(picture, node, node.label)));
  drawing.append(title, ground, edgePaths(picture), boxes);
  place.append(drawing);
  try {
    settle(drawing);
  } finally {
    drawing.remove();
  }
  drawing.insertBefore(await signs(picture), ground);
  return new XMLSerializer().serializeToString(drawing);
}

/** Writes what the style sheets say into each element, and takes away what only a page needs. */
function settle(drawing: SVGSVGElement) {
  const known = new Map<string, [string, string][]>();
  drawing.querySelectorAll('path, rect, text, svg.sign, use').forEach((element) => {
    const parent = element.parentElement!.getAttribute('class');
    const key = `${element.tagName} ${element.getAttribute('class')} ${parent}`;
    let look = known.get(key);
    if (!look) {
      const style = getComputedStyle(element);
      const names = element.tagName === 'text' ? [...COPIED, ...LETTERS] : COPIED;
      look = names.map((name): [string, string] => [name, style.getPropertyValue(name)]);
      known.set(key, look);
    }
    look.forEach(([name, value]) => element.setAttribute(name, value));
  });
  drawing.querySelectorAll('text').forEach(hold);
  drawing.querySelectorAll('*').forEach((element) => {
    ['class', 'role', 'tabindex', 'aria-label', 'aria-hidden'].forEach((name) => element.removeAttribute(name));
  });
  drawing.querySelectorAll('use').forEach((use) => {
    use.setAttribute('href', '#' + use.getAttribute('href')!.split('#')[1]);
  });
}

/** Keeps a text as wide as it is here, whatever letters it is shown in elsewhere. */
function hold(text: SVGTextElement) {
  const width = text.getComputedTextLength();
  if (width > 0) {
    text.setAttribute('textLength', width.toFixed(1));
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  text.removeAttribute('style');
}

async function signs(picture: Picture): Promise<SVGDefsElement> {
  const defs = svg('defs');
  const wanted = new Map(picture.nodes.map((node) => [node.sign.split('#')[1], node.sign.split('#')[0]]));
  for (const file of new Set(wanted.values())) {
    const all = new DOMParser().parseFromString(await (await fetch(file)).text(), 'image/svg+xml');
    wanted.forEach((_, id) => {
      const symbol = all.getElementById(id);
      if (symbol) {
        defs.append(document.importNode(symbol, true));
      }
    });
  }
  return defs;
}
