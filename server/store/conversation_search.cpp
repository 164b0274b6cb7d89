// SPDX-License-Identifier: MIT
#include "server/store/conversation_search.h"

#include "server/store/conversation_rows.h"
#include "server/store/rows.h"
#include "shared/core/text.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <set>
#include <unordered_map>

namespace parley::server::store {

namespace {

/// More words narrow nothing down that these do not.
constexpr std::size_t kMostWords = 6;
constexpr std::size_t kLongestWord = 100;
/// Messages that one request looks at: with a common word and a rare filter nearly all could have to be.
constexpr int kBatch = 500;
constexpr int kMostLookedAt = 5'000;
/// Messages with the rarest of several words that one walk goes over, and walks that one request makes: where
/// common words seldom stand together, it ends there.
constexpr std::int64_t kReach = 5'000;
constexpr int kMostWalks = 3;
/// Conversations that one statement reads.
constexpr std::size_t kReadAtOnce = 50;
constexpr std::size_t kPreviewLength = 160;

/// White space parts the words; what FTS5 takes for syntax stands in quotes, where only a quote counts.
std::vector<std::string> quotedWords(const std::string& text)
{
    std::vector<std::string> words;
    std::string word;
    const auto finish = [&] {
        if (!word.empty() && words.size() < kMostWords) {
            words.push_back('"' + word + '"');
        }
        word.clear();
    };
    for (const char c : text) {
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            finish();
        } else if (word.size() < kLongestWord || (static_cast<unsigned char>(c) & 0xC0U) == 0x80U) {
            word += c == '"' ? std::string("\"\"") : std::string(1, c);
        }
    }
    finish();
    return words;
}

std::string matchOf(const std::vector<std::string>& words)
{
    std::string match;
    for (const std::string& word : words) {
        match += (match.empty() ? "" : " ") + word;
    }
    return match;
}

/// "FROM … a, LATERAL … b1 … WHERE a.number …": rows of messages that have all words, which begin at this
/// parameter. Each message with the first word is looked up among those of the next: what a LATERAL with a
/// LIMIT says, no planner turns into a walk over all messages with a common word.
std::string withAllWords(std::size_t words, std::size_t first, std::string_view bounds)
{
    const auto parameter = [&](std::size_t word) { return "$" + std::to_string(first + word); };
    std::string sql = "FROM (SELECT number FROM message_words WHERE word = " + parameter(0) + " AND " +
                      std::string(bounds) + " ORDER BY number DESC OFFSET 0) a";
    for (std::size_t i = 1; i < words; ++i) {
        const std::string name = "b" + std::to_string(i);
        sql += " CROSS JOIN LATERAL (SELECT 1 FROM message_words w WHERE w.word = " + parameter(i) +
               " AND w.number = a.number LIMIT 1) " + name;
    }
    return sql;
}

void append(Params& params, const std::vector<std::string>& words)
{
    for (const std::string& word : words) {
        params.emplace_back(word);
    }
}

/// Those of the conversations that the filter lets pass, by id.
Result<std::unordered_map<std::string, ConversationRow>>
passing(ReadTransaction& tx, const std::vector<std::string>& ids, const ConversationFilter& filter)
{
    static const std::string kSql = [] {
        std::string sql = "SELECT " + std::string(kConversationColumns) +
                          " FROM conversations WHERE ($1 = '' OR status = $1) AND ($2 = '' OR channel = $2) "
                          "AND ($3 = '' OR assignee_id = $3 OR ($3 = 'none' AND assignee_id IS NULL)) "
                          "AND ($4 = '' OR lower(tags) LIKE lower($5) ESCAPE '!') "
                          "AND ($6 = '' OR customer_id = " +
                          ownerOf("$6") + ") AND id IN (";
        for (std::size_t i = 0; i < kReadAtOnce; ++i) {
            sql += (i == 0 ? "$" : ", $") + std::to_string(i + 7);
        }
        return sql + ")";
    }();
    std::unordered_map<std::string, ConversationRow> found;
    for (std::size_t from = 0; from < ids.size(); from += kReadAtOnce) {
        Params params{filter.status,
                      filter.channel,
                      filter.assignee,
                      filter.tag,
                      tagPattern(filter.tag),
                      filter.customer};
        for (std::size_t i = 0; i < kReadAtOnce; ++i) {
            // One statement for any number of them: the last stands in for those that are not there.
            params.emplace_back(ids[std::min(from + i, ids.size() - 1)]);
        }
        auto rows = allOf(tx.query(kSql, params), conversationFrom, "conversation_search.passing");
        if (!rows) {
            return fail(std::move(rows).error());
        }
        for (ConversationRow& row : *rows) {
            std::string id = row.id.value;
            found.emplace(std::move(id), std::move(row));
        }
    }
    return found;
}

} // namespace

