import '@vaadin/button/src/vaadin-button.js';
import '@vaadin/text-field/src/vaadin-text-field.js';

interface Choice {
  value: string;
  label: string;
  count: string;
  chosen: boolean;
}

/** A group in words; one without a name has nothing to choose from. */
interface Group {
  name: string;
  find: boolean;
  choices: Choice[];
  more: string;
  hint: string;
}

type Change = { value: string; chosen: boolean } | { opened: true } | { sought: string };

const SOUGHT_AFTER = 150;

/**
 * The groups of a filter rail: headings, boxes to be ticked, each with how often its value occurs, and a field that
 * finds others. Drawn here, so that the server keeps words alone.
 *
 * Tells the server by `facet-changed` in which group what was ticked or unticked, that all of it is to be shown, or what
 * is looked for.
 */
class PorticoFacets extends HTMLElement {
  private readonly drawn: Facet[] = [];

  set groups(json: string) {
    const groups = JSON.parse(json) as Group[];
    groups.forEach((group, at) => {
      this.drawn[at] ??= new Facet((change) =>
        this.dispatchEvent(new CustomEvent('facet-changed', { detail: { group: at, ...change } })),
      );
      const { element } = this.drawn[at];
      this.drawn[at].draw(group);
      if (!group.name) {
        element.remove();
      } else if (element.parentNode !== this) {
        const next = this.drawn.slice(at + 1).find((facet) => facet.element.parentNode === this);
        this.insertBefore(element, next?.element ?? null);
      }
    });
  }
}

/** One group. A box stays while its value does, so that the keyboard keeps its place. */
class Facet {
  readonly element = document.createElement('div');

  private readonly boxes = new Map<string, HTMLLabelElement>();
  private readonly heading = document.createElement('h2');
  private readonly more = document.createElement('vaadin-button');
  private readonly hint = document.createElement('span');
  private find?: HTMLElement & { value: string };
  private opening = false;

  constructor(private readonly tell: (change: Change) => void) {
    this.element.className = 'facet';
    this.element.setAttribute('role', 'group');
    this.hint.className = 'hint small';
    this.more.setAttribute('theme', 'tertiary');
    this.more.addEventListener('click', () => {
      this.opening = true;
      tell({ opened: true });
    });
    this.element.append(this.heading);
  }

  draw({ name, find, choices, more, hint }: Group) {
    this.heading.textContent = name;
    this.element.setAttribute('aria-label', name);
    if (find && !this.find) {
      this.find = this.field(name);
      this.heading.after(this.find);
    }
    this.find?.toggleAttribute('hidden', !find);
    this.worded(this.hint, hint);
    this.worded(this.more, more);
    const kept = new Set(choices.map((choice) => choice.value));
    for (const [value, box] of this.boxes) {
      if (!kept.has(value)) {
        box.remove();
        this.boxes.delete(value);
      }
    }
    const first = this.find ? 2 : 1;
    const known = this.boxes.size;
    choices.forEach((choice, at) => {
      const box = this.boxes.get(choice.value) ?? this.box(choice.value);
      const [input, label, count] = box.children as unknown as [HTMLInputElement, HTMLElement, HTMLElement];
      input.checked = choice.chosen;
      label.textContent = choice.label;
      count.textContent = choice.count;
      if (this.element.children[first + at] !== box) {
        this.element.insertBefore(box, this.element.children[first + at] ?? null);
      }
    });
    if (this.opening && !more) {
      this.opening = false;
      (find ? this.find : this.element.querySelectorAll('input')[known])?.focus();
    }
  }

  /** Shows a part where it says something, after all others. */
  private worded(part: HTMLElement, words: string) {
    if (part.textContent !== words) {
      part.textContent = words;
    }
    if (!words) {
      part.remove();
    } else if (part.parentNode !== this.element) {
      this.element.append(part);
    }
  }

  private field(name: string) {
    const field = document.createElement('vaadin-text-field') as HTMLElement & { value: string };
    field.className = 'facet-search';
    field.setAttribute('accessible-name', `Find in ${name.toLowerCase()}`);
    field.setAttribute('placeholder', 'Find');
    field.setAttribute('clear-button-visible', '');
    let later = 0;
    let told = '';
    field.addEventListener('value-changed', () => {
      clearTimeout(later);
      later = window.setTimeout(() => {
        if (field.value !== told) {
          told = field.value;
          this.tell({ sought: told });
        }
      }, SOUGHT_AFTER);
    });
    return field;
  }

  private box(value: string): HTMLLabelElement {
    const box = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.addEventListener('change', () => this.tell({ value, chosen: input.checked }));
    const name = document.createElement('span');
    name.className = 'clip';
    const count = document.createElement('span');
    count.className = 'n';
    box.append(input, name, count);
    this.boxes.set(value, box);
    return box;
  }
}

customElements.define('portico-facets', PorticoFacets);
