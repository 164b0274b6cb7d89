// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// `Always`: what the rule finds goes to a person at once. `Likely`: it counts together with tone and the
/// other reasons.
enum class EscalationLevel { Likely, Always };

/// One rule of a tenant, as `/escalation-rules` edits it.
struct EscalationRule {
    std::string id;
    std::string name;
    std::string reason;

    /// Each condition that is set must hold; any one of the keywords is enough. A rule with the id of a
    /// shipped one finds its reason by meaning: keywords add phrases to that, the others narrow it. Any other
    /// rule without a condition finds nothing.
    struct When {
        std::vector<std::string> keywords; ///< words or phrases, any case; "chargeback*" by its beginning
        std::vector<std::string> categories;
        std::optional<double> sentimentBelow; ///< -1..1
    } when;

    EscalationLevel level = EscalationLevel::Likely;
    int priority = 100; ///< of several that fire, the lowest number names the reason
    bool enabled = true;
};

/// What is judged: one message.
struct EscalationInput {
    std::string_view subject;
    std::string_view text;
    double sentiment = 0; ///< -1..1
    std::string_view category;
};

struct EscalationVerdict {
    bool escalate = false;
    EscalationLevel level = EscalationLevel::Likely;
    /// refund, billing_dispute, legal, security, data_loss, outage, deletion, ownership, churn, anger,
    /// human_request, pricing, safety or a tenant's own; empty where nothing speaks for any
    std::string reason;
    std::string ruleId;      ///< of the rule that names the reason
    bool isQuestion = false; ///< all that speaks for it was asked about, not demanded: "Can I get a refund?"
    double score = 0;        ///< 0..1, how likely a support team hands this to a person
    std::vector<std::string> evidence; ///< the words that spoke for it, the strongest first; customer text
};

/// Says whether a message belongs to a person, and why: phrase patterns per reason over folded words, with
/// negation, questions about a policy told from demands, and words that only look alike ("legal entity"),
/// summed with the tone in one logistic score. English, German, Spanish and French.
/// @thread any, once built; judge() takes no lock
class EscalationRules {
public:
    /// The shipped rules.
    EscalationRules();

    /// @param tenantRules  a rule with the id of a shipped one replaces it, others are added
    explicit EscalationRules(std::vector<EscalationRule> tenantRules);

    ~EscalationRules();
    EscalationRules(EscalationRules&&) noexcept;
    EscalationRules& operator=(EscalationRules&&) noexcept;
    EscalationRules(const EscalationRules&) = delete;
    EscalationRules& operator=(const EscalationRules&) = delete;

    [[nodiscard]] EscalationVerdict judge(const EscalationInput& input) const;

    /// One rule a reason; their ids are their reasons.
    static std::vector<EscalationRule> defaults();

private:
    struct Compiled;
    std::unique_ptr<const Compiled> m_compiled;
};

} // namespace parley::server::nlp
