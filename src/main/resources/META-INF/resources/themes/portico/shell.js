/*
 * What the frame does in the browser, so that no key waits for the server: the palette's opening, moving and choosing,
 * the shortcuts, the narrow drawer, the keyboard's place, and the typed text that outlives its session.
 */
const html = document.documentElement;
const one = (selector, root = document) => root.querySelector(selector);
const typing = event => event.composedPath().some(part => part instanceof Element
  && (part.isContentEditable || part.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button])')));
const busy = () => one('dialog[open], vaadin-dialog[opened], vaadin-confirm-dialog[opened]');

/* ---- Palette */
const palette = () => one('dialog.palette');
const field = () => one('dialog.palette input');
const hits = () => [...document.querySelectorAll('dialog.palette .hit')];
const marked = () => one('dialog.palette .hit[aria-selected=true]');
let wanted = null, asking = false, chooseLater = null;

function openPalette() {
  const dialog = palette();
  if (!dialog || dialog.open || busy()) return;
  dialog.dataset.query = '\u0000';
  dialog.classList.add('waiting');
  field().value = '';
  chooseLater = null;
  dialog.showModal();
  field().focus();
  ask('');
}

/* One question at a time; of what was typed meanwhile, only the last is asked. */
async function ask(text) {
  wanted = text;
  if (asking) return;
  asking = true;
  while (wanted !== null) {
    const now = wanted;
    wanted = null;
    try { await (now === '' ? palette().$server.opened() : palette().$server.typed(now)); } catch (gone) { /* the session's end is told elsewhere */ }
  }
  asking = false;
  settle();
}

function settle() {
  const dialog = palette();
  if (!dialog?.open || dialog.dataset.query !== field().value) return;
  dialog.classList.remove('waiting');
  mark(hits()[0], false);
  one('.results', dialog).scrollTop = 0;
  if (chooseLater) { const how = chooseLater; chooseLater = null; choose(marked(), how); }
}

function mark(hit, scroll = true) {
  marked()?.setAttribute('aria-selected', 'false');
  if (hit) {
    hit.setAttribute('aria-selected', 'true');
    field().setAttribute('aria-activedescendant', hit.id);
    if (scroll) hit.scrollIntoView({block: 'nearest'});
  } else {
    field()?.removeAttribute('aria-activedescendant');
  }
}

function choose(hit, {newTab}) {
  if (!hit) return;
  if (hit.dataset.run !== undefined) {
    const stays = hit.dataset.stays !== undefined;
    if (stays) field().focus(); else palette().close();
    const done = palette().$server.chosen(Number(hit.dataset.run));
    if (stays) done.then(settle, () => { /* the session's end is told elsewhere */ });
  } else if (newTab) {
    window.open(hit.href, '_blank', 'noopener');
  } else {
    palette().close();
    hit.click();
  }
}

document.addEventListener('input', event => {
  if (event.target === field()) ask(event.target.value);
});
document.addEventListener('pointermove', event => {
  const hit = event.target instanceof Element && event.target.closest('dialog.palette .hit');
  if (hit && hit !== marked()) mark(hit, false);
});
document.addEventListener('click', event => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  if (target.closest('.navbar .search, .home-search')) openPalette();
  if (target.closest('.navbar .narrow')) narrow();
  if (target.closest('.navbar .help')) help();
  if (target.matches('.skip')) one(target.dataset.to)?.focus();
  if (target.matches('dialog.palette, dialog.shortcuts')) target.close();
  const hit = target.closest('dialog.palette .hit');
  if (hit?.dataset.run !== undefined) choose(hit, {});
  else if (hit && !event.ctrlKey && !event.metaKey) palette().close();
});

function paletteKey(event) {
  const all = hits(), at = all.indexOf(marked());
  const steps = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (steps) mark(all[(at + steps + all.length) % all.length]);
  else if (event.key === 'PageDown' || event.key === 'PageUp') mark(all[Math.max(0, Math.min(all.length - 1, at + (event.key === 'PageDown' ? 6 : -6)))]);
  else if (event.key === 'Enter' && !event.isComposing) {
    const how = {newTab: event.ctrlKey || event.metaKey};
    if (asking || palette().dataset.query !== field().value) chooseLater = how; else choose(marked(), how);
  } else if (event.key !== 'Tab') return;
  event.preventDefault();
}

