// SPDX-License-Identifier: MIT
#include "server/tools/builtins/demo_account.h"

#include "server/store/settings_repository.h"
#include "shared/core/text.h"

#include <algorithm>
#include <cctype>

namespace parley::server::tools {

namespace {

using nlohmann::json;

Error notThere(std::string message)
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = std::move(message);
    return error;
}

/// "TL-1234", "#1234" and "1234" are one order.
std::string digitsOf(std::string_view id)
{
    std::string digits;
    for (const char c : id) {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
            digits.push_back(c);
        }
    }
    return digits;
}

json* accountOf(json& data, const json& customer)
{
    const std::string user = asciiLower(customer.value("user_id", std::string()));
    const std::string email = asciiLower(customer.value("email", std::string()));
    if (!data.is_object() || !data.contains("accounts")) {
        return nullptr;
    }
    for (json& account : data["accounts"]) {
        const bool isUser = !user.empty() && asciiLower(account.value("user_id", std::string())) == user;
        const bool isMail = !email.empty() && asciiLower(account.value("email", std::string())) == email;
        if (isUser || isMail) {
            return &account;
        }
    }
    return nullptr;
}

/// "m***@tarnleaf.example"
std::string maskedEmail(const std::string& email)
{
    const std::size_t at = email.find('@');
    return at == std::string::npos || at == 0 ? std::string() : email.substr(0, 1) + "***" + email.substr(at);
}

/// What a delivery is recognised by: the part behind the last comma, which is the town.
std::string maskedAddress(const std::string& address)
{
    const std::size_t comma = address.rfind(',');
    return comma == std::string::npos ? std::string("***") : "***," + address.substr(comma + 1);
}

json masked(json order)
{
    if (order.contains("address")) {
        order["address"] = maskedAddress(order["address"].get<std::string>());
    }
    return order;
}

json* orderOf(json& account, const std::string& id)
{
    const std::string digits = digitsOf(id);
    for (json& order : account["orders"]) {
        if (!digits.empty() && digitsOf(order.value("id", std::string())) == digits) {
            return &order;
        }
    }
    return nullptr;
}

Result<json> lookUp(json& account, const json& input)
{
    if (input.contains("order_id")) {
        json* order = orderOf(account, input["order_id"].get<std::string>());
        if (order == nullptr) {
            return fail(notThere("The account has no order of this number."));
        }
        return json({{"order", masked(*order)}});
    }
    json orders = json::array();
    for (const json& order : account["orders"]) {
        orders.push_back(masked(order));
    }
    return json({{"name", account.value("name", std::string())},
                 {"email", maskedEmail(account.value("email", std::string()))},
                 {"plan", account.value("plan", std::string())},
                 {"orders", std::move(orders)}});
}

Result<json> update(json& account, const json& input)
{
    json* order = orderOf(account, input.value("order_id", std::string()));
    if (order == nullptr) {
        return fail(notThere("The account has no order of this number."));
    }
    const std::string status = order->value("status", std::string());
    if (status != "placed" && status != "packed") {
        return failField("input.order_id", "this order is " + status + " and cannot be changed any more");
    }
    if (input.value("action", std::string()) == "cancel") {
        (*order)["status"] = "cancelled";
    } else if (input.contains("address")) {
        (*order)["address"] = input["address"];
    } else {
        return failField("input.address", "is required");
    }
    return json({{"order", masked(*order)}});
}

} // namespace

boost::asio::awaitable<Result<json>> DemoAccount::call(const ToolCall& call, runtime::Budget)
{
    const std::string function = call.tool->config.value("function", call.tool->row.name);
    const bool isUpdate = function == "demo_account_update";
    auto job = [&](store::Transaction& tx) -> Result<json> {
        const store::SettingsRepository settings;
        auto text = settings.find(tx, std::string(kSection));
        if (!text) {
            return fail(std::move(text).error());
        }
        json data = json::parse(text->value_or("{}"), nullptr, false);
        json* account = accountOf(data, call.customer);
        if (account == nullptr) {
            return fail(notThere("There is no account of this customer."));
        }
        auto output = isUpdate ? update(*account, call.input) : lookUp(*account, call.input);
        if (!output || !isUpdate) {
            return output;
        }
        auto put = settings.put(tx, std::string(kSection), data.dump(), m_clock.nowMs());
        return put ? std::move(output) : Result<json>(fail(std::move(put).error()));
    };
    auto scope = store::Scope::of(call.context.tenant);
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::tools
