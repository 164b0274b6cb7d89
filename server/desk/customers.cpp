// SPDX-License-Identifier: MIT
#include "server/desk/customers.h"

#include "server/store/customer_merge.h"
#include "server/store/database.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace parley::server::desk {

namespace {

/// Conversations of a merger that are told of it one by one; whoever has another one open loads it anew.
constexpr std::size_t kMostTold = 200;
constexpr std::size_t kLeastPhone = 3;

Error noCustomer()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no such customer.";
    return error;
}

nlohmann::json textOrNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

/// The row's own labels, then the others.
std::vector<store::IdentifierRow> allLabels(const store::CustomerRow& row,
                                            std::vector<store::IdentifierRow> others)
{
    std::vector<store::IdentifierRow> labels;
    const auto add = [&](store::IdentifierRow label) {
        const auto same = std::find_if(labels.begin(), labels.end(), [&](const store::IdentifierRow& known) {
            return known.kind == label.kind && known.value == label.value;
        });
        if (same != labels.end()) {
            same->verified = same->verified || label.verified;
        } else if (!label.value.empty()) {
            labels.push_back(std::move(label));
        }
    };
    add({"user_id", row.userId, row.verified, row.createdMs});
    add({"email", row.email, row.verified, row.createdMs});
    add({"phone", row.phone, false, row.createdMs});
    for (store::IdentifierRow& each : others) {
        add(std::move(each));
    }
    return labels;
}

void put(std::string& field,
         const std::optional<std::string>& wanted,
         const char* name,
         nlohmann::json& changed)
{
    if (wanted && *wanted != field) {
        field = *wanted;
        changed.push_back(name);
    }
}

} // namespace

std::string plainPhone(std::string_view text)
{
    // A plus sign in a query that nobody encoded arrives as a space.
    const bool hasPlus = !text.empty() && (text.front() == '+' || text.front() == ' ');
    std::string plain = hasPlus ? "+" : "";
    std::copy_if(text.begin(), text.end(), std::back_inserter(plain), [](char c) {
        return c >= '0' && c <= '9';
    });
    return plain.size() < kLeastPhone + (hasPlus ? 1 : 0) ? std::string() : plain;
}

Customers::Customers(Services& services) : m_services(services), m_audit(services.clock, services.ids) {}

Result<CustomerProfile> Customers::profileOf(store::ReadTransaction& tx,
                                             Result<std::optional<store::CustomerRow>> row) const
{
    if (!row || !*row) {
        return fail(row ? noCustomer() : std::move(row).error());
    }
    CustomerProfile profile;
    profile.row = std::move(**row);
    auto others = m_book.identifiers(tx, profile.row.id);
    if (!others) {
        return fail(std::move(others).error());
    }
    profile.identifiers = allLabels(profile.row, *std::move(others));
    auto counts = m_book.counts(tx, profile.row.id);
    if (!counts) {
        return fail(std::move(counts).error());
    }
    profile.counts = *counts;
    return profile;
}

