// SPDX-License-Identifier: MIT
#include "server/daemon/backup.h"
#include "server/daemon/command_line.h"
#include "server/daemon/daemon.h"
#include "server/daemon/evaluation/evaluation.h"
#include "server/daemon/settings_loader.h"
#include "server/telemetry/log.h"
#include "server/telemetry/log_backend.h"
#include "server/telemetry/log_channels.h"
#include "shared/core/version.h"

#include <QCoreApplication>

#include <cstdio>
#include <exception>
#include <span>
#include <string>
#include <vector>

namespace {

using namespace parley;
using namespace parley::server;

int refused(const Error& error)
{
    std::fprintf(stderr, "parleyd: %s\n", error.message.c_str());
    if (!error.detail.empty()) {
        std::fprintf(stderr, "  (%s)\n", error.detail.c_str());
    }
    return 1;
}

int serve(const daemon::LoadedSettings& loaded)
{
    telemetry::LogOptions options;
    options.format =
        loaded.settings.log.format == "text" ? telemetry::LogFormat::Text : telemetry::LogFormat::Json;
    const telemetry::LoggingScope logging(options);
    if (auto levels = telemetry::parseLogLevels(loaded.settings.log.level)) {
        telemetry::applyLogLevels(*levels);
    }
    const telemetry::Log log("daemon");
    for (const std::string& warning : loaded.warnings) {
        log.warn("odd setting", {{"what", warning}});
    }
    daemon::Daemon parley(loaded);
    auto address = parley.start();
    if (!address) {
        return refused(address.error());
    }
    std::printf("parleyd listening on %s\n", address->c_str());
    std::fflush(stdout);
    log.info("listening", {{"address", *address}, {"version", kVersion}});
    parley.waitForStop();
    parley.stop();
    return 0;
}

int dispatch(const std::vector<std::string>& arguments)
{
    if (!arguments.empty() && arguments.front() == "eval") {
        return daemon::evaluation::runEvaluation(std::span(arguments).subspan(1));
    }
    auto line = daemon::parseCommandLine(arguments);
    if (!line) {
        refused(line.error());
        std::fprintf(stderr, "Try parleyd --help.\n");
        return 2;
    }
    if (line->command == daemon::Command::Help) {
        std::printf("%s", daemon::usageText().c_str());
        return 0;
    }
    if (line->command == daemon::Command::Version) {
        std::printf("parleyd %s (protocol %s)\n",
                    std::string(kVersion).c_str(),
                    std::string(kProtocolVersion).c_str());
        return 0;
    }
    daemon::SettingsSources sources;
    sources.configFile = line->configFile;
    sources.environment = daemon::processEnvironment();
    sources.commandLine = line->settings;
    auto loaded = daemon::loadSettings(sources);
    if (!loaded) {
        return refused(loaded.error());
    }
    Result<void> done;
    switch (line->command) {
    case daemon::Command::Serve:
        return serve(*loaded);
    case daemon::Command::Init:
        done = daemon::initialise(*loaded, line->adminEmail);
        break;
    case daemon::Command::Doctor:
        done = daemon::diagnose(*loaded);
        break;
    case daemon::Command::Migrate:
        done = daemon::migrate(*loaded);
        break;
    case daemon::Command::Backup:
        done = daemon::makeBackup(*loaded);
        break;
    case daemon::Command::Restore:
        done = daemon::restoreBackup(*loaded, line->backup);
        break;
    default:
        break;
    }
    return done ? 0 : refused(done.error());
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const QCoreApplication app(argc, argv);
        return dispatch(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "parleyd: %s\n", failure.what());
    } catch (...) {
        std::fprintf(stderr, "parleyd: an unknown failure\n");
    }
    return 1;
}
