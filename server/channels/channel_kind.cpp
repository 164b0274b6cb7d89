// SPDX-License-Identifier: MIT
#include "server/channels/channel_kind.h"

#include "server/channels/form_kind.h"
#include "server/channels/plain_kinds.h"
#include "server/channels/value_check.h"

#include <algorithm>

namespace parley::server::channels {

namespace {

using nlohmann::json;

constexpr int kTemplateLength = 2'000;

json parsedObject(const std::string& text)
{
    json value = json::parse(text, nullptr, false);
    return value.is_object() ? value : json::object();
}

} // namespace

json ChannelKind::templateSchema() const
{
    json properties = json::object();
    for (const TemplateFacts& each : m_facts.templates) {
        properties[each.name] = {{"type", "string"},
                                 {"minLength", 1},
                                 {"maxLength", kTemplateLength},
                                 {"default", each.text}};
    }
    return {{"type", "object"}, {"properties", std::move(properties)}};
}

json ChannelKind::configOf(const store::ChannelRow& row) const
{
    return withDefaults(m_facts.configSchema, parsedObject(row.config));
}

json ChannelKind::templatesOf(const store::ChannelRow& row) const
{
    return withDefaults(templateSchema(), parsedObject(row.templates));
}

const std::vector<const ChannelKind*>& allChannelKinds()
{
    static const WebKind web;
    static const ApiKind api;
    static const FormKind form;
    static const std::vector<const ChannelKind*> all{&web, &api, &form};
    return all;
}

const ChannelKind* findChannelKind(std::string_view name)
{
    const auto& all = allChannelKinds();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto* kind) { return kind->facts().name == name; });
    return found == all.end() ? nullptr : *found;
}

} // namespace parley::server::channels
