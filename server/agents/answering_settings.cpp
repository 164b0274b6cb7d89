// SPDX-License-Identifier: MIT
#include "server/agents/answering_settings.h"

#include "shared/core/text.h"

#include <array>
#include <cmath>
#include <limits>

namespace parley::server::agents {

namespace {

constexpr std::size_t kMostKeywords = 200;
constexpr std::size_t kLongestKeyword = 100;
constexpr int kMostTtlDays = 365;
constexpr int kMostToolSteps = 10;
constexpr int kMostAnswerTokens = 8'000;

/// Reads the fields of one object; what is wrong is collected.
class Fields {
public:
    explicit Fields(const nlohmann::json& object) : m_object(object) {}

    void share(const char* name, double& value)
    {
        if (const nlohmann::json* field = find(name)) {
            const double wanted = field->is_number() ? field->get<double>() : std::nan("");
            if (wanted >= 0 && wanted <= 1) {
                value = wanted;
            } else {
                refuse(name, "must be a number from 0 to 1");
            }
        }
    }

    void flag(const char* name, bool& value)
    {
        if (const nlohmann::json* field = find(name)) {
            if (field->is_boolean()) {
                value = field->get<bool>();
            } else {
                refuse(name, "must be true or false");
            }
        }
    }

    void count(const char* name, int least, int most, int& value)
    {
        if (const nlohmann::json* field = find(name)) {
            const auto wanted = field->is_number_integer() ? field->get<std::int64_t>()
                                                           : std::numeric_limits<std::int64_t>::min();
            if (wanted >= least && wanted <= most) {
                value = static_cast<int>(wanted);
            } else {
                refuse(name,
                       "must be a whole number from " + std::to_string(least) + " to " +
                           std::to_string(most));
            }
        }
    }

    void words(const char* name, std::vector<std::string>& value)
    {
        const nlohmann::json* field = find(name);
        if (field == nullptr) {
            return;
        }
        bool isRight = field->is_array() && field->size() <= kMostKeywords;
        std::vector<std::string> wanted;
        for (std::size_t i = 0; isRight && i < field->size(); ++i) {
            isRight = field->at(i).is_string() &&
                      !trimmed(field->at(i).get_ref<const std::string&>()).empty() &&
                      field->at(i).get_ref<const std::string&>().size() <= kLongestKeyword;
            if (isRight) {
                wanted.push_back(field->at(i).get<std::string>());
            }
        }
        if (isRight) {
            value = std::move(wanted);
        } else {
            refuse(name, "must be a list of at most 200 texts of 1 to 100 bytes");
        }
    }

    [[nodiscard]] Error take()
    {
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = "The settings are not as they should be.";
        error.fields = std::move(m_faults);
        return error;
    }
    [[nodiscard]] bool isRight() const { return m_faults.empty(); }

private:
    [[nodiscard]] const nlohmann::json* find(const char* name) const
    {
        const auto found = m_object.find(name);
        return found == m_object.end() ? nullptr : &*found;
    }
    void refuse(const char* name, std::string why) { m_faults.push_back({name, std::move(why)}); }

    const nlohmann::json& m_object;
    std::vector<FieldError> m_faults;
};

} // namespace

Result<AnsweringSettings> readAnsweringSettings(const nlohmann::json& section)
{
    AnsweringSettings settings;
    if (!section.is_object()) {
        return settings;
    }
    Fields fields(section);
    fields.share("confidence_threshold", settings.confidenceThreshold);
    fields.flag("use_cache", settings.usesCache);
    fields.share("cache_threshold", settings.cacheThreshold);
    fields.count("cache_ttl_days", 1, kMostTtlDays, settings.cacheTtlDays);
    fields.words("escalate_keywords", settings.escalateKeywords);
    fields.flag("check_sentences", settings.checksSentences);
    fields.flag("use_memory", settings.usesMemory);
    fields.count("tool_steps", 0, kMostToolSteps, settings.toolSteps);
    fields.count("answer_tokens", 50, kMostAnswerTokens, settings.answerTokens);
    if (!fields.isRight()) {
        return tl::unexpected(fields.take());
    }
    return settings;
}

std::span<const std::string_view> answeringFields()
{
    static constexpr std::array<std::string_view, 9> kFields{"confidence_threshold",
                                                             "use_cache",
                                                             "cache_threshold",
                                                             "cache_ttl_days",
                                                             "escalate_keywords",
                                                             "check_sentences",
                                                             "use_memory",
                                                             "tool_steps",
                                                             "answer_tokens"};
    return kFields;
}

nlohmann::json answeringSettingsJson(const AnsweringSettings& settings)
{
    return {{"confidence_threshold", settings.confidenceThreshold},
            {"use_cache", settings.usesCache},
            {"cache_threshold", settings.cacheThreshold},
            {"cache_ttl_days", settings.cacheTtlDays},
            {"escalate_keywords", settings.escalateKeywords},
            {"check_sentences", settings.checksSentences},
            {"use_memory", settings.usesMemory},
            {"tool_steps", settings.toolSteps},
            {"answer_tokens", settings.answerTokens}};
}

} // namespace parley::server::agents
