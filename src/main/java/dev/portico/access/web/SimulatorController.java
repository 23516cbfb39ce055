package dev.portico.access.web;

import dev.portico.access.Explanation.Holding;
import dev.portico.access.HolderQuestion;
import dev.portico.access.Holders;
import dev.portico.access.Party;
import dev.portico.access.PolicyEffect;
import dev.portico.access.PolicyEffect.Direction;
import dev.portico.access.PolicyEffects;
import dev.portico.access.Reach;
import dev.portico.access.ReachQuestion;
import dev.portico.access.RecordedDecisions;
import dev.portico.access.Replay;
import dev.portico.access.Replays;
import dev.portico.access.Simulator;
import dev.portico.kernel.Reader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a policy would do, over REST. Changes nothing.
@RestController
@RequestMapping("/api/portico/access")
class SimulatorController {

    private final PolicyEffects effects;
    private final Simulator simulator;
    private final Replays replays;

    SimulatorController(PolicyEffects effects, Simulator simulator, Replays replays) {
        this.effects = effects;
        this.simulator = simulator;
        this.replays = replays;
    }

    /// How much somebody could act on, with a sample.
    @PostMapping("/simulator/reach")
    Reach reach(Reader reader, @RequestBody @Valid ReachJson json) {
        return simulator.reach(
                reader, new ReachQuestion(json.account(), json.token(), json.permission(), json.policy()));
    }

    /// Who may do something, and through what.
    @PostMapping("/simulator/holders")
    HoldersJson holders(Reader reader, @RequestBody @Valid HolderJson json) {
        return HoldersJson.of(
                simulator.holders(reader, new HolderQuestion(json.permission(), json.thing(), json.policy())));
    }

    /// What there is to run a policy over.
    @GetMapping("/decisions/recorded")
    RecordedDecisions recorded(Reader reader) {
        return replays.recorded(reader);
    }

    /// Runs a policy over the recorded decisions.
    @PostMapping("/policies/{number}/replay")
    Replay replay(Reader reader, @PathVariable int number) {
        return replays.replay(reader, number, (done, of) -> {});
    }

    /// Who would gain and lose what if the policy took another's place.
    @GetMapping("/policies/{number}/effect")
    EffectJson effect(Reader reader, @PathVariable int number, @RequestParam int from) {
        return EffectJson.of(effects.effect(reader, from, number));
    }

    /// @param account    the name of an account; left out for oneself
    /// @param token      the name of a service token, or `jane/laptop` for a personal one, in place of an account
    /// @param permission the name of a permission
    /// @param policy     the number of a policy; left out for the one in force
    record ReachJson(
            @Nullable String account,
            @Nullable String token,
            @NotNull String permission,
            @Nullable Integer policy) {}

    /// @param thing  the id of a thing; left out for whoever may do it somewhere
    /// @param policy the number of a policy; left out for the one in force
    record HolderJson(
            @NotNull String permission,
            @Nullable String thing,
            @Nullable Integer policy) {}

    record HoldersJson(int policy, int people, int tokens, List<OneJson> who) {
        static HoldersJson of(Holders holders) {
            return new HoldersJson(
                    holders.policy(),
                    holders.people(),
                    holders.tokens(),
                    holders.who().stream().map(OneJson::of).toList());
        }
    }

    /// @param everywhere whether they may without a condition
    record OneJson(Party party, boolean everywhere, List<ThroughJson> through) {
        static OneJson of(Holders.Holder holder) {
            return new OneJson(
                    holder.party(),
                    holder.everywhere(),
                    holder.through().stream().map(ThroughJson::of).toList());
        }
    }

    record ThroughJson(String role, RoleBody.GrantBody grant, List<Holding> holdings) {
        static ThroughJson of(Holders.Through through) {
            return new ThroughJson(through.role(), RoleBody.GrantBody.of(through.grant()), through.holdings());
        }
    }

    /// @param gaining how many people gain anything
    /// @param losing  how many people lose anything
    record EffectJson(int from, int to, int gaining, int losing, List<LineJson> lines) {
        static EffectJson of(PolicyEffect effect) {
            return new EffectJson(
                    effect.from(),
                    effect.to(),
                    effect.gaining(),
                    effect.losing(),
                    effect.lines().stream().map(LineJson::of).toList());
        }
    }

    /// @param sentence all of it for people
    /// @param who      the first of those it concerns
    record LineJson(
            Direction direction,
            List<String> permissions,
            String place,
            int people,
            int tokens,
            String sentence,
            List<Party> who) {

        static LineJson of(PolicyEffect.Line line) {
            return new LineJson(
                    line.direction(),
                    line.permissions(),
                    line.place(),
                    line.people(),
                    line.tokens(),
                    line.sentence(),
                    line.who());
        }
    }
}
