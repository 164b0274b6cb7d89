// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/conversation_repository.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// A conversation with the newest of its messages that has the words.
struct FoundConversation {
    ConversationRow conversation;
    MessageId message;
    std::int64_t seq = 0;
    std::string sender;
    std::string kind;
    /// Its beginning.
    std::string text;
};

struct ConversationsFound {
    std::vector<FoundConversation> items;
    /// Where the next page begins; 0: there is none. A page may be short and have a next one: what one
    /// request looks at is bounded.
    std::int64_t next = 0;
};

/// Finds conversations by the words of their messages, notes among them. Words count whole, in their English
/// stem, without case and accents; all must be in one message. The index is the driver's (FTS5; a table of
/// words on PostgreSQL) and is kept by triggers in the transaction that writes a message.
/// @thread database worker
class ConversationSearch {
public:
    /// @param driver  Database::driver()
    explicit ConversationSearch(std::string_view driver) : m_isSqlite(driver == "sqlite") {}

    /// Newest message first. @param text  as a person typed it: nothing in it is syntax. @param before  what
    /// the page before gave as next; 0: from the newest. Of the filter `before` counts not.
    /// @errors Storage
    Result<ConversationsFound> find(ReadTransaction& tx,
                                    const std::string& text,
                                    const ConversationFilter& filter,
                                    std::int64_t before) const;

private:
    struct Place {
        std::int64_t number = 0;
        ConversationId conversation;
    };

    Result<std::vector<std::string>> wordsOf(ReadTransaction& tx, const std::string& text) const;
    /// Messages with all words before a place, newest first.
    Result<std::vector<Place>>
    places(ReadTransaction& tx, const std::vector<std::string>& words, std::int64_t before, int limit) const;
    /// Whether a page before had the conversation already. @errors Storage
    Result<bool> wasShown(ReadTransaction& tx,
                          const std::vector<std::string>& words,
                          const ConversationId& conversation,
                          std::int64_t from) const;
    Result<FoundConversation>
    withMessage(ReadTransaction& tx, ConversationRow conversation, std::int64_t number) const;

    bool m_isSqlite;
};

} // namespace parley::server::store
