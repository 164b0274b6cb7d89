// SPDX-License-Identifier: MIT
#include "server/desk/customer_export.h"

#include "server/desk/customers.h"
#include "server/desk/views.h"
#include "server/store/customer_book.h"
#include "server/store/customer_dump.h"
#include "server/store/database.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>

namespace parley::server::desk {

namespace {

constexpr int kRowsAtOnce = 500;
constexpr int kConversationsAtOnce = 200;
/// When to ask again.
constexpr std::chrono::seconds kPause{10};

/// Gives the slot back, also when the request is cancelled.
class Slot {
public:
    explicit Slot(std::counting_semaphore<CustomerExport::kMostAtOnce>& of) : m_of(of) {}
    ~Slot() { m_of.release(); }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;

private:
    std::counting_semaphore<CustomerExport::kMostAtOnce>& m_of;
};

nlohmann::json jsonOf(const store::Value& value)
{
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return *whole;
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return *text;
    }
    return nullptr;
}

/// A row as an object: times as RFC 3339 under "_ts", JSON as what it is.
nlohmann::json objectOf(const store::DumpSection& section, const store::Row& row)
{
    auto object = nlohmann::json::object();
    for (std::size_t i = 0; i < section.columns.size(); ++i) {
        const std::string_view column = section.columns[i];
        nlohmann::json value = jsonOf(row[i]);
        const bool isJson = std::find(section.json.begin(), section.json.end(), column) != section.json.end();
        if (isJson && value.is_string()) {
            auto parsed = nlohmann::json::parse(value.get_ref<const std::string&>(), nullptr, false);
            value = parsed.is_discarded() ? std::move(value) : std::move(parsed);
        }
        if (column.ends_with("_ms")) {
            const std::string name = std::string(column.substr(0, column.size() - 3)) + "_ts";
            object[name] = value.is_number() ? nlohmann::json(toRfc3339(value.get<std::int64_t>())) : value;
        } else {
            object[std::string(column)] = std::move(value);
        }
    }
    return object;
}

Result<void> checkSize(const std::string& out)
{
    if (out.size() > CustomerExport::kMostBytes) {
        return fail(ErrorCode::PayloadTooLarge,
                    "The export has more than 256 MiB; take it from the database itself.");
    }
    return {};
}

/// Appends `"name":[…]` of one owner.
Result<void> addSection(store::ReadTransaction& tx,
                        const store::DumpSection& section,
                        const std::string& owner,
                        std::string& out)
{
    const store::CustomerDump dump;
    out += nlohmann::json(section.name).dump() + ":[";
    store::Value after;
    bool isFirst = true;
    for (;;) {
        auto rows = dump.page(tx, section, owner, after, kRowsAtOnce);
        if (!rows) {
            return fail(std::move(rows).error());
        }
        for (const store::Row& row : *rows) {
            out += (isFirst ? "" : ",") + lineOf(objectOf(section, row));
            isFirst = false;
        }
        if (auto small = checkSize(out); !small) {
            return small;
        }
        if (rows->size() < static_cast<std::size_t>(kRowsAtOnce)) {
            break;
        }
        after = rows->back()[section.columns.size()];
    }
    out += "]";
    return {};
}

} // namespace

CustomerExport::CustomerExport(Services& services)
    : m_services(services), m_audit(services.clock, services.ids)
{}

boost::asio::awaitable<Result<std::string>>
CustomerExport::make(TenantId tenant, std::string id, identity::Actor actor)
{
    if (!m_free.try_acquire()) {
        Error error;
        error.code = ErrorCode::Unavailable;
        error.message = "Other exports are being made; try again in a moment.";
        error.retryAfter = kPause;
        co_return fail(std::move(error));
    }
    const Slot slot(m_free);
    co_return co_await write(std::move(tenant), std::move(id), std::move(actor));
}

boost::asio::awaitable<Result<std::string>>
CustomerExport::write(TenantId tenant, std::string id, identity::Actor actor)
{
    std::string out;
    CustomerId customer;
    auto begin = [&](store::Transaction& tx) -> Result<void> {
        auto row = store::CustomerBook().find(tx, id);
        if (!row || !*row) {
            return row ? fail(ErrorCode::NotFound, "There is no such customer.")
                       : fail(std::move(row).error());
        }
        customer = (*row)->id;
        nlohmann::json profile = customerView(**row);
        auto metadata = nlohmann::json::parse((*row)->metadata, nullptr, false);
        profile["metadata"] = metadata.is_discarded() ? nlohmann::json() : std::move(metadata);
        out = "{\"exported_ts\":" + nlohmann::json(toRfc3339(m_services.clock.nowMs())).dump() +
              ",\"customer\":" + lineOf(profile);
        for (const store::DumpSection& section : store::customerSections()) {
            out += ",";
            if (auto added = addSection(tx, section, customer.value, out); !added) {
                return added;
            }
        }
        out += ",\"conversations\":[";
        const identity::AuditEntry entry{"customer.export", "customer", customer.value, nullptr, nullptr};
        return m_audit.write(tx, actor, entry);
    };
    auto scope = store::Scope::of(tenant);
    auto begun = co_await m_services.database.transact(scope, begin);
    if (!begun) {
        co_return fail(std::move(begun).error());
    }
    std::string after;
    for (;;) {
        auto list = [&](store::ReadTransaction& tx) {
            return store::CustomerDump().conversations(tx, customer, after, kConversationsAtOnce);
        };
        auto ids = co_await m_services.database.read(scope, list);
        if (!ids) {
            co_return fail(std::move(ids).error());
        }
        for (const ConversationId& conversation : *ids) {
            auto added = co_await addConversation(tenant, conversation, out);
            if (!added) {
                co_return fail(std::move(added).error());
            }
        }
        if (ids->size() < static_cast<std::size_t>(kConversationsAtOnce)) {
            break;
        }
        after = ids->back().value;
    }
    out += "]}";
    co_return out;
}

boost::asio::awaitable<Result<void>>
CustomerExport::addConversation(TenantId tenant, ConversationId id, std::string& out) const
{
    const std::size_t begin = out.size();
    auto job = [&](store::ReadTransaction& tx) -> Result<void> {
        out.resize(begin);
        auto row = m_services.conversations.find(tx, id);
        if (!row) {
            return fail(std::move(row).error());
        }
        if (!*row) {
            return {}; // it went meanwhile
        }
        nlohmann::json head = conversationView(**row);
        head["locale"] = (*row)->locale;
        head["notify_email"] = (*row)->notifyEmail;
        std::string text = lineOf(head);
        text.pop_back(); // the lists go into the same object
        out += (out.back() == '}' ? "," : "") + text;
        for (const store::DumpSection& section : store::conversationSections()) {
            out += ",";
            if (auto added = addSection(tx, section, id.value, out); !added) {
                return added;
            }
        }
        out += "}";
        return {};
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

} // namespace parley::server::desk
