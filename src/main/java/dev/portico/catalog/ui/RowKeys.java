package dev.portico.catalog.ui;

/// What the keyboard does in the rows of the list, in the browser: wishes go to [EntityGrid#pressed].
///
/// Who comes back from an entity finds the focus on the row that led there.
final class RowKeys {

    private RowKeys() {}

    /// Run once for each grid.
    static final String SCRIPT = """
            if (this.porticoKeys) return;
            this.porticoKeys = true;
            const body = event => {
              const at = this.getEventContext(event);
              return at && at.section === 'body' && at.item ? at : null;
            };
            this.addEventListener('keydown', event => {
              if (event.target !== this || event.ctrlKey || event.metaKey || event.altKey) return;
              const wish = {
                Enter: 'open', ' ': 'preview', p: 'preview', x: 'select', s: 'star', Escape: 'close',
              }[event.key];
              const at = wish && body(event);
              if (!at || (wish === 'close' && !this.previewing)) return;
              const picks = at.column && at.column.localName.includes('selection');
              if (picks && event.key === ' ') return;
              event.preventDefault();
              event.stopImmediatePropagation();
              this.$server.pressed(wish, at.item.key);
            }, true);
            this.addEventListener('cell-focus', event => {
              const at = event.detail.context;
              remember(at);
              clearTimeout(this.porticoFollow);
              if (this.previewing && at && at.section === 'body' && at.item) {
                this.porticoFollow = setTimeout(() => this.$server.pressed('follow', at.item.key), 120);
              }
            });
            const list = location.pathname;
            const here = () => {
              const address = new URL(location.href);
              address.searchParams.delete('preview');
              address.searchParams.sort();
              return address.pathname + address.search;
            };
            const drawn = () => [...this.$.items.children].filter(row => !row.hidden);
            const link = row => [...row.children]
              .flatMap(cell => cell.firstElementChild?.assignedElements?.() ?? [])
              .map(content => content.querySelector('.entity-cell a'))
              .find(found => found);
            const remember = at => {
              // The rows stand for a moment longer than the list's address does.
              if (!at || at.section !== 'body' || !at.item || location.pathname !== list) return;
              const row = drawn().find(each => each.index === at.index);
              window.porticoRow = {address: here(), index: at.index, to: row && link(row)?.href};
            };
            this.addEventListener('click', event => remember(this.getEventContext(event)), true);
            const focus = row => link(row).closest('vaadin-grid-cell-content').assignedSlot.parentElement.focus();
            // Other columns draw all cells anew, that with the focus too; the next key comes to the same row.
            new MutationObserver(() => this.dispatchEvent(new CustomEvent('place-lost', {bubbles: true, detail: () => {
              const row = drawn().find(each => each.index === window.porticoRow?.index);
              if (row && link(row)) focus(row);
            }}))).observe(this.$.items, {childList: true, subtree: true});
            const came = window.porticoRow;
            delete window.porticoRow;
            const until = came && came.address === here() ? performance.now() + 10_000 : 0;
            const back = () => {
              if (performance.now() > until || !this.isConnected) return;
              const rows = drawn().filter(link);
              const row = rows.some(each => each.index === came.index)
                && (rows.find(each => link(each).href === came.to) ?? rows.find(each => each.index === came.index));
              if (!row) {
                if (came.index < this.size) this.scrollToIndex(came.index);
                requestAnimationFrame(back);
              } else if (document.activeElement === document.body || document.activeElement.matches('.page')) {
                focus(row);
              }
            };
            back();
            """;
}
