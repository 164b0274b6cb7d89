// SPDX-License-Identifier: MIT
#include "server/desk/desk_settings.h"

#include "shared/core/text.h"

#include <array>
#include <limits>

namespace parley::server::desk {

namespace {

constexpr int kDayS = 86'400;
constexpr int kLongestWatchdogS = 3'600;
constexpr int kMostCapacity = 1'000;
constexpr int kMostRetentionDays = 3'650;
constexpr std::size_t kLongestMessage = 500;
constexpr std::size_t kMostPlans = 20;
constexpr std::size_t kLongestPlan = 64;
/// A year of minutes: whoever promises less promises nothing.
constexpr int kLongestPromise = 525'600;

std::optional<int> wholeNumber(const nlohmann::json& value, int least, int most)
{
    const auto number =
        value.is_number_integer() ? value.get<std::int64_t>() : std::numeric_limits<std::int64_t>::min();
    return number >= least && number <= most ? std::optional(static_cast<int>(number)) : std::nullopt;
}

/// Reads the fields of one section; what is wrong is collected.
class Reader {
public:
    explicit Reader(const nlohmann::json& section) : m_section(section)
    {
        m_error.code = ErrorCode::InvalidArgument;
        m_error.message = "The settings are not as they should be.";
    }

    void count(const char* name, int least, int most, int& value)
    {
        if (const nlohmann::json* field = find(name)) {
            if (const auto wanted = wholeNumber(*field, least, most)) {
                value = *wanted;
            } else {
                refuse(name,
                       "must be a whole number from " + std::to_string(least) + " to " +
                           std::to_string(most));
            }
        }
    }

    void assignment(bool& isAutomatic)
    {
        if (const nlohmann::json* field = find("assignment")) {
            if (*field == "manual" || *field == "automatic") {
                isAutomatic = *field == "automatic";
            } else {
                refuse("assignment", "must be one of: manual, automatic");
            }
        }
    }

    void message(std::string& text)
    {
        if (const nlohmann::json* field = find("offline_message")) {
            if (field->is_string() && codePoints(field->get_ref<const std::string&>()) <= kLongestMessage) {
                text = trimmed(field->get_ref<const std::string&>());
            } else {
                refuse("offline_message", "must be a text of at most 500 characters");
            }
        }
    }

    void hours(DeskSettings& settings)
    {
        if (const nlohmann::json* field = find("hours")) {
            if (auto hours = BusinessHours::parse(*field)) {
                settings.hours = *std::move(hours);
                settings.hoursJson = *field;
            } else {
                m_error.fields.push_back(hours.error().fields.front());
            }
        }
    }

    void sla(DeskSettings& settings)
    {
        const nlohmann::json* field = find("sla");
        if (field == nullptr) {
            return;
        }
        if (!field->is_object() || field->size() > kMostPlans) {
            refuse("sla", "must be an object of at most 20 plans");
            return;
        }
        settings.sla.clear();
        for (const auto& [plan, promise] : field->items()) {
            const std::string where = "sla." + plan;
            if (plan.empty() || plan.size() > kLongestPlan || !promise.is_object()) {
                refuse(where, "must be an object with first_response_minutes, under a plan of 1 to 64 bytes");
                continue;
            }
            level(where, promise, settings.sla[plan]);
        }
    }

    [[nodiscard]] bool isRight() const { return m_error.fields.empty(); }
    [[nodiscard]] Error take() { return std::move(m_error); }

private:
    void level(const std::string& where, const nlohmann::json& promise, ServiceLevel& level)
    {
        for (const auto& [name, value] : promise.items()) {
            const auto minutes = wholeNumber(value, 1, kLongestPromise);
            if (name != "first_response_minutes" && name != "resolution_minutes") {
                refuse(where + "." + name, "must be first_response_minutes or resolution_minutes");
            } else if (name == "resolution_minutes" && value.is_null()) {
                level.resolutionMinutes.reset();
            } else if (!minutes) {
                refuse(where + "." + name, "must be a whole number of minutes from 1 to 525600");
            } else if (name == "first_response_minutes") {
                level.firstResponseMinutes = *minutes;
            } else {
                level.resolutionMinutes = minutes;
            }
        }
        if (!promise.contains("first_response_minutes")) {
            refuse(where + ".first_response_minutes", "is required");
        } else if (level.resolutionMinutes && *level.resolutionMinutes < level.firstResponseMinutes) {
            refuse(where + ".resolution_minutes", "must be no less than first_response_minutes");
        }
    }

    [[nodiscard]] const nlohmann::json* find(const char* name) const
    {
        const auto found = m_section.find(name);
        return found == m_section.end() ? nullptr : &*found;
    }
    void refuse(std::string name, std::string why)
    {
        m_error.fields.push_back({std::move(name), std::move(why)});
    }

    const nlohmann::json& m_section;
    Error m_error;
};

} // namespace

Result<DeskSettings> readDeskSettings(const nlohmann::json& section, const DeskSettings& base)
{
    DeskSettings settings = base;
    if (!section.is_object()) {
        return settings;
    }
    Reader reader(section);
    reader.sla(settings);
    reader.hours(settings);
    reader.count("accept_timeout_s", 1, kDayS, settings.acceptTimeoutS);
    reader.count("watchdog_s", 1, kLongestWatchdogS, settings.watchdogS);
    reader.assignment(settings.assignsAutomatically);
    reader.count("capacity", 0, kMostCapacity, settings.capacity);
    reader.message(settings.offlineMessage);
    reader.count("retention_days", 0, kMostRetentionDays, settings.retentionDays);
    if (!reader.isRight()) {
        return fail(reader.take());
    }
    return settings;
}

std::span<const std::string_view> deskFields()
{
    static constexpr std::array<std::string_view, 8> kFields{"sla",
                                                             "hours",
                                                             "accept_timeout_s",
                                                             "watchdog_s",
                                                             "assignment",
                                                             "capacity",
                                                             "offline_message",
                                                             "retention_days"};
    return kFields;
}

nlohmann::json deskSettingsJson(const DeskSettings& settings)
{
    auto sla = nlohmann::json::object();
    for (const auto& [plan, level] : settings.sla) {
        sla[plan] = {{"first_response_minutes", level.firstResponseMinutes}};
        if (level.resolutionMinutes) {
            sla[plan]["resolution_minutes"] = *level.resolutionMinutes;
        }
    }
    return {{"sla", std::move(sla)},
            {"hours", settings.hoursJson},
            {"accept_timeout_s", settings.acceptTimeoutS},
            {"watchdog_s", settings.watchdogS},
            {"assignment", settings.assignsAutomatically ? "automatic" : "manual"},
            {"capacity", settings.capacity},
            {"offline_message", settings.offlineMessage},
            {"retention_days", settings.retentionDays}};
}

const ServiceLevel* serviceLevelOf(const DeskSettings& settings, std::string_view plan)
{
    auto found = settings.sla.find(plan);
    if (found == settings.sla.end()) {
        found = settings.sla.find(kDefaultPlan);
    }
    return found == settings.sla.end() ? nullptr : &found->second;
}

} // namespace parley::server::desk
