interface Choice {
  value: string;
  label: string;
  count: string;
  chosen: boolean;
}

/**
 * Boxes to be ticked, each with how often its value occurs. Drawn here, so that the server keeps words alone.
 *
 * A box stays while its value does, so that the keyboard keeps its place. Tells the server by `choice-made` what was
 * ticked or unticked.
 */
class PorticoChoices extends HTMLElement {
  private readonly boxes = new Map<string, HTMLLabelElement>();

  set choices(json: string) {
    const choices = JSON.parse(json) as Choice[];
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
      if (this.children[at] !== box) {
        this.insertBefore(box, this.children[at] ?? null);
      }
    });
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
