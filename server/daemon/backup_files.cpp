// SPDX-License-Identifier: MIT
#include "server/daemon/backup_files.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace parley::server::daemon {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kDayMs = 24LL * 3'600'000;
constexpr std::string_view kPrefix = "backup-";
/// How a backup is called until it is whole.
constexpr std::string_view kUnfinished = "unfinished-";
/// "20261121T174012123Z"
constexpr std::size_t kStampLength = 19;

std::optional<int> numberAt(std::string_view text, std::size_t at, std::size_t length)
{
    int value = 0;
    const auto* begin = text.data() + at;
    const auto [end, failed] = std::from_chars(begin, begin + length, value);
    return failed == std::errc() && end == begin + length ? std::optional(value) : std::nullopt;
}

std::optional<std::int64_t> createdOf(std::string_view name)
{
    if (!name.starts_with(kPrefix) || name.size() != kPrefix.size() + kStampLength) {
        return std::nullopt;
    }
    const std::string_view stamp = name.substr(kPrefix.size());
    const auto year = numberAt(stamp, 0, 4);
    const auto month = numberAt(stamp, 4, 2);
    const auto day = numberAt(stamp, 6, 2);
    const auto hour = numberAt(stamp, 9, 2);
    const auto minute = numberAt(stamp, 11, 2);
    const auto milli = numberAt(stamp, 13, 5);
    if (!year || !month || !day || !hour || !minute || !milli) {
        return std::nullopt;
    }
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{*year},
                              std::chrono::month{static_cast<unsigned>(*month)},
                              std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) {
        return std::nullopt;
    }
    const auto time =
        sys_days(date).time_since_epoch() + hours(*hour) + minutes(*minute) + milliseconds(*milli);
    return duration_cast<milliseconds>(time).count();
}

} // namespace

BackupPlace BackupPlace::of(const Settings& settings)
{
    const fs::path own = settings.backup.folder;
    return {own.empty() ? fs::path(settings.store.folder) / "backups" : own, settings.backup.keepDays};
}

std::string backupName(std::int64_t createdMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(createdMs)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    char text[64];
    std::snprintf(text,
                  sizeof text,
                  "%04d%02u%02uT%02d%02d%02d%03dZ",
                  static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()),
                  static_cast<int>(clock.subseconds().count()));
    return std::string(kPrefix) + text;
}

std::vector<BackupFolder> listBackups(const BackupPlace& place)
{
    std::vector<BackupFolder> found;
    std::error_code failed;
    for (fs::directory_iterator it(place.folder, failed), end; !failed && it != end; it.increment(failed)) {
        const auto created = createdOf(it->path().filename().string());
        if (created && it->is_directory()) {
            found.push_back({it->path(), *created});
        }
    }
    std::ranges::sort(found, {}, &BackupFolder::createdMs);
    return found;
}

std::optional<std::int64_t> lastBackupExpires(const BackupPlace& place, std::int64_t atMs)
{
    std::optional<std::int64_t> expires;
    std::error_code failed;
    for (fs::directory_iterator it(place.folder, failed), end; !failed && it != end; it.increment(failed)) {
        // One that is being made has what was there when it began.
        const std::string name = it->path().filename().string();
        const auto created =
            createdOf(name.starts_with(kUnfinished) ? name.substr(kUnfinished.size()) : name);
        if (place.keepDays > 0 && created && *created <= atMs) {
            expires = std::max(expires.value_or(0), *created + place.keepDays * kDayMs);
        }
    }
    return expires;
}

std::size_t pruneBackups(const BackupPlace& place, std::int64_t nowMs)
{
    std::size_t removed = 0;
    std::error_code failed;
    for (const BackupFolder& each : listBackups(place)) {
        if (place.keepDays > 0 && each.createdMs + place.keepDays * kDayMs <= nowMs) {
            fs::remove_all(each.path, failed);
            removed += failed ? 0U : 1U;
        }
    }
    const auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours(24);
    std::vector<fs::path> left;
    for (fs::directory_iterator it(place.folder, failed), end; !failed && it != end; it.increment(failed)) {
        std::error_code unknown;
        if (it->path().filename().string().starts_with(kUnfinished) &&
            it->last_write_time(unknown) < yesterday) {
            left.push_back(it->path());
        }
    }
    for (const fs::path& each : left) {
        fs::remove_all(each, failed);
    }
    return removed;
}

} // namespace parley::server::daemon
