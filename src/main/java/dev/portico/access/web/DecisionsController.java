package dev.portico.access.web;

import dev.portico.access.Decision;
import dev.portico.access.DecisionQuestion;
import dev.portico.access.Explanation;
import dev.portico.access.Explanation.HeldRole;
import dev.portico.access.Explanation.SeenCondition;
import dev.portico.access.Explanation.SeenGrant;
import dev.portico.access.Explanations;
import dev.portico.kernel.Reader;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Decisions and why, over REST.
@RestController
@RequestMapping("/api/portico/access/decisions")
class DecisionsController {

    private final Explanations explanations;

    DecisionsController(Explanations explanations) {
        this.explanations = explanations;
    }

    /// Decides as the policy would, and says why. Changes nothing.
    @PostMapping
    DecisionJson explain(Reader reader, @RequestBody @Valid QuestionJson json) {
        return DecisionJson.of(explanations.explain(
                reader,
                new DecisionQuestion(json.account(), json.token(), json.permission(), json.thing(), json.policy())));
    }

    /// @param account    the name of an account; left out for oneself
    /// @param token      the name of a service token, or `jane/laptop` for a personal one, in place of an account
    /// @param permission the name of a permission
    /// @param thing      the id of a thing, such as `component:default/fare-engine`; left out for none
    /// @param policy     the number of a policy; left out for the one in force
    record QuestionJson(
            @Nullable String account,
            @Nullable String token,
            @NotNull String permission,
            @Nullable String thing,
            @Nullable Integer policy) {}

    /// @param depends   whether it is so of some things and not of others, and none was named
    /// @param policy    the policy that was asked
    /// @param limits    what stood before every role, such as the scopes of a token
    /// @param sentences all of it for people
    record DecisionJson(
            boolean allowed,
            boolean depends,
            String permission,
            int policy,
            List<String> limits,
            List<HeldRole> roles,
            List<SeenGrantJson> grants,
            List<String> sentences) {

        static DecisionJson of(Decision decision) {
            Explanation reasons = decision.reasons();
            return new DecisionJson(
                    decision.allowed(),
                    decision.depends(),
                    decision.permission().name(),
                    reasons.policy(),
                    reasons.limits(),
                    reasons.roles(),
                    reasons.grants().stream().map(SeenGrantJson::of).toList(),
                    reasons.sentences());
        }
    }

    /// @param role      the role that it stands in
    /// @param outcome   `OTHER_PERMISSION`, `HOLDS`, `DOES_NOT_HOLD`, `NEEDS_THING` or `SPARES_ADMIN`
    /// @param condition what its condition saw; null where it has none or was not asked
    record SeenGrantJson(
            String role,
            RoleBody.GrantBody grant,
            Explanation.Outcome outcome,
            @Nullable SeenCondition condition) {

        static SeenGrantJson of(SeenGrant seen) {
            return new SeenGrantJson(
                    seen.role(), RoleBody.GrantBody.of(seen.grant()), seen.outcome(), seen.condition());
        }
    }
}
