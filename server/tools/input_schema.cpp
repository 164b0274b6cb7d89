// SPDX-License-Identifier: MIT
#include "server/tools/input_schema.h"

#include "server/tools/schema_rules.h"

#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/constraints/concrete_constraints.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <new>
#include <stdexcept>
#include <string>

namespace parley::server::tools {

namespace {

using nlohmann::json;
using valijson::adapters::NlohmannJsonAdapter;

constexpr std::size_t kMaxInputBytes = 32U << 10U;
constexpr std::size_t kMaxValues = 2'000;
constexpr std::size_t kMaxFaults = 20;

using Matches = bool (*)(const std::string&, const std::string&);

/// A text has to fit: `pattern` and `format`.
class TextConstraint final : public valijson::constraints::PolyConstraint {
public:
    TextConstraint(std::string wanted, Matches matches, const char* what)
        : m_wanted(std::move(wanted)), m_matches(matches), m_what(what)
    {}

    bool validate(const valijson::adapters::Adapter& target,
                  const std::vector<std::string>& context,
                  valijson::ValidationResults* results) const override
    {
        if (!target.isString() || m_matches(target.asString(), m_wanted)) {
            return true;
        }
        if (results != nullptr) {
            results->pushError(context, std::string("must ") + m_what + " " + m_wanted);
        }
        return false;
    }

private:
    valijson::constraints::Constraint* cloneInto(void* place) const override
    {
        return new (place) TextConstraint(*this);
    }
    [[nodiscard]] std::size_t sizeOf() const override { return sizeof(TextConstraint); }

    std::string m_wanted;
    Matches m_matches;
    const char* m_what;
};

class TextBuilder final : public valijson::ConstraintBuilder {
public:
    TextBuilder(Matches matches, const char* what) : m_matches(matches), m_what(what) {}

    [[nodiscard]] valijson::constraints::Constraint*
    make(const valijson::adapters::Adapter& wanted) const override
    {
        return new TextConstraint(wanted.asString(), m_matches, m_what);
    }

private:
    Matches m_matches;
    const char* m_what;
};

std::size_t countValues(const json& value)
{
    std::size_t count = 1;
    if (value.is_structured()) {
        for (const json& child : value) {
            count += countValues(child);
        }
    }
    return count;
}

int depthOf(const json& value, int most)
{
    int deepest = 0;
    if (value.is_structured() && most > 0) {
        for (const json& child : value) {
            deepest = std::max(deepest, 1 + depthOf(child, most - 1));
        }
    }
    return deepest;
}

/// "<root>", "[items]", "[0]" as "input.items.0".
std::string fieldOf(const std::vector<std::string>& context)
{
    std::string field = "input";
    for (std::size_t i = 1; i < context.size(); ++i) {
        const std::string& step = context[i];
        const bool isBracketed = step.size() >= 2 && step.front() == '[' && step.back() == ']';
        field += "." + (isBracketed ? step.substr(1, step.size() - 2) : step);
    }
    return field;
}

/// The schema of a property, for a better message than the library's; null where it is not that simple.
const json* schemaAt(const json& schema, const std::vector<std::string>& context)
{
    const json* at = &schema;
    for (std::size_t i = 1; i < context.size(); ++i) {
        const std::string name = context[i].size() > 2 ? context[i].substr(1, context[i].size() - 2) : "";
        const bool isKnown =
            at->is_object() && at->contains("properties") && (*at)["properties"].contains(name);
        if (!isKnown) {
            return nullptr;
        }
        at = &(*at)["properties"][name];
    }
    return at;
}

FieldError faultOf(const valijson::ValidationResults::Error& error, const json& schema)
{
    static constexpr std::string_view kMissing = "Missing required property '";
    FieldError fault{fieldOf(error.context), error.description};
    if (fault.message.starts_with(kMissing)) {
        const std::size_t end = fault.message.find('\'', kMissing.size());
        fault.field += "." + fault.message.substr(kMissing.size(), end - kMissing.size());
        fault.message = "is required";
    } else if (fault.message.find("'type' constraint") != std::string::npos) {
        const json* at = schemaAt(schema, error.context);
        if (at != nullptr && at->is_object() && at->contains("type")) {
            const json& type = (*at)["type"];
            fault.message = "must be of type " + (type.is_string() ? type.get<std::string>() : type.dump());
        }
    } else if (fault.message.find("'enum' constraint") != std::string::npos ||
               fault.message.find("enum") != std::string::npos) {
        const json* at = schemaAt(schema, error.context);
        if (at != nullptr && at->is_object() && at->contains("enum")) {
            fault.message = "must be one of " + (*at)["enum"].dump();
        }
    }
    return fault;
}

} // namespace

struct InputSchema::Compiled {
    valijson::Schema schema;
};

Result<InputSchema> InputSchema::compile(const json& schema)
{
    auto resolved = resolvedSchema(schema);
    if (!resolved) {
        return fail(std::move(resolved).error());
    }
    InputSchema out;
    out.m_written = schema;
    out.m_resolved = *std::move(resolved);
    auto compiled = std::make_shared<Compiled>();
    try {
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        // The parser owns its builders.
        parser.addConstraintBuilder(std::string(kPatternKeyword), new TextBuilder(&matchesPattern, "match"));
        parser.addConstraintBuilder(std::string(kFormatKeyword),
                                    new TextBuilder(&matchesFormat, "have the format"));
        const NlohmannJsonAdapter adapter(out.m_resolved);
        parser.populateSchema(adapter, compiled->schema);
    } catch (const std::exception& problem) {
        return failField("input_schema", std::string("cannot be used: ") + problem.what());
    }
    out.m_compiled = std::move(compiled);
    return out;
}

Result<void> InputSchema::check(const json& input) const
{
    if (!input.is_object()) {
        return failField("input", "must be an object");
    }
    const bool isLarge = depthOf(input, 33) > 32 || countValues(input) > kMaxValues ||
                         input.dump(-1, ' ', false, json::error_handler_t::replace).size() > kMaxInputBytes;
    if (isLarge) {
        return failField("input", "must have at most 32 KiB, 2000 values and 32 levels");
    }
    valijson::ValidationResults results;
    try {
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        const NlohmannJsonAdapter adapter(input);
        if (validator.validate(m_compiled->schema, adapter, &results)) {
            return {};
        }
    } catch (const std::exception& problem) {
        return fail(ErrorCode::InvalidArgument, "The input cannot be checked.", problem.what());
    }
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "The input does not fit the tool's schema.";
    valijson::ValidationResults::Error each;
    while (results.popError(each) && error.fields.size() < kMaxFaults) {
        FieldError fault = faultOf(each, m_resolved);
        // Why the parts fail is said already; that their owner fails says nothing.
        const bool isEcho = fault.message.starts_with("Failed to validate against schema associated with");
        const bool isKnown = std::any_of(error.fields.begin(),
                                         error.fields.end(),
                                         [&](const FieldError& other) { return other.field == fault.field; });
        if (!isKnown && !isEcho) {
            error.fields.push_back(std::move(fault));
        }
    }
    if (error.fields.empty()) {
        error.fields.push_back({"input", "does not fit the schema"});
    }
    return fail(std::move(error));
}

} // namespace parley::server::tools
