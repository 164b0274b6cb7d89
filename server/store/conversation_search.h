// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/conversation_repository.h"

#include <cstdint>
#include <set>
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
    /// It stopped before the page was full, for what it looked at was enough for one request.
    bool isPartial = false;
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
    /// Where messages are looked for, by their numbers.
    struct Stretch {
        std::int64_t from = 0;
        std::int64_t before = 0;
    };

    /// Puts the words in order, the rarest within reach first, on PostgreSQL. @return as reach()
    /// @errors Storage
    Result<std::int64_t>
    rarestFirst(ReadTransaction& tx, std::vector<std::string>& words, std::int64_t before) const;
    /// How far back one walk goes: over so many messages as have the rarest of the words, a bounded number,
    /// however common the others are. @return 0: to the first message @errors Storage
    Result<std::int64_t>
    reach(ReadTransaction& tx, std::vector<std::string>& words, std::int64_t before) const;
    /// Messages with all words in a stretch, newest first. @errors Storage
    Result<std::vector<Place>> places(ReadTransaction& tx,
                                      const std::vector<std::string>& words,
                                      const Stretch& stretch,
                                      int limit) const;
    /// Adds those of the messages' conversations to a page that belong there. @param begin  where the first
    /// page ended, or 0 @param seen  those that this page has looked at
    /// @return whether the page is full. @errors Storage
    Result<bool> fill(ReadTransaction& tx,
                      const std::vector<std::string>& words,
                      const ConversationFilter& filter,
                      std::vector<Place> places,
                      std::int64_t begin,
                      std::set<std::string>& seen,
                      ConversationsFound& found) const;
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
