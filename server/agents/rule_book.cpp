// SPDX-License-Identifier: MIT
#include "server/agents/rule_book.h"

#include "server/agents/destinations.h"
#include "server/store/team_repository.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace parley::server::agents {

using identity::Actor;
using nlohmann::json;

namespace {

constexpr std::size_t kMaxRules = 500;
constexpr std::size_t kMaxTexts = 200;
constexpr std::size_t kMaxText = 100;
constexpr std::size_t kMaxReason = 40;
/// Of several rules that fire, one that the tenant wrote names the reason.
constexpr int kOwnRuleOrder = 1;
constexpr std::array<std::string_view, 4> kPriorities{"low", "medium", "high", "urgent"};

store::EscalationRuleRow rowOf(const BookedRule& booked, std::int64_t nowMs)
{
    store::EscalationRuleRow row;
    row.id = booked.rule.id;
    row.name = booked.rule.name;
    row.reason = booked.rule.reason;
    row.conditions = conditionsJson(booked.rule).dump();
    row.level = levelName(booked.rule.level);
    row.teamId = booked.teamId;
    row.priority = booked.ticketPriority;
    row.enabled = booked.rule.enabled;
    row.createdMs = row.updatedMs = nowMs;
    return row;
}

std::vector<std::string> texts(const json& object, const char* name)
{
    return object.contains(name) && object[name].is_array() ? object[name].get<std::vector<std::string>>()
                                                            : std::vector<std::string>();
}

BookedRule bookedOf(const store::EscalationRuleRow& row)
{
    BookedRule booked;
    booked.rule.id = row.id;
    booked.rule.name = row.name;
    booked.rule.reason = row.reason;
    const json conditions = json::parse(row.conditions, nullptr, false);
    if (conditions.is_object()) {
        booked.rule.when.keywords = texts(conditions, "keywords");
        booked.rule.when.categories = texts(conditions, "categories");
        if (conditions.contains("sentiment_below") && conditions["sentiment_below"].is_number()) {
            booked.rule.when.sentimentBelow = conditions["sentiment_below"].get<double>();
        }
    }
    booked.rule.level = row.level == "always" ? nlp::EscalationLevel::Always : nlp::EscalationLevel::Likely;
    booked.rule.priority = kOwnRuleOrder;
    booked.ticketPriority = row.priority;
    booked.rule.enabled = row.enabled;
    booked.teamId = row.teamId;
    return booked;
}

json auditView(const BookedRule& booked)
{
    return {{"name", booked.rule.name},
            {"reason", booked.rule.reason},
            {"when", conditionsJson(booked.rule)},
            {"level", levelName(booked.rule.level)},
            {"team_id", booked.teamId},
            {"priority", booked.ticketPriority},
            {"enabled", booked.rule.enabled}};
}

bool isReason(const std::string& reason)
{
    return !reason.empty() && reason.size() <= kMaxReason &&
           std::all_of(reason.begin(), reason.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || c == '_';
           });
}

bool areTexts(const std::vector<std::string>& texts)
{
    return texts.size() <= kMaxTexts && std::all_of(texts.begin(), texts.end(), [](const std::string& text) {
               return !trimmed(text).empty() && codePoints(text) <= kMaxText;
           });
}

/// @errors InvalidArgument with every field that is wrong
Result<void> checked(const BookedRule& booked)
{
    const nlp::EscalationRule& rule = booked.rule;
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "The rule has wrong fields.";
    const auto must = [&](bool isFine, const char* field, const char* message) {
        if (!isFine) {
            error.fields.push_back({field, message});
        }
    };
    must(!trimmed(rule.name).empty() && codePoints(rule.name) <= kMaxText,
         "name",
         "must have 1 to 100 characters");
    must(isReason(rule.reason), "reason", "must be 1 to 40 of a-z and _, such as billing_dispute");
    must(areTexts(rule.when.keywords), "when.keywords", "must be at most 200 texts of 1 to 100 characters");
    must(areTexts(rule.when.categories),
         "when.categories",
         "must be at most 200 texts of 1 to 100 characters");
    const double below = rule.when.sentimentBelow.value_or(0);
    must(below >= -1 && below <= 1, "when.sentiment_below", "must be from -1 to 1");
    must(std::find(kPriorities.begin(), kPriorities.end(), booked.ticketPriority) != kPriorities.end(),
         "priority",
         "must be low, medium, high or urgent");
    must(booked.isShipped || !rule.when.keywords.empty() || !rule.when.categories.empty() ||
             rule.when.sentimentBelow.has_value(),
         "when",
         "must have keywords, categories or sentiment_below");
    return error.fields.empty() ? Result<void>() : Result<void>(fail(std::move(error)));
}

void apply(BookedRule& booked, const RuleChanges& changes)
{
    nlp::EscalationRule& rule = booked.rule;
    rule.name = changes.name.value_or(rule.name);
    // What a shipped rule finds by meaning is its reason; another one would be another rule.
    rule.reason = booked.isShipped ? rule.reason : changes.reason.value_or(rule.reason);
    rule.when.keywords = changes.keywords.value_or(rule.when.keywords);
    rule.when.categories = changes.categories.value_or(rule.when.categories);
    rule.when.sentimentBelow = changes.sentimentBelow.value_or(rule.when.sentimentBelow);
    rule.level = changes.level.value_or(rule.level);
    booked.ticketPriority = changes.ticketPriority.value_or(booked.ticketPriority);
    rule.enabled = changes.enabled.value_or(rule.enabled);
    booked.teamId = changes.teamId.value_or(booked.teamId);
}