/* ---- Shortcuts */
const shortcuts = () => one('dialog.shortcuts');
let afterG = 0;

function help() {
  const list = shortcuts();
  if (list && !list.open) list.firstChild ? list.showModal() : list.$server.open();
}

function narrow() {
  const now = html.dataset.drawer !== 'narrow';
  html.dataset.drawer = now ? 'narrow' : 'wide';
  window.dispatchEvent(new Event('resize'));
  shortcuts()?.$server.narrow(now);
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented) return;
  const mac = /Mac|iP/.test(navigator.platform);
  if (event.key.toLowerCase() === 'k' && (mac ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey) {
    if (palette()) { event.preventDefault(); palette().open ? palette().close() : openPalette(); }
    return;
  }
  if (palette()?.open) { paletteKey(event); return; }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
  if (typing(event) || busy() || shortcuts()?.dataset.enabled !== 'true') return;
  const key = event.key;
  if (Date.now() - afterG < 1500) {
    afterG = 0;
    if (key.length === 1 && shortcuts().dataset.letters.includes(key)) {
      event.preventDefault();
      shortcuts().$server.go(key);
    }
  } else if (key === 'g') afterG = Date.now();
  else if (key === '/') { event.preventDefault(); openPalette(); }
  else if (key === '?') { event.preventDefault(); help(); }
  else if (key === '[') { event.preventDefault(); narrow(); }
});

/* ---- The keyboard's place
 * Where what has the focus goes, or is drawn anew, the focus goes to what stands there now: the same thing drawn anew,
 * else what comes next, else what came before, else the page. A part with `data-then` says itself what comes then. */
const STOPS = 'a[href], button, input, select, textarea, summary, vaadin-grid, [tabindex="0"]';
const LONGEST_SEEK = 3000;
let trail = [], seeking = false, touched = false;
const stands = part => part.isConnected && part.checkVisibility();
const named = part => part.getAttribute('aria-label') || part.textContent.trim();
const stops = box => [...(box.matches(STOPS) ? [box] : []), ...box.querySelectorAll(STOPS)].filter(part =>
  stands(part) && !part.disabled && !part.matches('[tabindex="-1"]') && !part.parentElement?.closest('vaadin-grid, [inert]'));
const alike = (one, other) => one.localName === other.localName
  && (named(one) === named(other) || (one.href && one.href === other.href));

document.addEventListener('focusin', event => {
  trail = [];
  for (let part = event.target; part instanceof Element && part !== document.body; part = part.parentElement) {
    trail.push({part, at: [...part.parentElement?.children ?? []].indexOf(part)});
  }
});
/* Who presses beside everything wants the focus nowhere. */
document.addEventListener('pointerdown', event => { trail = []; touched = event.pointerType === 'touch'; }, true);
document.addEventListener('keydown', () => { touched = false; }, true);

/* A part that knows where in itself the focus was gives it back at once. */
document.addEventListener('place-lost', event => {
  if (trail[0]?.part === event.target && document.activeElement === document.body) event.detail();
});

function placeNow() {
  const lost = trail[0].part;
  if (stands(lost)) return lost;
  const gone = trail.filter(step => !stands(step.part)).map(step => step.part);
  const then = gone.find(part => part.dataset?.then);
  if (then) {
    const box = one(then.dataset.then);
    return box && stops(box)[0];
  }
  for (let at = 1; at < trail.length && !gone.some(part => part.matches('.page')); at++) {
    const box = trail[at].part;
    if (box.matches('.page, vaadin-app-layout')) break;
    if (!stands(box)) continue;
    const all = stops(box), here = box.children[trail[at - 1].at];
    const found = all.find(stop => alike(stop, lost))
      ?? all.find(stop => here?.contains(stop) || here?.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING)
      ?? all.at(-1);
    if (found) return found;
  }
  return one('.page');
}

function seekPlace(until) {
  const over = performance.now() > until;
  seeking = !over && trail.length > 0 && document.activeElement === document.body;
  if (!seeking) { if (over) trail = []; return; }
  let place = placeNow();
  /* A field that takes the focus raises a keyboard over half of a phone. */
  if (touched && place?.matches('input, textarea')) place = one('.page');
  (place?.localName === 'vaadin-grid' ? one('#items [tabindex="0"]', place.shadowRoot) : place)?.focus();
  requestAnimationFrame(() => seekPlace(until));
}