Result<std::vector<std::string>> ConversationSearch::wordsOf(ReadTransaction& tx,
                                                             const std::string& text) const
{
    if (m_isSqlite) {
        return quotedWords(text);
    }
    static constexpr std::string_view kSql =
        "SELECT w.word FROM unnest(parley_lexemes(CAST($1 AS TEXT))) AS w (word) "
        "ORDER BY length(w.word) DESC, w.word LIMIT $2";
    auto read = [](const Row& row) { return row.text(0); };
    return allOf(tx.query(kSql, {text, static_cast<std::int64_t>(kMostWords)}),
                 read,
                 "conversation_search.wordsOf");
}

Result<std::int64_t> ConversationSearch::rarestFirst(ReadTransaction& tx,
                                                     std::vector<std::string>& words,
                                                     std::int64_t before) const
{
    static constexpr std::string_view kSql =
        "SELECT COUNT(*), MIN(w.number) FROM (SELECT number FROM message_words WHERE word = $1 AND "
        "number < $2 ORDER BY number DESC LIMIT $3) w";
    struct Reach {
        std::int64_t from = 0; ///< 0: all that have the word are within
        std::int64_t messages = 0;
        std::string word;
    };
    auto read = [](const Row& row) {
        const std::int64_t messages = row.integer(0);
        return Reach{messages > kReach ? row.integer(1) : 0, messages, {}};
    };
    std::vector<Reach> reaches;
    for (std::string& word : words) {
        auto found = firstOf(tx.queryOptional(kSql, {word, before, kReach + 1}),
                             read,
                             "conversation_search.rarestFirst");
        if (!found) {
            return fail(std::move(found).error());
        }
        Reach reach = found->value_or(Reach());
        reach.word = std::move(word);
        reaches.push_back(std::move(reach));
    }
    std::sort(reaches.begin(), reaches.end(), [](const Reach& a, const Reach& b) {
        return std::pair(a.from, a.messages) < std::pair(b.from, b.messages);
    });
    std::transform(reaches.begin(), reaches.end(), words.begin(), [](Reach& each) {
        return std::move(each.word);
    });
    return reaches.front().from;
}

Result<std::int64_t>
ConversationSearch::reach(ReadTransaction& tx, std::vector<std::string>& words, std::int64_t before) const
{
    static constexpr std::string_view kFts =
        "SELECT rowid FROM message_words WHERE message_words MATCH $1 AND "
        "rowid < $2 ORDER BY rowid DESC LIMIT 1 OFFSET $3";
    if (words.size() < 2) {
        return std::int64_t{0}; // walked as it comes, every message a match
    }
    if (!m_isSqlite) {
        return rarestFirst(tx, words, before);
    }
    std::int64_t furthest = std::numeric_limits<std::int64_t>::max();
    auto read = [](const Row& row) { return row.integer(0); };
    for (const std::string& word : words) {
        auto place =
            firstOf(tx.queryOptional(kFts, {word, before, kReach}), read, "conversation_search.reach");
        if (!place) {
            return fail(std::move(place).error());
        }
        if (!*place) {
            return std::int64_t{0};
        }
        furthest = std::min(furthest, **place);
    }
    return furthest;
}

Result<std::vector<ConversationSearch::Place>> ConversationSearch::places(
    ReadTransaction& tx, const std::vector<std::string>& words, const Stretch& stretch, int limit) const
{
    // CROSS JOIN keeps the order: from the index of words, newest first, to the messages.
    static constexpr std::string_view kFts =
        "SELECT w.number, m.conversation_id FROM (SELECT rowid AS number FROM message_words "
        "WHERE message_words MATCH $1 AND rowid < $2 AND rowid >= $4 ORDER BY rowid DESC LIMIT $3) w "
        "CROSS JOIN messages m ON m.number = w.number ORDER BY w.number DESC";
    auto read = [](const Row& row) { return Place{row.integer(0), ConversationId{row.text(1)}}; };
    if (m_isSqlite) {
        return allOf(tx.query(kFts, {matchOf(words), stretch.before, std::int64_t{limit}, stretch.from}),
                     read,
                     "conversation_search.places");
    }
    const std::string sql = "SELECT w.number, m.conversation_id FROM (SELECT a.number " +
                            withAllWords(words.size(), 4, "number < $1 AND number >= $3") +
                            " ORDER BY a.number DESC LIMIT $2) w "
                            "JOIN messages m ON m.number = w.number ORDER BY w.number DESC";
    Params params{stretch.before, std::int64_t{limit}, stretch.from};
    append(params, words);
    return allOf(tx.query(sql, params), read, "conversation_search.places");
}

