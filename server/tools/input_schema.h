// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <memory>

namespace parley::server::tools {

/// The JSON Schema of a tool's input, ready to check inputs. Immutable, any thread.
class InputSchema {
public:
    /// @param schema  what checkedSchema() of schema_rules.h lets through
    /// @errors InvalidArgument `input_schema` is none that can be checked
    static Result<InputSchema> compile(const nlohmann::json& schema);

    /// @return every fault by its field: "input.order_id"
    /// @errors InvalidArgument the input does not fit, is larger than 32 KiB or has more than 2,000 values
    [[nodiscard]] Result<void> check(const nlohmann::json& input) const;

    /// As it was written, for models and operators.
    [[nodiscard]] const nlohmann::json& written() const { return m_written; }
    /// The same without references.
    [[nodiscard]] const nlohmann::json& resolved() const { return m_resolved; }

private:
    struct Compiled;

    nlohmann::json m_written;
    nlohmann::json m_resolved;
    std::shared_ptr<const Compiled> m_compiled; // shared by copies, which are equal
};

} // namespace parley::server::tools
