// SPDX-License-Identifier: MIT
#include "server/desk/canned_responses.h"

#include "server/desk/intake.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::desk {

namespace {

constexpr std::size_t kMaxShortcut = 40;
constexpr std::size_t kMaxTitle = 120;

bool isShortcut(std::string_view text)
{
    return !text.empty() && text.size() <= kMaxShortcut && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

} // namespace

Result<void> CannedResponseKind::apply(Row& row, const Changes& changes)
{
    row.shortcut = changes.shortcut.value_or(row.shortcut);
    row.title = changes.title.value_or(row.title);
    row.text = changes.text.value_or(row.text);
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "The canned response has wrong fields.";
    if (!isShortcut(row.shortcut)) {
        error.fields.push_back({"shortcut", "must be 1 to 40 of a-z, 0-9, - and _"});
    }
    if (trimmed(row.title).empty() || codePoints(row.title) > kMaxTitle) {
        error.fields.push_back({"title", "must have 1 to 120 characters"});
    }
    if (!checkMessageText(row.text)) {
        error.fields.push_back({"text", "must have 1 to 8000 characters"});
    }
    if (!error.fields.empty()) {
        return fail(std::move(error));
    }
    return {};
}

nlohmann::json CannedResponseKind::view(const Row& row)
{
    return {{"shortcut", row.shortcut}, {"title", row.title}, {"text", row.text}};
}

} // namespace parley::server::desk
