// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/escalation_rules.h"

#include "server/nlp/ask_for_human.h"
#include "server/nlp/escalation/escalation_lines.h"
#include "server/nlp/escalation/phrase_evidence.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parley::server::nlp {
namespace {

// Weights by judgement, in log odds, checked on invented tickets of many trades.
// A message of which nothing is known goes to a person once in thirteen times.
constexpr double kBias = -2.5;
// One reason beside another adds less than it would alone.
constexpr std::array<double, 3> kReasonShare{1.0, 0.45, 0.2};
constexpr double kAsksForHuman = 4.0;
// A report of a fault reads negative too: the mood deepens anger that was put in words, it does not make it.
constexpr double kAngerWords = 1.5;
constexpr double kKeywordAlways = 4.0;
constexpr double kKeywordLikely = 3.0;
// Where the tenant says "always", half a sign is enough ...
constexpr double kAlwaysBonus = 0.3;
constexpr double kAlwaysFrom = 1.5;
// ... and a reason that is nearly sure by itself may name the verdict.
constexpr double kFiresFrom = 2.2;

double negativePart(double sentiment, double from, double weight)
{
    return sentiment < from ? weight * std::min(1.0, (from - sentiment) / (1.0 + from)) : 0.0;
}

/// How loud a message is, whatever it says.
double toneOf(const PhraseText& text, double sentiment, double urgent)
{
    constexpr double kShoutedShare = 0.3;
    constexpr std::ptrdiff_t kShoutedWords = 5;
    const auto shouted = std::count_if(text.words.begin(), text.words.end(), [](const PhraseWord& word) {
        return word.shouted;
    });
    double tone = negativePart(sentiment, -0.4, 0.4);
    if (shouted >= kShoutedWords &&
        static_cast<double>(shouted) > kShoutedShare * static_cast<double>(text.words.size())) {
        tone += 0.8;
    }
    tone += text.exclamations >= 3 ? 0.3 : 0.0;
    tone += urgent > 0 ? 0.3 : 0.0;
    tone -= sentiment > 0.6 ? 0.3 : 0.0;
    return tone;
}

/// A subject alone asks for a person ("Operator") only where little else is said.
bool isShort(const PhraseText& text)
{
    constexpr std::size_t kFewWords = 8;
    return text.words.size() <= kFewWords;
}

const PhraseBook& shippedBook()
{
    static const PhraseBook kBook(readPhrases(escalationLines()));
    return kBook;
}

bool isShipped(std::string_view id)
{
    static const std::vector<EscalationRule> kDefaults = EscalationRules::defaults();
    return std::any_of(kDefaults.begin(), kDefaults.end(), [&](const EscalationRule& rule) {
        return rule.id == id;
    });
}

std::vector<EscalationRule> merged(std::vector<EscalationRule> own)
{
    std::vector<EscalationRule> rules = EscalationRules::defaults();
    for (EscalationRule& rule : own) {
        const auto known = std::find_if(rules.begin(), rules.end(), [&](const EscalationRule& other) {
            return other.id == rule.id;
        });
        if (known != rules.end()) {
            *known = std::move(rule);
        } else {
            rules.push_back(std::move(rule));
        }
    }
    std::erase_if(rules, [](const EscalationRule& rule) { return !rule.enabled; });
    std::stable_sort(rules.begin(), rules.end(), [](const EscalationRule& a, const EscalationRule& b) {
        return a.priority < b.priority;
    });
    return rules;
}

/// The keywords of each rule as phrases of a section with the rule's index for a name.
PhraseBook keywordBook(const std::vector<EscalationRule>& rules)
{
    std::vector<Phrase> phrases;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (const std::string& keyword : rules[i].when.keywords) {
            Phrase phrase;
            phrase.section = std::to_string(i);
            phrase.weight = rules[i].level == EscalationLevel::Always ? kKeywordAlways : kKeywordLikely;
            for (std::string& word : phraseWordsOf(keyword)) {
                phrase.elements.push_back({.words = {std::move(word)}, .gap = 0, .optional = false});
            }
            if (!phrase.elements.empty()) {
                phrases.push_back(std::move(phrase));
            }
        }
    }
    return PhraseBook(std::move(phrases));
}

struct Finding {
    const EscalationRule* rule = nullptr;
    double weight = 0;
    std::vector<std::string> evidence;
    bool isAsked = true;
};

} // namespace

