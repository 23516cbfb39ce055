package dev.portico.catalog;

import dev.portico.access.Space;
import dev.portico.catalog.internal.ViewRegister;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The views of the catalog's list that people keep: private ones, which their owner alone sees, and shared ones, which
/// everyone sees or the members of one space.
///
/// A view is a question, not an answer: whoever opens it sees what they may read. Every change is audited and announced
/// as [CatalogEvents#VIEWS].
@Service
public final class SavedViews {

    /// The most views that one account keeps.
    public static final int MOST = 100;

    private final ViewRegister register;

    SavedViews(ViewRegister register) {
        this.register = register;
    }

    /// The reader's own views, then those that others share, each by name.
    public List<SavedView> list(Reader reader) {
        return register.list(reader);
    }

    /// The spaces that the reader may share views into: those whose groups they are in, and where they hold the right.
    public List<Space> spaces(Reader reader) {
        return register.spaces(reader);
    }

    /// Keeps a new view.
    ///
    /// @param query what the list's address says behind the question mark, at most 4,000 characters
    /// @throws Refusal.Forbidden    when it is to be shared and the reader may not share views
    /// @throws Refusal.NotFound     when it is to be shared into a space that the reader is no member of
    /// @throws Refusal.InvalidInput when the name or the query does not fit
    /// @throws Refusal.Conflict     when the reader has a view of that name, or a hundred
    public SavedView create(String name, String query, Sharing sharing, Reader reader) {
        return register.create(name, query, sharing, reader);
    }

    /// Changes name, question and who sees it.
    ///
    /// @throws Refusal.NotFound  when there is no such view, the reader may not see it, or is no member of the
    ///     space
    /// @throws Refusal.Forbidden when it is another's and the reader may not manage views, or when it is to become
    ///     shared and the reader may not share views
    public SavedView change(UUID id, String name, String query, Sharing sharing, Reader reader) {
        return register.change(id, name, query, sharing, reader);
    }

    /// Deletes a view.
    ///
    /// @throws Refusal.NotFound  when there is no such view, or the reader may not see it
    /// @throws Refusal.Forbidden when it is another's and the reader may not manage views
    public void delete(UUID id, Reader reader) {
        register.delete(id, reader);
    }
}
