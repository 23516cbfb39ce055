package dev.portico.search.fields;

import dev.portico.search.sources.DocumentField;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A bean that adds fields to the documents of another module.
public interface FieldSource {

    /// The type of the documents that it adds to, such as `catalog-entity`.
    String type();

    /// The topic of the change feed that names, by their ids, the documents whose fields have changed.
    String topic();

    /// The paths, among those it adds, by which people count, narrow and order lists.
    List<String> listed();

    /// The present fields of documents, by id. Ids that it knows nothing of are left out.
    ///
    /// @param ids at most 1,000
    Map<String, List<DocumentField>> fields(Collection<String> ids);
}
