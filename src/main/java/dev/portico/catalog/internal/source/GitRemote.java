package dev.portico.catalog.internal.source;

import dev.portico.catalog.internal.source.SourceUnreadable.Reason;
import dev.portico.outbound.Outbound;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/// The far side of a clone: asks which commit a branch is at, and fetches that commit without its history.
final class GitRemote {

    /// Where the clone keeps the commit it fetched last.
    static final String KEPT = "refs/portico/head";

    private final Outbound outbound;
    private final SourceSettings settings;
    private final SourceTarget target;
    private final @Nullable Credential credential;

    GitRemote(Outbound outbound, SourceSettings settings, SourceTarget target, @Nullable Credential credential) {
        this.outbound = outbound;
        this.settings = settings;
        this.target = target;
        this.credential = credential;
    }

    /// What a branch is at.
    ///
    /// @param ref    the full name of the ref to fetch
    /// @param branch the name to show
    record Tip(ObjectId commit, String ref, String branch) {}

    /// Brings the clone to what the server has; asks for nothing more than the names where that is there already.
    ///
    /// @throws SourceUnreadable where the server is at fault
    /// @throws IOException      where the clone may be
    Tip update(Repository clone) throws IOException {
        OutboundGit connections = new OutboundGit(outbound, settings, target, credential);
        try (Transport transport = open(clone, connections)) {
            Tip tip = tip(transport);
            Ref kept = clone.exactRef(KEPT);
            if (kept == null || !tip.commit.equals(kept.getObjectId())) {
                fetch(transport, clone, tip);
            }
            return new Tip(commitOf(clone), tip.ref, tip.branch);
        } catch (TransportException failed) {
            SourceUnreadable reason = connections.failure();
            if (reason != null) {
                throw reason;
            }
            throw failed;
        }
    }

    static void refuseOddBranch(String branch, SourceTarget target) {
        if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
            throw new SourceUnreadable(
                    Reason.REFUSED, target.ref(), "\"" + branch + "\" cannot be the name of a branch");
        }
    }

    static SourceUnreadable noBranch(SourceTarget target) {
        String message = target.branch() == null
                ? target.target() + " has no commit yet"
                : target.target() + " has no branch or tag " + target.branch() + ". Check its name";
        return new SourceUnreadable(Reason.MISSING, target.ref(), message);
    }

    private Transport open(Repository clone, OutboundGit connections) throws NotSupportedException, TransportException {
        Transport transport;
        try {
            transport = Transport.open(clone, new URIish(target.target()));
        } catch (URISyntaxException notAUrl) {
            throw new SourceUnreadable(Reason.REFUSED, target.ref(), target.target() + " is not a URL", notAUrl);
        }
        if (!(transport instanceof TransportHttp http)) {
            transport.close();
            throw new SourceUnreadable(
                    Reason.REFUSED, target.ref(), "Portico fetches repositories by https, not " + target.target());
        }
        http.setHttpConnectionFactory(connections);
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setDepth(1);
        return transport;
    }

    private Tip tip(Transport transport) throws TransportException, NotSupportedException {
        String branch = target.branch();
        if (branch != null) {
            refuseOddBranch(branch, target);
        }
        Collection<RefSpec> wanted = branch == null
                ? List.of()
                : List.of(new RefSpec(Constants.R_HEADS + branch), new RefSpec(Constants.R_TAGS + branch));
        Map<String, Ref> refs;
        try (FetchConnection connection = transport.openFetch(wanted, Constants.HEAD)) {
            refs = connection.getRefsMap();
        }
        return branch == null ? head(refs) : named(refs, branch);
    }

    private Tip head(Map<String, Ref> refs) {
        Ref head = refs.get(Constants.HEAD);
        if (head == null || head.getObjectId() == null) {
            throw noBranch(target);
        }
        String name = head.getLeaf().getName();
        boolean usable = name.startsWith(Constants.R_HEADS) && Repository.isValidRefName(name);
        return new Tip(
                head.getObjectId(),
                usable ? name : Constants.HEAD,
                usable ? Repository.shortenRefName(name) : Constants.HEAD);
    }

    private Tip named(Map<String, Ref> refs, String branch) {
        Ref found = refs.get(Constants.R_HEADS + branch);
        if (found == null) {
            found = refs.get(Constants.R_TAGS + branch);
        }
        if (found == null || found.getObjectId() == null) {
            throw noBranch(target);
        }
        return new Tip(found.getObjectId(), found.getName(), branch);
    }

    private void fetch(Transport transport, Repository clone, Tip tip)
            throws TransportException, NotSupportedException {
        FetchLimits limits = new FetchLimits(clone.getDirectory().toPath(), settings);
        try {
            transport.fetch(limits, List.of(new RefSpec('+' + tip.ref + ':' + KEPT)));
        } catch (TransportException failed) {
            if (limits.passed() == null) {
                throw failed;
            }
            throw limits.refusal(target, failed);
        }
        if (limits.passed() != null || limits.tooLarge()) {
            throw limits.refusal(target, null);
        }
    }

    /// The commit that was fetched, with a tag taken off. Fails where its tree is not there.
    private ObjectId commitOf(Repository clone) throws IOException {
        Ref kept = clone.exactRef(KEPT);
        if (kept == null) {
            throw new IOException("The fetch left no " + KEPT);
        }
        try (RevWalk walk = new RevWalk(clone)) {
            ObjectId commit = walk.parseCommit(kept.getObjectId());
            walk.parseTree(commit);
            return commit.copy();
        }
    }
}
