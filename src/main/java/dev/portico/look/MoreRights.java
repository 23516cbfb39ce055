package dev.portico.look;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/// What else a role allows, in words: how much of it as a line that opens, and each right as a sentence in it.
public final class MoreRights extends NativeDetails {

    /// @param count     what is counted: `14 more permissions`
    /// @param sentences what each of them allows
    public MoreRights(String count, List<String> sentences) {
        super(count);
        addClassNames("more-rights", "small");
        UnorderedList list = new UnorderedList();
        sentences.forEach(sentence -> list.add(new ListItem(sentence)));
        setContent(list);
    }
}
