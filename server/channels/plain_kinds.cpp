// SPDX-License-Identifier: MIT
#include "server/channels/plain_kinds.h"

namespace parley::server::channels {

namespace {

/// A kind of which every tenant has one, with nothing to set up here.
KindFacts only(const char* name, const char* title, const char* defaultName, const char* description)
{
    KindFacts facts;
    facts.name = name;
    facts.title = title;
    facts.description = description;
    facts.defaultName = defaultName;
    facts.configSchema = {{"type", "object"},
                          {"additionalProperties", false},
                          {"properties", nlohmann::json::object()}};
    return facts;
}

} // namespace

WebKind::WebKind()
    : ChannelKind(only(kWebChannel,
                       "Chat widget",
                       "Chat widget",
                       "The chat on your own pages. How it looks and where it may run is set up with the "
                       "widget. Switched off, no chat is begun or continued; what is under way in an open "
                       "window goes on."))
{}

ApiKind::ApiKind()
    : ChannelKind(only(kApiChannel,
                       "API",
                       "API",
                       "Messages that your own programs send. Which programs may is set up with the API "
                       "clients. Switched off, messages of all of them are refused."))
{}

} // namespace parley::server::channels