Result<bool> ConversationSearch::wasShown(ReadTransaction& tx,
                                          const std::vector<std::string>& words,
                                          const ConversationId& conversation,
                                          std::int64_t from) const
{
    static constexpr std::string_view kFts =
        "SELECT 1 FROM messages m WHERE m.conversation_id = $2 AND m.number >= $3 AND EXISTS "
        "(SELECT 1 FROM message_words WHERE message_words MATCH $1 AND rowid = m.number) LIMIT 1";
    Result<std::optional<Row>> row;
    if (m_isSqlite) {
        row = tx.queryOptional(kFts, {matchOf(words), conversation.value, from});
    } else {
        const std::string sql = "SELECT 1 FROM messages m CROSS JOIN LATERAL (SELECT 1 " +
                                withAllWords(words.size(), 3, "number = m.number") +
                                " LIMIT 1) x WHERE m.conversation_id = $1 AND m.number >= $2 LIMIT 1";
        Params params{conversation.value, from};
        append(params, words);
        row = tx.queryOptional(sql, params);
    }
    if (!row) {
        return fail(std::move(row).error().in("conversation_search.wasShown"));
    }
    return row->has_value();
}

Result<FoundConversation>
ConversationSearch::withMessage(ReadTransaction& tx, ConversationRow conversation, std::int64_t number) const
{
    static constexpr std::string_view kSql =
        "SELECT id, seq, sender, kind, text FROM messages WHERE number = $1 AND conversation_id = $2 LIMIT 1";
    auto row = tx.queryOptional(kSql, {number, conversation.id.value});
    if (!row) {
        return fail(std::move(row).error().in("conversation_search.withMessage"));
    }
    FoundConversation found;
    found.conversation = std::move(conversation);
    if (*row) {
        found.message.value = (*row)->text(0);
        found.seq = (*row)->integer(1);
        found.sender = (*row)->text(2);
        found.kind = (*row)->text(3);
        const std::string text = (*row)->text(4);
        found.text = std::string(firstCodePoints(text, kPreviewLength));
    }
    return found;
}

Result<bool> ConversationSearch::fill(ReadTransaction& tx,
                                      const std::vector<std::string>& words,
                                      const ConversationFilter& filter,
                                      std::vector<Place> places,
                                      std::int64_t begin,
                                      std::set<std::string>& seen,
                                      ConversationsFound& found) const
{
    std::vector<Place> fresh;
    std::vector<std::string> ids;
    for (Place& place : places) {
        if (seen.insert(place.conversation.value).second) {
            ids.push_back(place.conversation.value);
            fresh.push_back(std::move(place));
        }
    }
    // Read in small steps: most searches need the first only.
    for (std::size_t from = 0; from < fresh.size(); from += kReadAtOnce) {
        const std::size_t to = std::min(fresh.size(), from + kReadAtOnce);
        const auto step = [&](std::size_t index) { return static_cast<std::ptrdiff_t>(index); };
        auto rows = passing(tx, {ids.begin() + step(from), ids.begin() + step(to)}, filter);
        if (!rows) {
            return fail(std::move(rows).error());
        }
        for (std::size_t i = from; i < to; ++i) {
            const auto row = rows->find(fresh[i].conversation.value);
            if (row == rows->end()) {
                continue;
            }
            if (begin > 0) {
                auto shown = wasShown(tx, words, fresh[i].conversation, begin);
                if (!shown) {
                    return shown;
                }
                if (*shown) {
                    continue;
                }
            }
            auto item = withMessage(tx, std::move(row->second), fresh[i].number);
            if (!item) {
                return fail(std::move(item).error());
            }
            found.items.push_back(*std::move(item));
            if (found.items.size() == static_cast<std::size_t>(filter.limit)) {
                found.next = fresh[i].number;
                return true;
            }
        }
    }
    return false;
}

Result<ConversationsFound> ConversationSearch::find(ReadTransaction& tx,
                                                    const std::string& text,
                                                    const ConversationFilter& filter,
                                                    std::int64_t before) const
{
    ConversationsFound found;
    auto words = wordsOf(tx, text);
    if (!words || words->empty()) {
        return words ? Result<ConversationsFound>(std::move(found))
                     : Result<ConversationsFound>(fail(std::move(words).error()));
    }
    Stretch stretch{0, before > 0 ? before : std::numeric_limits<std::int64_t>::max()};
    std::set<std::string> seen;
    int lookedAt = 0;
    for (int walk = 0; walk < kMostWalks && lookedAt < kMostLookedAt; ++walk) {
        auto from = reach(tx, *words, stretch.before);
        if (!from) {
            return fail(std::move(from).error());
        }
        stretch.from = *from;
        for (std::size_t got = kBatch; got == kBatch && lookedAt < kMostLookedAt; lookedAt += kBatch) {
            auto batch = places(tx, *words, stretch, kBatch);
            if (!batch) {
                return fail(std::move(batch).error());
            }
            got = batch->size();
            stretch.before = got == kBatch ? batch->back().number : stretch.from;
            auto isFull = fill(tx, *words, filter, *std::move(batch), before, seen, found);
            if (!isFull) {
                return fail(std::move(isFull).error());
            }
            if (*isFull) {
                return found;
            }
        }
        if (stretch.before == 0) {
            return found; // the beginning
        }
    }
    found.next = stretch.before;
    found.isPartial = true;
    return found;
}

} // namespace parley::server::store
