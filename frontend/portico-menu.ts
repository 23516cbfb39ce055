import '@vaadin/avatar/src/vaadin-avatar.js';
import '@vaadin/menu-bar/src/vaadin-menu-bar.js';
import '@vaadin/tooltip/src/vaadin-tooltip.js';
import { icon } from './portico-icon';

/** A line of the menu; one without a number does nothing, one without words is a rule between others. */
interface Line {
  words?: string;
  number?: number;
  sign?: string;
  about?: string;
  checked?: boolean;
}

interface Root {
  name: string;
  words: string;
  sign: string;
  suffix: string;
  avatar: string;
}

interface Menu {
  root: Root;
  lines: Line[];
}

/**
 * A button and the menu that it opens, drawn by Vaadin's menu bar. Made here, so that the server keeps words alone.
 *
 * Tells the server by `menu-chosen` which number was chosen.
 */
class PorticoMenu extends HTMLElement {
  private bar?: HTMLElement & { items: unknown[] };

  set menu(json: string) {
    const { root, lines } = JSON.parse(json) as Menu;
    const bar = this.bar ?? this.made();
    const button = item(rootParts(root));
    button.setAttribute('aria-label', root.name);
    const children = lines.map((line) =>
      line.words === undefined
        ? { component: 'hr' }
        : {
            component: item(lineParts(line)),
            checked: line.checked,
            disabled: line.number === undefined,
            number: line.number,
          },
    );
    bar.items = [{ component: button, tooltip: root.avatar ? root.name : undefined, children }];
  }

  private made() {
    const bar = document.createElement('vaadin-menu-bar') as HTMLElement & {
      items: unknown[];
      tabNavigation: boolean;
    };
    // One button is no bar of a menu.
    bar.tabNavigation = true;
    for (const name of ['theme', 'aria-label']) {
      const value = this.getAttribute(name);
      if (value) {
        bar.setAttribute(name, value);
      }
    }
    const tooltip = document.createElement('vaadin-tooltip');
    tooltip.slot = 'tooltip';
    bar.append(tooltip);
    bar.addEventListener('item-selected', (event) => {
      const { number } = (event as CustomEvent<{ value: { number?: number } }>).detail.value;
      if (number !== undefined) {
        this.dispatchEvent(new CustomEvent('menu-chosen', { detail: { number } }));
      }
    });
    this.append(bar);
    this.bar = bar;
    return bar;
  }
}

function item(parts: HTMLElement) {
  const made = document.createElement('vaadin-menu-bar-item');
  // Nothing in a menu is ever selected, and its items may not say so.
  made.setAttribute = (name, value) => {
    if (name !== 'aria-selected') {
      HTMLElement.prototype.setAttribute.call(made, name, value);
    }
  };
  made.append(parts);
  return made;
}

function rootParts(root: Root): HTMLElement {
  if (root.avatar) {
    const avatar = document.createElement('vaadin-avatar') as HTMLElement & { name: string };
    avatar.name = root.avatar;
    return avatar;
  }
  const parts = row(root.sign, root.words);
  parts.lastElementChild!.className = 'menu-title clip';
  if (root.suffix) {
    parts.append(icon(root.suffix));
  }
  return parts;
}

function lineParts(line: Line): HTMLElement {
  if (line.about !== undefined) {
    const who = document.createElement('div');
    who.className = 'who';
    who.append(words(line.words!), words(line.about, 'hint small'));
    return who;
  }
  return line.sign ? row(line.sign, line.words!) : words(line.words!);
}

function row(sign: string, text: string) {
  const made = document.createElement('div');
  made.className = 'row';
  made.append(icon(sign), words(text));
  return made;
}

function words(text: string, className = '') {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}

customElements.define('portico-menu', PorticoMenu);
