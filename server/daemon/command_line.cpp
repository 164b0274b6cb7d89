// SPDX-License-Identifier: MIT
#include "server/daemon/command_line.h"

#include "server/daemon/settings_help.h"
#include "server/daemon/settings_table.h"

#include <array>
#include <optional>
#include <string_view>

namespace parley::server::daemon {

namespace {

constexpr std::array<std::pair<std::string_view, Command>, 7> kCommands{{
    {"serve", Command::Serve},
    {"init", Command::Init},
    {"migrate", Command::Migrate},
    {"doctor", Command::Doctor},
    {"backup", Command::Backup},
    {"restore", Command::Restore},
    {"help", Command::Help},
}};

class Parser {
public:
    explicit Parser(std::span<const std::string> arguments) : m_arguments(arguments) {}

    Result<CommandLine> parse()
    {
        while (m_at < m_arguments.size()) {
            const std::string_view argument = m_arguments[m_at++];
            if (argument == "--help" || argument == "-h") {
                return CommandLine{};
            }
            if (argument == "--version") {
                CommandLine version;
                version.command = Command::Version;
                return version;
            }
            if (argument.starts_with("--")) {
                option(argument.substr(2));
            } else {
                command(argument);
            }
        }
        if (!m_hasCommand && !m_arguments.empty()) {
            fault("command", "is missing: serve, init, migrate, doctor, backup or restore");
        }
        if (m_line.command != Command::Init && !m_line.adminEmail.empty()) {
            fault("--admin-email", "belongs to init");
        }
        if (m_hasCommand && m_line.command == Command::Init && m_line.adminEmail.empty()) {
            fault("--admin-email", "is missing: init needs the first admin's address");
        }
        if (m_line.command != Command::Restore && !m_line.backup.empty()) {
            fault("--from", "belongs to restore");
        }
        if (m_hasCommand && m_line.command == Command::Restore && m_line.backup.empty()) {
            fault("--from", "is missing: restore needs a backup, by name or folder");
        }
        if (!m_error.fields.empty()) {
            m_error.code = ErrorCode::InvalidArgument;
            return fail(std::move(m_error));
        }
        return std::move(m_line);
    }

private:
    void fault(std::string name, std::string message)
    {
        m_error.message += (m_error.message.empty() ? "" : "\n") + name + ": " + message;
        m_error.fields.push_back({std::move(name), std::move(message)});
    }

    void command(std::string_view word)
    {
        if (m_hasCommand) {
            fault(std::string(word), "is not expected; there is a command already");
            return;
        }
        for (const auto& [name, value] : kCommands) {
            if (name == word) {
                m_line.command = value;
                m_hasCommand = true;
                return;
            }
        }
        m_hasCommand = true; // one fault is enough
        fault(std::string(word),
              "is no command; there are serve, init, migrate, doctor, backup, restore and eval");
    }

    void option(std::string_view text)
    {
        const std::size_t equals = text.find('=');
        const std::string name(text.substr(0, equals));
        std::optional<std::string> value;
        if (equals != std::string_view::npos) {
            value = text.substr(equals + 1);
        }
        if (name == "config" || name == "admin-email") {
            (name == "config" ? m_line.configFile : m_line.adminEmail) = needValue(name, std::move(value));
            return;
        }
        if (name == "from") {
            m_line.backup = needValue(name, std::move(value));
            return;
        }
        const std::string_view shortFor = settingOfShortForm(name);
        const std::string setting(shortFor.empty() ? std::string_view(name) : shortFor);
        const SettingSpec* spec = findSetting(setting);
        if (spec != nullptr && spec->isFlag()) {
            m_line.settings.emplace_back(setting, flagValue(std::move(value)));
        } else if (spec != nullptr || isFileForm(setting)) {
            m_line.settings.emplace_back(setting, needValue(name, std::move(value)));
        } else {
            unknown(name, value.has_value());
        }
    }

    static bool isFileForm(std::string_view name)
    {
        static constexpr std::string_view kSuffix = "_file";
        if (!name.ends_with(kSuffix)) {
            return false;
        }
        const SettingSpec* spec = findSetting(name.substr(0, name.size() - kSuffix.size()));
        return spec != nullptr && spec->hasFileForm();
    }

    [[nodiscard]] bool nextIsValue() const
    {
        return m_at < m_arguments.size() && !m_arguments[m_at].starts_with("--");
    }

    std::string needValue(const std::string& name, std::optional<std::string> value)
    {
        if (value && !value->empty()) {
            return *std::move(value);
        }
        if (!value && nextIsValue()) {
            return m_arguments[m_at++];
        }
        fault("--" + name, "needs a value");
        return {};
    }

    /// `--demo`, `--demo=false`, `--demo false`; any other word after it is not its value.
    std::string flagValue(std::optional<std::string> value)
    {
        if (value) {
            return *std::move(value);
        }
        if (nextIsValue() && (m_arguments[m_at] == "true" || m_arguments[m_at] == "false")) {
            return m_arguments[m_at++];
        }
        return "true";
    }

    void unknown(const std::string& name, bool hasValue)
    {
        if (!hasValue && nextIsValue()) {
            ++m_at; // its value, most likely; a second fault would not help
        }
        const std::string nearest = nearestSetting(name);
        fault("--" + name,
              nearest.empty() ? "is unknown; parleyd --help lists all options"
                              : "is unknown; did you mean --" + nearest + "?");
    }

    std::span<const std::string> m_arguments;
    std::size_t m_at = 0;
    bool m_hasCommand = false;
    CommandLine m_line;
    Error m_error;
};

} // namespace

Result<CommandLine> parseCommandLine(std::span<const std::string> arguments)
{
    return Parser(arguments).parse();
}

std::string usageText()
{
    return "Usage: parleyd COMMAND [--option value | --option=value ...]\n"
           "\n"
           "Commands:\n"
           "  serve     runs the support desk until SIGTERM\n"
           "  init      creates the first admin: --admin-email E; the password is read from\n"
           "            PARLEY_ADMIN_PASSWORD, or generated and printed once\n"
           "  migrate   brings the database up to date and ends\n"
           "  doctor    checks settings, database and folders and says what is wrong\n"
           "  backup    copies databases and files into backup.folder, also while the daemon runs, and\n"
           "            removes backups older than backup.keep_days\n"
           "  restore   puts a backup back (--from NAME) while the daemon is stopped, and erases again whom\n"
           "            the list of erasures names\n"
           "  eval      measures intents, retrieval, sentiment and more on files; see parleyd eval --help\n"
           "\n"
           "Options:\n"
           "  --config FILE       settings as TOML (or PARLEY_CONFIG)\n"
           "  --data DIR          short for --store.folder\n"
           "  --listen HOST:PORT  short for --edge.listen\n"
           "  --database URL      short for --database.url\n"
           "  --redis URL         short for --redis.url\n"
           "  --demo              short for --demo.enabled\n"
           "  --help, --version\n"
           "\n"
           "Settings: section.key in the file, PARLEY_SECTION_KEY in the environment, --section.key here; "
           "later\n"
           "ones win. PARLEY_ENV=production refuses to start with anything that is not safe in public.\n" +
           settingsHelp();
}

} // namespace parley::server::daemon