struct EscalationRules::Compiled {
    explicit Compiled(std::vector<EscalationRule> own)
        : rules(merged(std::move(own))), keywords(keywordBook(rules))
    {
        const PhraseBook& shipped = shippedBook();
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const bool detects = isShipped(rules[i].id);
            detectors.push_back(detects ? shipped.sectionNamed(rules[i].id) : shipped.sections().size());
            keywordSections.push_back(keywords.sectionNamed(std::to_string(i)));
        }
        urgent = shipped.sectionNamed("urgent");
        people = shipped.sectionNamed("people");
    }

    std::vector<EscalationRule> rules;        // enabled ones, by priority
    PhraseBook keywords;                      // of all rules
    std::vector<std::size_t> detectors;       // by rule: section of the shipped book
    std::vector<std::size_t> keywordSections; // by rule: section of `keywords`
    std::size_t urgent = 0;
    std::size_t people = 0;

    [[nodiscard]] bool holds(const EscalationRule& rule, const EscalationInput& input) const
    {
        const EscalationRule::When& when = rule.when;
        const bool category = when.categories.empty() ||
                              std::find(when.categories.begin(), when.categories.end(), input.category) !=
                                  when.categories.end();
        return category && (!when.sentimentBelow || input.sentiment < *when.sentimentBelow);
    }

    [[nodiscard]] Finding find(std::size_t index,
                               const EscalationInput& input,
                               const PhraseText& text,
                               const std::vector<Evidence>& shipped,
                               const std::vector<Evidence>& own) const
    {
        const EscalationRule& rule = rules[index];
        Finding finding{.rule = &rule, .weight = 0, .evidence = {}, .isAsked = true};
        if (!holds(rule, input)) {
            return finding;
        }
        const auto add = [&](const std::vector<Evidence>& all, std::size_t section) {
            if (section >= all.size()) {
                return;
            }
            finding.weight = std::max(finding.weight, all[section].weight);
            finding.isAsked = finding.isAsked && all[section].isAsked;
            for (const PhraseMatch& match : all[section].matches) {
                finding.evidence.emplace_back(text.quote(match.first, match.last));
            }
        };
        const bool detects = detectors[index] < shipped.size();
        add(own, keywordSections[index]);
        add(shipped, detectors[index]);
        if (detects && rule.id == "human_request" && shipped[people].weight > 0 &&
            (asksForHuman(input.text) || (isShort(text) && asksForHuman(input.subject)))) {
            finding.weight = std::max(finding.weight, kAsksForHuman);
            finding.isAsked = false;
            if (finding.evidence.empty()) {
                const PhraseMatch& person = shipped[people].matches.front();
                finding.evidence.emplace_back(text.quote(person.first, person.last));
            }
        }
        if (detects && rule.id == "anger" && finding.weight >= kAngerWords) {
            finding.weight += negativePart(input.sentiment, -0.4, 1.0);
        }
        const bool conditionOnly = !detects && rule.when.keywords.empty() &&
                                   (rule.when.sentimentBelow || !rule.when.categories.empty());
        if (conditionOnly) {
            finding.weight = rule.level == EscalationLevel::Always ? kKeywordAlways : kKeywordLikely;
            finding.isAsked = false;
        }
        if (rule.level == EscalationLevel::Always && finding.weight >= kAlwaysFrom) {
            finding.weight += kAlwaysBonus;
        }
        return finding;
    }
};

EscalationRules::EscalationRules() : EscalationRules(std::vector<EscalationRule>{}) {}

EscalationRules::EscalationRules(std::vector<EscalationRule> tenantRules)
    : m_compiled(std::make_unique<const Compiled>(std::move(tenantRules)))
{}

EscalationRules::~EscalationRules() = default;
EscalationRules::EscalationRules(EscalationRules&&) noexcept = default;
EscalationRules& EscalationRules::operator=(EscalationRules&&) noexcept = default;

EscalationVerdict EscalationRules::judge(const EscalationInput& input) const
{
    const PhraseText text = readPhraseText(input.subject, input.text);
    const std::vector<Evidence> shipped = evidenceIn(shippedBook(), text);
    const std::vector<Evidence> own = evidenceIn(m_compiled->keywords, text);

    std::vector<Finding> findings;
    for (std::size_t i = 0; i < m_compiled->rules.size(); ++i) {
        Finding finding = m_compiled->find(i, input, text, shipped, own);
        if (finding.weight > 0) {
            findings.push_back(std::move(finding));
        }
    }
    // By weight for the sum; what is sure of itself then names the reason by its priority.
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return a.weight > b.weight;
    });
    EscalationVerdict verdict;
    double sum = kBias + toneOf(text, input.sentiment, shipped[m_compiled->urgent].weight);
    for (std::size_t i = 0; i < std::min(findings.size(), kReasonShare.size()); ++i) {
        sum += kReasonShare[i] * findings[i].weight;
    }
    verdict.score = 1.0 / (1.0 + std::exp(-sum));
    verdict.escalate = !findings.empty() && verdict.score >= 0.5;
    if (findings.empty()) {
        return verdict;
    }
    const auto names = [&](const Finding& finding) {
        return finding.weight >= kFiresFrom && finding.weight >= findings.front().weight - 1.5;
    };
    const Finding* reason = &findings.front();
    for (const Finding& finding : findings) {
        if (names(finding) && finding.rule->priority < reason->rule->priority) {
            reason = &finding;
        }
        verdict.evidence.insert(verdict.evidence.end(), finding.evidence.begin(), finding.evidence.end());
    }
    verdict.reason = reason->rule->reason;
    verdict.level = reason->rule->level;
    verdict.ruleId = reason->rule->id;
    verdict.isQuestion =
        std::all_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.isAsked; });
    return verdict;
}

} // namespace parley::server::nlp