boost::asio::awaitable<Result<CustomerProfile>> Customers::get(TenantId tenant, std::string id)
{
    auto job = [&](store::ReadTransaction& tx) { return profileOf(tx, m_book.find(tx, id)); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<CustomerProfile>> Customers::lookup(TenantId tenant, CustomerLookup wanted)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<CustomerProfile> {
        if (!wanted.email.empty()) {
            return profileOf(tx, m_book.byEmail(tx, wanted.email));
        }
        if (!wanted.phone.empty()) {
            return profileOf(tx, m_book.byPhone(tx, plainPhone(wanted.phone)));
        }
        auto found = m_book.find(tx, wanted.id);
        return profileOf(tx, !found || *found ? std::move(found) : m_book.byUserId(tx, wanted.id));
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<std::vector<store::CustomerRow>>>
Customers::list(TenantId tenant, std::string words, std::string after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) { return m_book.page(tx, words, after, limit); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<CustomerProfile>>
Customers::update(TenantId tenant, CustomerId id, CustomerChanges changes, identity::Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<CustomerProfile> {
        auto found = m_book.take(tx, id.value);
        if (!found || !*found) {
            return fail(found ? noCustomer() : std::move(found).error());
        }
        store::CustomerRow row = std::move(**found);
        if (row.verified && changes.email && *changes.email != row.email) {
            return failField("email", "is proven by the customer's own sign-in and comes from there");
        }
        auto changed = nlohmann::json::array();
        put(row.name, changes.name, "name", changed);
        put(row.email, changes.email, "email", changed);
        put(row.phone, changes.phone, "phone", changed);
        put(row.plan, changes.plan, "plan", changed);
        put(row.locale, changes.locale, "locale", changed);
        if (changed.empty()) {
            return profileOf(tx, std::optional(std::move(row)));
        }
        if (auto written = m_book.update(tx, row); !written) {
            return fail(std::move(written).error());
        }
        const identity::AuditEntry entry{
            "customer.update", "customer", row.id.value, nullptr, {{"fields", std::move(changed)}}};
        if (auto noted = m_audit.write(tx, actor, entry); !noted) {
            return fail(std::move(noted).error());
        }
        return profileOf(tx, std::optional(std::move(row)));
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

boost::asio::awaitable<Result<CustomerProfile>>
Customers::merge(TenantId tenant, CustomerId from, CustomerId into, identity::Actor actor)
{
    if (from == into) {
        co_return failField("customer_id", "must be another customer");
    }
    auto job = [&](store::Transaction& tx) -> Result<CustomerProfile> {
        // Either may be an id from before another merger.
        auto source = m_book.find(tx, from.value);
        auto target = m_book.find(tx, into.value);
        if (!source || !target) {
            return fail(!source ? std::move(source).error() : std::move(target).error());
        }
        if (!*source || !*target) {
            return fail(noCustomer());
        }
        const CustomerId kept = (*target)->id;
        if ((*source)->id == kept) {
            return failField("customer_id", "must be another customer; these two are one already");
        }
        if (auto merged = mergeIn(tx, tenant, (*source)->id, kept, actor); !merged) {
            return fail(std::move(merged).error());
        }
        return profileOf(tx, m_book.find(tx, kept.value));
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

Result<void> Customers::mergeIn(store::Transaction& tx,
                                const TenantId& tenant,
                                const CustomerId& from,
                                const CustomerId& into,
                                const identity::Actor& actor) const
{
    const store::CustomerMerge merger;
    auto there = merger.lock(tx, from, into);
    if (!there) {
        return fail(std::move(there).error());
    }
    auto source = m_services.customers.find(tx, from);
    auto target = m_services.customers.find(tx, into);
    if (!source || !target) {
        return fail(!source ? std::move(source).error() : std::move(target).error());
    }
    if (*there != 2 || !*source || !*target) {
        return fail(noCustomer());
    }
    const std::int64_t now = m_services.clock.nowMs();
    auto moved = merger.move(tx, from, into, now);
    if (!moved) {
        return fail(std::move(moved).error());
    }
    if (auto taken = takeOver(tx, std::move(**source), std::move(**target)); !taken) {
        return taken;
    }
    for (std::size_t i = 0; i < std::min(moved->size(), kMostTold); ++i) {
        auto told = m_services.journal.event(tx,
                                             tenant,
                                             moved->at(i),
                                             "conversation.updated",
                                             {},
                                             {{"customer", {{"id", into.value}}}},
                                             proto::Audience::Operator,
                                             now);
        if (!told) {
            return told;
        }
    }
    const identity::AuditEntry entry{"customer.merge",
                                     "customer",
                                     into.value,
                                     nullptr,
                                     {{"merged_id", from.value}, {"conversations", moved->size()}}};
    return m_audit.write(tx, actor, entry);
}

Result<void>
Customers::takeOver(store::Transaction& tx, store::CustomerRow from, store::CustomerRow into) const
{
    std::vector<store::IdentifierRow> labels = allLabels(from, {});
    if (from.verified && !into.verified) {
        // The proof is of this name: what the survivor called itself before is a label, as it always was.
        for (store::IdentifierRow& own : allLabels(into, {})) {
            labels.push_back(std::move(own));
        }
        into.userId = from.userId;
        into.email = from.email; // even none: an address that nobody proved must not look proven
        into.verified = true;
    }
    const auto fill = [](std::string& field, std::string& other) {
        if (field.empty()) {
            field = std::move(other);
        }
    };
    if (!into.verified) {
        fill(into.userId, from.userId);
        fill(into.email, from.email);
    }
    fill(into.name, from.name);
    fill(into.phone, from.phone);
    fill(into.plan, from.plan);
    fill(into.locale, from.locale);
    fill(into.metadata, from.metadata);
    for (const store::IdentifierRow& label : labels) {
        if (auto kept = m_book.putIdentifier(tx, into.id, label); !kept) {
            return kept;
        }
    }
    auto written = m_book.update(tx, into);
    return written ? Result<void>() : Result<void>(fail(std::move(written).error()));
}

nlohmann::json customerView(const store::CustomerRow& row)
{
    return {{"id", row.id.value},
            {"user_id", textOrNull(row.userId)},
            {"name", textOrNull(row.name)},
            {"email", textOrNull(row.email)},
            {"phone", textOrNull(row.phone)},
            {"plan", textOrNull(row.plan)},
            {"locale", textOrNull(row.locale)},
            {"verified", row.verified},
            {"created_ts", toRfc3339(row.createdMs)},
            {"last_ts", toRfc3339(row.lastMs)}};
}

nlohmann::json customerView(const CustomerProfile& profile)
{
    nlohmann::json json = customerView(profile.row);
    json["identifiers"] = nlohmann::json::array();
    for (const store::IdentifierRow& each : profile.identifiers) {
        json["identifiers"].push_back(
            {{"kind", each.kind}, {"value", each.value}, {"verified", each.verified}});
    }
    json["conversations"] = profile.counts.conversations;
    json["open_tickets"] = profile.counts.openTickets;
    return json;
}

} // namespace parley::server::desk
