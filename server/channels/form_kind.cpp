// SPDX-License-Identifier: MIT
#include "server/channels/form_kind.h"

namespace parley::server::channels {

namespace {

using nlohmann::json;

constexpr int kMostForms = 20;
/// A month: whoever promises longer promises nothing.
constexpr int kLongestMinutes = 43'200;

json minutes(const char* title, int otherwise)
{
    return {{"type", "integer"},
            {"title", title},
            {"minimum", 1},
            {"maximum", kLongestMinutes},
            {"default", otherwise}};
}

json configSchema()
{
    // @source api.md, POST /support/submit: the categories there are
    const json categories = {"general", "technical", "billing", "feedback", "bug_report"};
    json times = {{"type", "object"},
                  {"title", "Response times in minutes"},
                  {"description",
                   "How soon an answer is promised after sending, by the priority that the customer chose. "
                   "Where the service level of the chosen plan is shorter, that is promised. It changes "
                   "neither the queue nor when a case is late."},
                  {"additionalProperties", false},
                  {"properties",
                   {{"low", minutes("Low", 2'880)},
                    {"medium", minutes("Medium", 1'440)},
                    {"high", minutes("High", 480)},
                    {"urgent", minutes("Urgent", 120)}}}};
    return {{"type", "object"},
            {"additionalProperties", false},
            {"properties",
             {{"title",
               {{"type", "string"},
                {"title", "Heading"},
                {"description", "Above the form; empty: how the chat widget is called."},
                {"maxLength", 100},
                {"default", ""}}},
              {"introduction",
               {{"type", "string"},
                {"title", "Introduction"},
                {"description", "Below the heading."},
                {"maxLength", 500},
                {"default", ""}}},
              {"categories",
               {{"type", "array"},
                {"title", "Categories"},
                {"description", "Those that the customer may choose; the first is chosen at first."},
                {"items", {{"type", "string"}, {"enum", categories}}},
                {"minItems", 1},
                {"maxItems", categories.size()},
                {"uniqueItems", true},
                {"default", categories}}},
              {"ask_priority",
               {{"type", "boolean"},
                {"title", "Ask how urgent it is"},
                {"description", "Whether the page shows the choice of a priority."},
                {"default", true}}},
              {"response_times", std::move(times)}}}};
}

KindFacts formFacts()
{
    KindFacts facts;
    facts.name = kFormChannel;
    facts.title = "Contact form";
    facts.description = "A page with a form for questions that need no chat. The agents answer, or a person "
                        "does; the customer follows the state with a reference. The form may be sent from "
                        "the pages that the chat widget may run on.";
    facts.defaultName = "Contact form";
    facts.isMadeByTenants = true;
    facts.most = kMostForms;
    facts.configSchema = configSchema();
    facts.templates = {{"received",
                        "Shown after sending",
                        {"name", "reference", "subject", "response_time", "organisation"},
                        "Thank you, {name}. We have received your message and usually answer "
                        "{response_time}. Your reference is {reference}."}};
    return facts;
}

} // namespace

FormKind::FormKind() : ChannelKind(formFacts()) {}

Result<store::ChannelTraffic>
FormKind::traffic(store::ReadTransaction& tx, const store::ChannelRow& row, std::int64_t sinceMs) const
{
    return store::ChannelRepository().formTraffic(tx, row.id, sinceMs);
}

} // namespace parley::server::channels
