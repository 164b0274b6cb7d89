// SPDX-License-Identifier: MIT
#include "server/tools/builtins/builtin.h"

#include <algorithm>
#include <vector>

namespace parley::server::tools {

namespace {

using nlohmann::json;

json schemaOf(json properties, json required)
{
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

json text(const char* description, int most)
{
    return {{"type", "string"}, {"description", description}, {"minLength", 1}, {"maxLength", most}};
}

json priority()
{
    return {{"type", "string"}, {"enum", {"low", "medium", "high", "urgent"}}};
}

const std::vector<BuiltinInfo>& all()
{
    static const std::vector<BuiltinInfo> kAll{
        {"search_knowledge",
         "Finds passages of the knowledge base.",
         schemaOf({{"query", text("What to look for, in the customer's words", 1000)},
                   {"limit", {{"type", "integer"}, {"minimum", 1}, {"maximum", 20}}}},
                  {"query"})},
        {"create_ticket",
         "Opens a ticket for the customer's matter, so that a person deals with it later.",
         schemaOf({{"subject", text("One line that says what it is about", 120)},
                   {"description", text("What a person has to know", 4000)},
                   {"category", text("What kind of matter it is", 60)},
                   {"priority", priority()}},
                  {"subject"}),
         true},
        {"customer_history",
         "Lists the customer's earlier conversations and tickets.",
         schemaOf({{"limit", {{"type", "integer"}, {"minimum", 1}, {"maximum", 20}}}}, json::array()),
         false,
         true},
        {"escalate",
         "Hands the conversation to a person at once.",
         schemaOf({{"reason", text("Why a person is needed", 200)}}, json::array())},
        {"send",
         "Sends the customer an e-mail to the address they gave.",
         schemaOf({{"subject", text("Subject of the e-mail", 200)},
                   {"text", text("Text of the e-mail", 8000)}},
                  {"subject", "text"}),
         true},
        {"sentiment",
         "Says how a text feels, from -1 (furious) to 1 (delighted).",
         schemaOf({{"text", text("The text", 8000)}}, {"text"})},
        {"demo_account_lookup",
         "Looks up the customer's orders and account of the demo company.",
         schemaOf({{"order_id", text("Number of one order; without it all are listed", 40)}}, json::array()),
         false,
         true},
        {"demo_account_update",
         "Changes the delivery address of an order of the demo company, or cancels it, before it is shipped.",
         schemaOf({{"order_id", text("Number of the order", 40)},
                   {"action", {{"type", "string"}, {"enum", {"cancel", "change_address"}}}},
                   {"address", text("The new delivery address", 300)}},
                  {"order_id", "action"}),
         true,
         true},
    };
    return kAll;
}

} // namespace

const BuiltinInfo* findBuiltin(std::string_view name)
{
    const auto found =
        std::find_if(all().begin(), all().end(), [&](const BuiltinInfo& info) { return info.name == name; });
    return found == all().end() ? nullptr : &*found;
}

std::string builtinNames()
{
    std::string names;
    for (const BuiltinInfo& info : all()) {
        names += (names.empty() ? "" : ", ") + std::string(info.name);
    }
    return names;
}

} // namespace parley::server::tools