/// @errors InvalidArgument there is no such team here
Result<void> checkTeam(store::ReadTransaction& tx, const RuleChanges& changes)
{
    if (changes.teamId.value_or("").empty()) {
        return {};
    }
    auto team = store::TeamRepository().find(tx, *changes.teamId);
    if (!team) {
        return fail(std::move(team).error());
    }
    return *team ? Result<void>() : Result<void>(failField("team_id", "must be a team of this tenant"));
}

} // namespace

std::string_view levelName(nlp::EscalationLevel level)
{
    return level == nlp::EscalationLevel::Always ? "always" : "likely";
}

json conditionsJson(const nlp::EscalationRule& rule)
{
    json conditions = {{"keywords", rule.when.keywords}, {"categories", rule.when.categories}};
    conditions["sentiment_below"] = rule.when.sentimentBelow ? json(*rule.when.sentimentBelow) : json();
    return conditions;
}

RuleBook::RuleBook(store::Database& database, const Clock& clock, IdSource& ids)
    : m_database(database), m_clock(clock), m_ids(ids), m_audit(clock, ids)
{}

Result<std::vector<BookedRule>> RuleBook::read(store::ReadTransaction& tx)
{
    auto rows = store::EscalationRuleRepository().all(tx);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    std::vector<BookedRule> book;
    for (nlp::EscalationRule& rule : nlp::EscalationRules::defaults()) {
        BookedRule booked;
        booked.rule = std::move(rule);
        booked.ticketPriority = destinationOf(booked.rule.reason).priority;
        booked.isShipped = true;
        book.push_back(std::move(booked));
    }
    for (const store::EscalationRuleRow& row : *rows) {
        BookedRule own = bookedOf(row);
        const auto shipped = std::find_if(book.begin(), book.end(), [&](const BookedRule& other) {
            return other.rule.id == own.rule.id;
        });
        if (shipped == book.end()) {
            book.push_back(std::move(own));
            continue;
        }
        own.isShipped = own.isChanged = true;
        own.rule.priority = shipped->rule.priority;
        *shipped = std::move(own);
    }
    std::stable_sort(book.begin(), book.end(), [](const BookedRule& a, const BookedRule& b) {
        return a.rule.priority < b.rule.priority;
    });
    return book;
}

Result<BookedRule> RuleBook::find(store::ReadTransaction& tx, const std::string& id) const
{
    auto book = read(tx);
    if (!book) {
        return fail(std::move(book).error());
    }
    for (BookedRule& booked : *book) {
        if (booked.rule.id == id) {
            return std::move(booked);
        }
    }
    return fail(ErrorCode::NotFound, "There is no such rule.");
}

Result<void> RuleBook::write(store::Transaction& tx,
                             const BookedRule& rule,
                             const Actor& actor,
                             const identity::AuditEntry& entry) const
{
    if (auto put = m_rules.put(tx, rowOf(rule, m_clock.nowMs())); !put) {
        return put;
    }
    if (auto noted = m_audit.write(tx, actor, entry); !noted) {
        return noted;
    }
    return m_state.raiseConfigVersion(tx);
}

boost::asio::awaitable<Result<std::vector<BookedRule>>> RuleBook::list(TenantId tenant)
{
    auto job = [](store::ReadTransaction& tx) { return read(tx); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<BookedRule>> RuleBook::get(TenantId tenant, std::string id)
{
    auto job = [&](store::ReadTransaction& tx) { return find(tx, id); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<BookedRule>> RuleBook::create(TenantId tenant, RuleChanges wanted, Actor actor)
{
    BookedRule booked;
    booked.rule.id = m_ids.next();
    booked.rule.priority = kOwnRuleOrder;
    apply(booked, wanted);
    if (auto fine = checked(booked); !fine) {
        co_return fail(std::move(fine).error());
    }
    auto job = [&](store::Transaction& tx) -> Result<void> {
        if (auto known = checkTeam(tx, wanted); !known) {
            return known;
        }
        auto rows = m_rules.all(tx);
        if (!rows) {
            return fail(std::move(rows).error());
        }
        if (rows->size() >= kMaxRules) {
            return fail(ErrorCode::Conflict, "A tenant may have 500 rules of its own.");
        }
        const identity::AuditEntry entry{
            "escalation_rule.create", "escalation_rule", booked.rule.id, nullptr, auditView(booked)};
        return write(tx, booked, actor, entry);
    };
    auto scope = store::Scope::of(tenant);
    auto created = co_await m_database.transact(scope, job);
    if (!created) {
        co_return fail(std::move(created).error());
    }
    co_return booked;
}

boost::asio::awaitable<Result<BookedRule>>
RuleBook::update(TenantId tenant, std::string id, RuleChanges changes, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<BookedRule> {
        auto before = find(tx, id);
        if (!before) {
            return before;
        }
        if (auto known = checkTeam(tx, changes); !known) {
            return fail(std::move(known).error());
        }
        BookedRule after = *before;
        apply(after, changes);
        after.isChanged = after.isShipped;
        if (auto fine = checked(after); !fine) {
            return fail(std::move(fine).error());
        }
        const identity::AuditEntry entry{
            "escalation_rule.update", "escalation_rule", id, auditView(*before), auditView(after)};
        if (auto written = write(tx, after, actor, entry); !written) {
            return fail(std::move(written).error());
        }
        return after;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> RuleBook::remove(TenantId tenant, std::string id, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto before = find(tx, id);
        if (!before) {
            return fail(std::move(before).error());
        }
        if (before->isShipped && !before->isChanged) {
            return fail(ErrorCode::Conflict,
                        "A shipped rule cannot be removed; switch it off with enabled: false.");
        }
        if (auto removed = m_rules.remove(tx, id); !removed) {
            return fail(std::move(removed).error());
        }
        const identity::AuditEntry entry{
            "escalation_rule.delete", "escalation_rule", id, auditView(*before), nullptr};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return noted;
        }
        return m_state.raiseConfigVersion(tx);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::agents
