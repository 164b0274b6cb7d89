// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/business_hours.h"
#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace parley::server::desk {

/// Section of a tenant's settings that holds these.
inline constexpr std::string_view kDeskSection = "desk";
/// The plan whose promise counts for customers of no plan, or of one that is not named.
inline constexpr std::string_view kDefaultPlan = "default";

/// How soon customers of a plan are promised something, in minutes of business hours.
struct ServiceLevel {
    int firstResponseMinutes = 0;
    std::optional<int> resolutionMinutes;
};

/// How a tenant's people work.
struct DeskSettings {
    /// By plan. No promise: cases have no due time.
    std::map<std::string, ServiceLevel, std::less<>> sla;
    BusinessHours hours;
    /// `hours` as it was set; null: around the clock.
    nlohmann::json hoursJson;
    /// How long whoever took a case may keep the customer waiting for a first word.
    int acceptTimeoutS = 120;
    /// How long beyond a turn's own time limit a customer may be owed an answer.
    int watchdogS = 30;
    /// Cases of the queue are given to people who are online.
    bool assignsAutomatically = false;
    /// Cases that one person has at once where the team says nothing; 0: any number.
    int capacity = 5;
    /// What a customer reads while nobody is there; empty: Parley's own words in his language.
    std::string offlineMessage;
    /// How long conversations are kept after their last message, in days; 0: for ever.
    int retentionDays = 0;
};

/// @param section  as the store holds it; may be empty @param base  what counts where it says nothing
/// @errors InvalidArgument naming every field that is wrong
Result<DeskSettings> readDeskSettings(const nlohmann::json& section, const DeskSettings& base = {});

/// Names of all fields of the section.
std::span<const std::string_view> deskFields();

nlohmann::json deskSettingsJson(const DeskSettings& settings);

/// The promise to a customer of this plan, if there is one.
const ServiceLevel* serviceLevelOf(const DeskSettings& settings, std::string_view plan);

} // namespace parley::server::desk
