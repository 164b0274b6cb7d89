// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings_loader.h"
#include "shared/core/result.h"

#include <functional>
#include <memory>
#include <string>

namespace parley::server::daemon {

/// The composition root: builds every part in the order of what it depends on, and takes them down in the
/// other. Life: construct, start(), waitForStop(), stop(). @thread main
class Daemon {
public:
    explicit Daemon(LoadedSettings loaded);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// Opens the store, takes up what a crash left, listens.
    /// @return the address, "http://127.0.0.1:8080"
    /// @errors any, with what to do in the message; all production faults at once in the fields
    Result<std::string> start();

    /// Waits for SIGTERM or SIGINT; SIGHUP meanwhile reloads the certificate and the log levels.
    void waitForStop();

    /// Drains, ends the turns under way or leaves them to the next start, closes the store.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

/// `parleyd init`: the first admin. Prints what it did. @errors as Users::ensureAdmin
Result<void> initialise(const LoadedSettings& loaded, const std::string& adminEmail);

/// `parleyd doctor`: opens everything a start would open, without listening, and says what was found.
/// @errors what a start would fail with
Result<void> diagnose(const LoadedSettings& loaded);

/// `parleyd migrate`: brings the schemas of the platform and of all tenants up to date. @errors Storage
Result<void> migrate(const LoadedSettings& loaded);

} // namespace parley::server::daemon