/* What is hidden loses the focus a frame later, and whoever took it away may give it back at once, as dialogs do. */
new MutationObserver(() => {
  if (seeking || !trail.length) return;
  seeking = true;
  requestAnimationFrame(() => requestAnimationFrame(() => seekPlace(performance.now() + LONGEST_SEEK)));
}).observe(document.body, {childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'style']});

/* ---- What was typed, beyond the end of the session */
const DRAFT = 'portico-draft';
const MOST = 200_000;
const typed = new Set();
/* A password stays one while its field shows it, and has the type of a text then. */
const texts = 'textarea, input:not([type=password], [autocomplete*=password], vaadin-password-field *, [type=checkbox], [type=radio], [type=hidden], [type=file], [type=submit])';
const reader = () => one('[data-reader]')?.dataset.reader;

function nameOf(input) {
  const host = input.parentElement;
  return [input.tagName, input.name, input.getAttribute('aria-label') || input.labels?.[0]?.textContent || host?.label || '', input.placeholder].join('|');
}
const fields = () => [...document.querySelectorAll(texts)].filter(input => !input.closest('dialog.palette'));

document.addEventListener('input', event => {
  if (event.isTrusted && event.target instanceof Element && event.target.matches(texts)) typed.add(event.target);
}, true);

function keep() {
  const same = new Map();
  const kept = [];
  for (const input of fields()) {
    const name = nameOf(input), place = same.get(name) ?? 0;
    same.set(name, place + 1);
    if (typed.has(input) && input.value) kept.push({name, place, value: input.value});
  }
  if (kept.length && reader()) {
    const draft = JSON.stringify({address: location.pathname + location.search, reader: reader(), kept});
    try { if (draft.length < MOST) sessionStorage.setItem(DRAFT, draft); } catch (full) { /* nothing can be kept */ }
  }
}

function putBack() {
  const draft = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null');
  if (!draft || !reader() || location.pathname + location.search !== draft.address) return !draft;
  if (draft.reader !== reader()) { sessionStorage.removeItem(DRAFT); return true; }
  const all = fields();
  const places = draft.kept.map(kept => all.filter(input => nameOf(input) === kept.name)[kept.place]);
  if (places.some(input => !input)) return false;
  sessionStorage.removeItem(DRAFT);
  places.forEach((input, at) => {
    if (typed.has(input) || input.value === draft.kept[at].value) return;
    input.value = draft.kept[at].value;
    input.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    input.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
    typed.add(input);
  });
  say('What you had typed is back.');
  return true;
}

function say(words) {
  const note = document.createElement('div');
  note.className = 'back-note';
  note.setAttribute('role', 'status');
  document.body.append(note);
  note.textContent = words;
  setTimeout(() => note.remove(), 8000);
}

if (sessionStorage.getItem(DRAFT)) {
  const until = Date.now() + 20_000;
  const look = setInterval(() => {
    const path = location.pathname;
    if (path.endsWith('/login')) return;
    if (putBack() || Date.now() > until) clearInterval(look);
  }, 100);
}

/* The framework's line for a lost connection tells of a state, beside all landmarks. */
const connection = () => one('vaadin-connection-indicator')?.setAttribute('role', 'status');
connection();

/* The framework's note, which would reload the page at the first click or Escape, becomes one with a button. */
new MutationObserver(changes => {
  for (const note of changes.flatMap(change => [...change.addedNodes])) {
    if (note instanceof HTMLElement && note.localName === 'vaadin-connection-indicator') connection();
    if (note instanceof HTMLElement && note.classList.contains('v-system-error') && !one('button', note)) {
      keep();
      palette()?.close();
      shortcuts()?.close();
      note.setAttribute('role', 'alert');
      const again = document.createElement('button');
      again.type = 'button';
      again.textContent = one('.caption', note)?.textContent.startsWith('You were') ? 'Sign in again' : 'Reload';
      again.onclick = () => { keep(); location.reload(); };
      note.append(again);
    }
  }
}).observe(document.body, {childList: true});
for (const kind of ['click', 'keydown']) {
  window.addEventListener(kind, event => {
    const note = one('.v-system-error');
    const inButton = event.target instanceof Element && event.target.closest('.v-system-error button');
    if (note && !inButton && (kind === 'click' ? note.contains(event.target) : event.key === 'Escape')) event.stopImmediatePropagation();
  }, true);
}
