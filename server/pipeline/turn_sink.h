// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"
#include "shared/protocol/turn.h"

#include <string_view>

namespace parley::server::pipeline {

/// Is told how a turn comes along, while it does: for streams. Calls come from the turn's I/O thread and must
/// not block. What is told is provisional: the turn itself is what was committed.
class TurnSink {
public:
    virtual ~TurnSink() = default;
    virtual void onNode(std::string_view name) = 0;
    /// A piece of the reply that has passed its checks.
    virtual void onToken(std::string_view text) = 0;
    /// Forget the pieces so far.
    virtual void onReset() = 0;
    /// The turn has its outcome, or could not be committed (and is tried again without this sink). The last
    /// call.
    virtual void onEnded(const Result<proto::Turn>& outcome) = 0;
};

/// For turns that nobody watches.
class SilentSink final : public TurnSink {
public:
    void onNode(std::string_view) override {}
    void onToken(std::string_view) override {}
    void onReset() override {}
    void onEnded(const Result<proto::Turn>&) override {}
};

} // namespace parley::server::pipeline
