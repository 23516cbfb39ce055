package dev.portico.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Keeps a folder of descriptors: registers it, changes one file at a time and has the portal read it again, and
/// sometimes removes the source. Does the next thing only once the portal has read the last.
final class FolderKeeper extends Client {

    private static final int FILES = 5;
    private static final int MOST_ENTITIES_A_FILE = 60;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    private final Ledger ledger;
    private final PortalClient portal;
    private final Path folder;
    private final Path scratch;
    private final Random random;
    private final Inventor inventor;
    private final Map<String, Contents> files = new TreeMap<>();

    /// @param folder of the source
    /// @param scratch a folder on the same disk, where files are written before they take their place
    FolderKeeper(Ledger ledger, Path folder, Path scratch, PortalClient portal, Gate gate, Journal journal, long seed) {
        super(gate, journal);
        this.ledger = ledger;
        this.folder = folder;
        this.scratch = scratch;
        this.portal = portal;
        this.random = new Random(seed);
        this.inventor = new Inventor(ledger.source(), random);
    }

    @Override
    boolean act() throws Exception {
        if (!ledger.state().present()) {
            return register();
        }
        if (ledger.unsettled()) {
            return settle();
        }
        return random.nextInt(12) == 0 ? remove() : change();
    }

    private boolean register() throws IOException {
        while (files.size() < FILES) {
            write("file-" + files.size() + ".yaml", inventor.next(Contents.NOTHING, MOST_ENTITIES_A_FILE));
        }
        Effect effect = Effect.register(Contents.union(files.values()));
        ledger.sent(effect);
        return told(effect, "register " + ledger.source(), portal.register(ledger.source(), folder.toString()));
    }

    private boolean change() throws IOException {
        List<String> names = new ArrayList<>(files.keySet());
        String name = names.get(random.nextInt(names.size()));
        Contents next = inventor.next(files.getOrDefault(name, Contents.NOTHING), MOST_ENTITIES_A_FILE);
        Map<String, Contents> after = new TreeMap<>(files);
        after.put(name, next);
        ledger.sent(Effect.refresh(Contents.union(after.values())));
        write(name, next);
        return refresh();
    }

    private boolean refresh() {
        Effect effect = Effect.refresh(Contents.union(files.values()));
        return told(effect, "refresh " + ledger.source(), portal.refresh(ledger.source()));
    }

    /// Waits until the portal has read the last change; orders it again where the order may not have arrived.
    private boolean settle() throws InterruptedException {
        if (!ledger.waits()) {
            return refresh();
        }
        if (portal.finds(inventor.latest())) {
            ledger.reached();
        } else {
            gate().pause(BETWEEN_LOOKS);
        }
        return true;
    }

    private boolean remove() {
        Effect effect = Effect.remove();
        ledger.sent(effect);
        return told(effect, "remove " + ledger.source(), portal.remove(ledger.source()));
    }

    private boolean told(Effect effect, String request, PortalClient.Answer answer) {
        boolean heard = heard(request, answer);
        if (heard) {
            ledger.acknowledged(effect);
        }
        return heard;
    }

    /// Puts a file in its place in one step, so that nobody reads half of it.
    private void write(String name, Contents contents) throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(scratch);
        Path next = Files.writeString(scratch.resolve(ledger.source() + "-" + name), contents.yaml());
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        files.put(name, contents);
    }
}
