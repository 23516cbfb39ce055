import '@vaadin/button/src/vaadin-button.js';

interface Choice {
  value: string;
  label: string;
  count: string;
  chosen: boolean;
}

interface Shown {
  title: string;
  choices: Choice[];
  more: string;
  hint: string;
}

/**
 * Boxes to be ticked, each with how often its value occurs. Drawn here, so that the server keeps words alone.
 *
 * A box stays while its value does, so that the keyboard keeps its place. Tells the server by `choice-made` what was
 * ticked or unticked, and by `choices-opened` that all are to be shown.
 */
class PorticoChoices extends HTMLElement {
  private readonly boxes = new Map<string, HTMLLabelElement>();

  private readonly heading = document.createElement('h3');
  private readonly more = document.createElement('vaadin-button');
  private readonly hint = document.createElement('span');

  constructor() {
    super();
    this.hint.className = 'hint small';
    this.more.setAttribute('theme', 'tertiary');
    this.more.addEventListener('click', () => this.dispatchEvent(new CustomEvent('choices-opened')));
  }

  set choices(json: string) {
    const { title, choices, more, hint } = JSON.parse(json) as Shown;
    this.worded(this.heading, title);
    if (title && this.firstChild !== this.heading) {
      this.prepend(this.heading);
    }
    this.worded(this.hint, hint);
    this.worded(this.more, more);
    const first = title ? 1 : 0;
    const kept = new Set(choices.map((choice) => choice.value));
    for (const [value, box] of this.boxes) {
      if (!kept.has(value)) {
        box.remove();
        this.boxes.delete(value);
      }
    }
    choices.forEach((choice, at) => {
      const box = this.boxes.get(choice.value) ?? this.box(choice.value);
      const [input, name, count] = box.children as unknown as [HTMLInputElement, HTMLElement, HTMLElement];
      input.checked = choice.chosen;
      name.textContent = choice.label;
      count.textContent = choice.count;
      if (this.children[first + at] !== box) {
        this.insertBefore(box, this.children[first + at] ?? null);
      }
    });
  }

  /** Shows a part where it says something, after all others. */
  private worded(part: HTMLElement, words: string) {
    if (part.textContent !== words) {
      part.textContent = words;
    }
    if (!words) {
      part.remove();
    } else if (part.parentNode !== this) {
      this.append(part);
    }
  }

  private box(value: string): HTMLLabelElement {
    const box = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.addEventListener('change', () =>
      this.dispatchEvent(new CustomEvent('choice-made', { detail: { value, chosen: input.checked } })),
    );
    const name = document.createElement('span');
    name.className = 'clip';
    const count = document.createElement('span');
    count.className = 'n';
    box.append(input, name, count);
    this.boxes.set(value, box);
    return box;
  }
}

customElements.define('portico-choices', PorticoChoices);
