// SPDX-License-Identifier: MIT
#include "server/desk/teams.h"

#include "server/desk/business_hours.h"
#include "shared/core/ids.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::desk {

namespace {

constexpr std::size_t kMaxName = 80;
constexpr std::size_t kMaxCategories = 50;
constexpr std::size_t kMaxCategory = 64;
constexpr std::size_t kMaxMembers = 500;
constexpr std::int64_t kMaxCapacity = 1'000;

nlohmann::json parsed(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json::parse(text, nullptr, false);
}

} // namespace

Result<void> TeamKind::apply(Row& row, const Changes& changes)
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "The team has wrong fields.";
    row.name = changes.name.value_or(row.name);
    row.capacity = changes.capacity.value_or(row.capacity);
    row.hours = changes.hours.value_or(row.hours);
    if (trimmed(row.name).empty() || codePoints(row.name) > kMaxName) {
        error.fields.push_back({"name", "must have 1 to 80 characters"});
    }
    if (row.capacity < 0 || row.capacity > kMaxCapacity) {
        error.fields.push_back({"capacity", "must be from 0 (any number) to 1000"});
    }
    if (auto hours = BusinessHours::parse(parsed(row.hours)); !hours) {
        error.fields.push_back(hours.error().fields.front());
    }
    if (changes.categories) {
        const auto& categories = *changes.categories;
        const bool isRight = categories.size() <= kMaxCategories &&
                             std::all_of(categories.begin(), categories.end(), [](const auto& each) {
                                 return !each.empty() && each.size() <= kMaxCategory;
                             });
        if (!isRight) {
            error.fields.push_back({"categories", "must be at most 50 texts of 1 to 64 bytes"});
        }
        row.categories = nlohmann::json(categories).dump();
    }
    if (changes.members) {
        const auto& members = *changes.members;
        if (members.size() > kMaxMembers || !std::all_of(members.begin(), members.end(), isUuid)) {
            error.fields.push_back({"members", "must be at most 500 ids of users"});
        }
        row.members = nlohmann::json(members).dump();
    }
    if (!error.fields.empty()) {
        return fail(std::move(error));
    }
    return {};
}

nlohmann::json TeamKind::view(const Row& row)
{
    return {{"name", row.name},
            {"categories", parsed(row.categories)},
            {"members", parsed(row.members)},
            {"hours", parsed(row.hours)},
            {"capacity", row.capacity}};
}

} // namespace parley::server::desk
