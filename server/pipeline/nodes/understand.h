// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/understandings.h"
#include "server/pipeline/node.h"
#include "server/pipeline/text_readings.h"
#include "shared/core/clock.h"

namespace parley::server::pipeline {

/// Reads what the message is made of: mood, references and dates, personal data to keep from models and
/// traces; and what the tenant's configuration makes of it.
class UnderstandNode final : public Node {
public:
    UnderstandNode(agents::Understandings& understandings, const Clock& clock)
        : m_understandings(understandings), m_clock(clock)
    {}

    [[nodiscard]] std::string_view name() const override { return "understand"; }
    [[nodiscard]] bool isForeseeable() const override { return true; }
    /// @errors Storage the configuration could not be read; Timeout
    boost::asio::awaitable<Result<Step>> run(Turn& turn, runtime::Budget budget) override;

private:
    agents::Understandings& m_understandings;
    const Clock& m_clock;
    TextReadings m_readings;
};

} // namespace parley::server::pipeline
