import '@vaadin/side-nav/src/vaadin-side-nav.js';
import '@vaadin/side-nav/src/vaadin-side-nav-item.js';
import { icon } from './portico-icon';

interface Entry {
  title: string;
  path: string;
  sign: string;
  count: string;
}

interface Group {
  label: string;
  entries: Entry[];
}

/** The entries of the drawer, drawn by Vaadin's side navigation. Made here, so that the server keeps words alone. */
class PorticoNav extends HTMLElement {
  set groups(json: string) {
    this.replaceChildren(...(JSON.parse(json) as Group[]).map(drawn));
  }
}

function drawn(group: Group) {
  const nav = document.createElement('vaadin-side-nav');
  if (group.label) {
    const label = document.createElement('span');
    label.slot = 'label';
    label.textContent = group.label;
    nav.append(label);
  } else {
    nav.setAttribute('aria-label', 'Portico');
  }
  for (const entry of group.entries) {
    const item = document.createElement('vaadin-side-nav-item');
    item.setAttribute('path', entry.path);
    item.setAttribute('match-nested', '');
    item.title = entry.title;
    const sign = icon(entry.sign);
    sign.slot = 'prefix';
    item.append(sign, entry.title);
    if (entry.count) {
      const count = document.createElement('span');
      count.slot = 'suffix';
      count.className = 'waits';
      count.textContent = entry.count;
      item.append(count);
    }
    nav.append(item);
  }
  return nav;
}

customElements.define('portico-nav', PorticoNav);
