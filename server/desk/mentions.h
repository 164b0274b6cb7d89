// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"
#include "server/store/mention_log.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::desk {

/// Tells the queue whom a note names.
inline constexpr std::string_view kMentionedEvent = "message.mentioned";

/// A person who can be named in a note.
struct Mentionable {
    std::string id;
    std::string name;
    /// Lower case.
    std::string email;
};

/// A person whom a note names.
struct Mention {
    std::string id;
    std::string name;
    /// As it stands in the note: "@Mia", "@mia@example.com".
    std::string text;
};

/// Whom a note names by `@` and a name or an e-mail address, each once, in the order of the note. Case and
/// accents do not matter; of several names that fit, the longest one counts, and everybody who bears it is
/// meant. An `@` within a word, as in an e-mail address, names nobody.
/// @param people  who may see the conversation
std::vector<Mention> mentionsIn(std::string_view note, const std::vector<Mentionable>& people);

/// `[{id, name, text}]`.
nlohmann::json mentionsJson(const std::vector<Mention>& mentions);

/// The tenant's people who can sign in: all of them may see every conversation of the tenant.
/// @errors Storage
boost::asio::awaitable<Result<std::vector<Mentionable>>> mentionablePeople(store::Database& database,
                                                                           TenantId tenant);

/// Puts `mentions` to those messages (as JSON, with `id`) that name somebody.
void addMentions(nlohmann::json& messages, const std::vector<store::MentionRow>& mentions);

} // namespace parley::server::desk
