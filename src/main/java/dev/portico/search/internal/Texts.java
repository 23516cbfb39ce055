package dev.portico.search.internal;

import dev.portico.search.sources.DocumentText;
import dev.portico.search.sources.DocumentText.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/// A document's texts as they are kept beside it, for snippets and reasons: for each its role's number, its label and
/// itself.
final class Texts {

    private static final List<Role> ROLES = List.of(Role.values());

    private Texts() {}

    static BytesRef write(List<DocumentText> texts) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        for (DocumentText text : texts) {
            out.writeByte((byte) ROLES.indexOf(text.role()));
            out.writeString(text.label());
            out.writeString(text.text());
        }
        return new BytesRef(out.toArrayCopy());
    }

    static List<DocumentText> read(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        List<DocumentText> texts = new ArrayList<>();
        while (!in.eof()) {
            Role role = ROLES.get(in.readByte());
            texts.add(new DocumentText(role, string(in), string(in)));
        }
        return texts;
    }

    private static String string(ByteArrayDataInput in) {
        byte[] bytes = new byte[in.readVInt()];
        in.readBytes(bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
