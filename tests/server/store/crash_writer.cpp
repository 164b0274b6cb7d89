// SPDX-License-Identifier: MIT
// Writes rows without end and names each acknowledged one on its standard output, until it is killed.
// Arguments: folder, URL (or "-"), tenant.
#include "server/store/open_database.h"

#include <unistd.h>

#include <QCoreApplication>

#include <mutex>

using namespace parley;
using namespace parley::server::store;

namespace {

constexpr int kSubmitters = 32;

class CrashWriter {
public:
    CrashWriter(Database& database, Scope scope) : m_database(database), m_scope(std::move(scope)) {}

    void submitNext()
    {
        const int id = m_next++;
        auto job = [id](Transaction& tx) -> Result<void> {
            auto changed =
                tx.execute("INSERT INTO tenant_state (id, config_version, index_version) VALUES ($1, 1, 1)",
                           {std::to_string(id)});
            return changed ? Result<void>() : fail(changed.error());
        };
        m_database.submitWrite(m_scope, job, [this, id](Result<void> outcome) {
            if (!outcome) {
                _exit(3);
            }
            const std::string line = std::to_string(id) + "\n";
            {
                const std::lock_guard lock(m_output);
                if (write(STDOUT_FILENO, line.data(), line.size()) < 0) {
                    _exit(4);
                }
            }
            submitNext();
        });
    }

private:
    Database& m_database;
    Scope m_scope;
    std::mutex m_output;
    std::atomic<int> m_next{0};
};

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    if (argc != 4) {
        return 2;
    }
    StoreOptions options;
    options.folder = argv[1];
    options.url = std::string(argv[2]) == "-" ? "" : argv[2];
    auto database = openDatabase(options);
    if (!database) {
        return 5;
    }
    CrashWriter writer(**database, Scope::of(TenantId{argv[3]}));
    for (int i = 0; i < kSubmitters; ++i) {
        writer.submitNext();
    }
    for (;;) {
        pause();
    }
}
