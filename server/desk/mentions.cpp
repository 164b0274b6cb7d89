// SPDX-License-Identifier: MIT
#include "server/desk/mentions.h"

#include "server/nlp/code_points.h"
#include "server/store/user_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace parley::server::desk {

namespace {

/// Nobody names more people in one note; a pasted list of addresses is none.
constexpr std::size_t kMostMentions = 20;
constexpr int kMostMarks = 200;
constexpr int kPage = 200;
constexpr std::size_t kMostPeople = 5'000;

bool isInWord(char32_t c)
{
    return nlp::isLetter(c) || nlp::isDigit(c);
}

/// Whether a name or address that ends here is not the beginning of a longer one.
bool isEnd(std::string_view text, std::size_t position, bool isAddress)
{
    if (position >= text.size()) {
        return true;
    }
    const char32_t next = nlp::decodeAt(text, position);
    if (isInWord(next) || next == U'_') {
        return !isAddress && nlp::isUnspaced(next); // there no space stands behind a name
    }
    const bool joins = next == U'-' || (isAddress && next == U'.');
    return !joins || position >= text.size() || !isInWord(nlp::decodeAt(text, position));
}

/// How many bytes of `text` from `at` read as `wanted`, which is folded; 0: they do not.
std::size_t matched(std::string_view text, std::size_t at, const std::string& wanted, bool isAddress)
{
    std::string read;
    std::size_t position = at;
    while (read.size() < wanted.size() && position < text.size()) {
        nlp::appendFolded(read, nlp::lowered(nlp::decodeAt(text, position)));
        if (read.size() > wanted.size() || wanted.compare(0, read.size(), read) != 0) {
            return 0;
        }
    }
    if (wanted.empty() || read.size() != wanted.size()) {
        return 0;
    }
    for (std::size_t next = position; next < text.size(); position = next) {
        nlp::appendFolded(read, nlp::lowered(nlp::decodeAt(text, next)));
        if (read.size() != wanted.size()) {
            break; // no mark that stands upon the letter before
        }
    }
    return isEnd(text, position, isAddress) ? position - at : 0;
}

struct Known {
    const Mentionable* person = nullptr;
    std::string name;
    std::string email;
};

/// Whom the text from `at` names, and by how many bytes.
std::pair<std::size_t, std::vector<const Mentionable*>>
named(std::string_view text, std::size_t at, const std::vector<Known>& people)
{
    std::size_t longest = 0;
    std::vector<const Mentionable*> found;
    for (const Known& each : people) {
        const std::size_t length =
            std::max(matched(text, at, each.name, false), matched(text, at, each.email, true));
        if (length > longest) {
            longest = length;
            found.clear();
        }
        if (length > 0 && length == longest) {
            found.push_back(each.person);
        }
    }
    return {longest, found};
}

} // namespace

std::vector<Mention> mentionsIn(std::string_view note, const std::vector<Mentionable>& people)
{
    std::vector<Known> known;
    known.reserve(people.size());
    for (const Mentionable& person : people) {
        known.push_back({&person, nlp::folded(person.name), nlp::folded(person.email)});
    }
    std::vector<Mention> mentions;
    char32_t before = U' ';
    int marks = 0;
    for (std::size_t position = 0; position < note.size() && mentions.size() < kMostMentions;) {
        const std::size_t start = position;
        const char32_t now = nlp::decodeAt(note, position);
        const bool isMark =
            now == U'@' && !isInWord(before) && before != U'.' && before != U'_' && before != U'-';
        before = now;
        if (!isMark || ++marks > kMostMarks) {
            continue;
        }
        const auto [length, persons] = named(note, position, known);
        for (const Mentionable* person : persons) {
            const bool isNew = std::none_of(mentions.begin(), mentions.end(), [&](const Mention& each) {
                return each.id == person->id;
            });
            if (isNew && mentions.size() < kMostMentions) {
                mentions.push_back(
                    {person->id, person->name, std::string(note.substr(start, position - start + length))});
            }
        }
    }
    return mentions;
}

nlohmann::json mentionsJson(const std::vector<Mention>& mentions)
{
    nlohmann::json json = nlohmann::json::array();
    for (const Mention& mention : mentions) {
        json.push_back({{"id", mention.id}, {"name", mention.name}, {"text", mention.text}});
    }
    return json;
}

boost::asio::awaitable<Result<std::vector<Mentionable>>> mentionablePeople(store::Database& database,
                                                                           TenantId tenant)
{
    std::vector<Mentionable> people;
    auto job = [&](store::ReadTransaction& tx) -> Result<void> {
        std::string after;
        while (people.size() < kMostPeople) {
            auto rows = store::UserRepository().list(tx, tenant, after, kPage);
            if (!rows) {
                return fail(std::move(rows).error());
            }
            for (const store::UserRow& row : *rows) {
                if (row.status == "active") {
                    people.push_back({row.id.value, row.displayName, row.email});
                }
            }
            if (rows->size() < static_cast<std::size_t>(kPage)) {
                break;
            }
            after = rows->back().id.value;
        }
        return {};
    };
    auto platform = store::Scope::platform();
    auto read = co_await database.read(platform, job);
    if (!read) {
        co_return fail(std::move(read).error());
    }
    co_return people;
}

void addMentions(nlohmann::json& messages, const std::vector<store::MentionRow>& mentions)
{
    std::map<std::string, nlohmann::json> byMessage;
    for (const store::MentionRow& row : mentions) {
        const auto payload = nlohmann::json::parse(row.payload, nullptr, false);
        if (payload.is_object() && payload.contains("mentions")) {
            byMessage[row.message.value] = payload["mentions"];
        }
    }
    for (nlohmann::json& message : messages) {
        if (const auto found = byMessage.find(message.value("id", std::string())); found != byMessage.end()) {
            message["mentions"] = found->second;
        }
    }
}

} // namespace parley::server::desk
