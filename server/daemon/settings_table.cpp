// SPDX-License-Identifier: MIT
#include "server/daemon/settings_table.h"

#include "server/daemon/settings_checks.h"

#include <vector>

namespace parley::server::daemon {

namespace {

using S = Settings;

// The slot of a member, so that a line of the table names its field once.
#define PARLEY_SLOT(member) +[](S& s) -> decltype((s.member)) { return s.member; }

constexpr std::int64_t kMiB = 1024 * 1024;

SettingSpec number(std::string_view name,
                   std::int64_t& (*slot)(S&),
                   std::string_view standard,
                   std::int64_t least,
                   std::int64_t most,
                   std::string_view help)
{
    return SettingSpec{name, slot, standard, help, nullptr, least, most, Secrecy::Open};
}

/// How many of something: from one to very many.
SettingSpec
count(std::string_view name, std::int64_t& (*slot)(S&), std::string_view standard, std::string_view help)
{
    return number(name, slot, standard, 1, 1'000'000, help);
}

SettingSpec text(std::string_view name,
                 std::string& (*slot)(S&),
                 std::string_view standard,
                 std::string_view help,
                 SettingSpec::Check check = nullptr,
                 Secrecy secrecy = Secrecy::Open)
{
    return SettingSpec{name, slot, standard, help, check, 0, 0, secrecy};
}

SettingSpec list(std::string_view name, S::List& (*slot)(S&), std::string_view help, SettingSpec::Check check)
{
    return SettingSpec{name, slot, "", help, check, 0, 0, Secrecy::Open};
}

void addStore(std::vector<SettingSpec>& t)
{
    t.push_back(text(
        "store.folder", PARLEY_SLOT(store.folder), "parley-data", "Where all data lives.", checkNotEmpty));
    t.push_back(number("store.writers",
                       PARLEY_SLOT(store.writers),
                       "8",
                       1,
                       64,
                       "SQLite: writing threads in all; they mostly wait for the disk."));
    t.push_back(
        number("store.readers", PARLEY_SLOT(store.readers), "4", 1, 64, "SQLite: reading threads in all."));
    t.push_back(number("store.open_tenants",
                       PARLEY_SLOT(store.openTenants),
                       "256",
                       8,
                       100'000,
                       "SQLite: tenant databases that are kept open."));
    t.push_back(text("database.url",
                     PARLEY_SLOT(database.url),
                     "",
                     "postgresql://… ; empty: SQLite in store.folder.",
                     checkPostgresUrl,
                     Secrecy::UrlPassword));
    t.push_back(text("database.owner_url",
                     PARLEY_SLOT(database.ownerUrl),
                     "",
                     "PostgreSQL login that owns the schema, for migrations only.",
                     checkPostgresUrl,
                     Secrecy::UrlPassword));
    t.push_back(number("database.connections",
                       PARLEY_SLOT(database.connections),
                       "20",
                       2,
                       500,
                       "PostgreSQL: connections of the pool."));
    t.push_back(number("database.statement_timeout_ms",
                       PARLEY_SLOT(database.statementTimeoutMs),
                       "30000",
                       100,
                       600'000,
                       "PostgreSQL: longest statement, milliseconds."));
    t.push_back(text("redis.url",
                     PARLEY_SLOT(redis.url),
                     "",
                     "redis://… shared by several nodes; empty: none.",
                     checkRedisUrl,
                     Secrecy::UrlPassword));
    t.push_back(
        text("backup.folder", PARLEY_SLOT(backup.folder), "", "Where backups go; empty: DATA/backups."));
    t.push_back(number("backup.keep_days",
                       PARLEY_SLOT(backup.keepDays),
                       "30",
                       0,
                       3650,
                       "Days that a backup is kept; 0: for ever."));
}

void addEdge(std::vector<SettingSpec>& t)
{
    t.push_back(text("edge.listen",
                     PARLEY_SLOT(edge.listen),
                     "127.0.0.1:8080",
                     "Address and port to listen on; port 0 takes a free one.",
                     checkListen));
    t.push_back(number("edge.threads",
                       PARLEY_SLOT(edge.threads),
                       "0",
                       0,
                       256,
                       "I/O threads; 0: one fewer than there are cores."));
    t.push_back(
        count("edge.max_connections", PARLEY_SLOT(edge.maxConnections), "20000", "Open connections in all."));
    t.push_back(count("edge.connections_per_address",
                      PARLEY_SLOT(edge.connectionsPerAddress),
                      "12000",
                      "Open connections of one client address."));
    t.push_back(list("edge.trusted_proxies",
                     PARLEY_SLOT(edge.trustedProxies),
                     "Proxies whose forwarding headers are believed: addresses or CIDR.",
                     checkNetwork));
    t.push_back(text("edge.public_url",
                     PARLEY_SLOT(edge.publicUrl),
                     "",
                     "How clients reach the daemon; in every link. Empty: http://LISTEN.",
                     checkHttpUrl));
    t.push_back(text("edge.assets_folder",
                     PARLEY_SLOT(edge.assetsFolder),
                     "",
                     "Widget, docs and demo page; empty: where the installation put them."));
    t.push_back(number("edge.header_bytes",
                       PARLEY_SLOT(edge.headerBytes),
                       "16384",
                       1024,
                       kMiB,
                       "Largest request header, bytes."));
    t.push_back(number("edge.header_timeout_ms",
                       PARLEY_SLOT(edge.headerTimeoutMs),
                       "10000",
                       100,
                       600'000,
                       "Longest time a header may take to arrive, milliseconds."));
    t.push_back(number("edge.body_timeout_ms",
                       PARLEY_SLOT(edge.bodyTimeoutMs),
                       "30000",
                       100,
                       3'600'000,
                       "Longest time a body may take to arrive, milliseconds."));
    t.push_back(number("edge.idle_timeout_ms",
                       PARLEY_SLOT(edge.idleTimeoutMs),
                       "60000",
                       100,
                       3'600'000,
                       "How long a connection without a request is kept, milliseconds."));
    t.push_back(number("edge.write_timeout_ms",
                       PARLEY_SLOT(edge.writeTimeoutMs),
                       "30000",
                       100,
                       3'600'000,
                       "How long one write may wait for the client, milliseconds."));
    t.push_back(number("edge.send_backlog_bytes",
                       PARLEY_SLOT(edge.sendBacklogBytes),
                       "1048576",
                       4096,
                       1024 * kMiB,
                       "A live link or stream that is further behind is dropped, bytes."));
    t.push_back(number("edge.drain_timeout_ms",
                       PARLEY_SLOT(edge.drainTimeoutMs),
                       "20000",
                       0,
                       600'000,
                       "How long SIGTERM waits for requests under way, milliseconds."));
    t.push_back(text(
        "tls.certificate", PARLEY_SLOT(tls.certificate), "", "PEM file with the chain; empty: plain HTTP."));
    t.push_back(text("tls.key", PARLEY_SLOT(tls.key), "", "PEM file with the certificate's private key."));
}

void addSecurity(std::vector<SettingSpec>& t)
{
    t.push_back(text("security.jwt_key",
                     PARLEY_SLOT(security.jwtKey),
                     "",
                     "RSA private key (PEM) that signs tokens; empty: one is generated.",
                     checkPemKey,
                     Secrecy::Secret));
    t.push_back(text("security.jwt_previous_key",
                     PARLEY_SLOT(security.jwtPreviousKey),
                     "",
                     "The key before (PEM), whose tokens are still accepted.",
                     checkPemKey,
                     Secrecy::Secret));
    t.push_back(text("security.master_key",
                     PARLEY_SLOT(security.masterKey),
                     "",
                     "Key that encrypts stored secrets (32 bytes, base64url); empty: one is generated.",
                     checkMasterKey,
                     Secrecy::Secret));
    t.push_back(list("security.cors_origins",
                     PARLEY_SLOT(security.corsOrigins),
                     "Origins from which browsers may use operator routes.",
                     checkOrigin));
    t.push_back(list("security.outbound_allow",
                     PARLEY_SLOT(security.outboundAllow),
                     "Private networks (CIDR) that tools and providers may reach.",
                     checkNetwork));
    t.push_back(number("security.bcrypt_cost",
                       PARLEY_SLOT(security.bcryptCost),
                       "12",
                       4,
                       16,
                       "Work per password check: 2 to the power of this."));
    t.push_back(number("security.access_token_minutes",
                       PARLEY_SLOT(security.accessTokenMinutes),
                       "15",
                       1,
                       1440,
                       "Life of an operator's access token, minutes."));
    t.push_back(number("security.refresh_token_days",
                       PARLEY_SLOT(security.refreshTokenDays),
                       "30",
                       1,
                       365,
                       "Life of a refresh token, days."));
    t.push_back(text("metrics.token",
                     PARLEY_SLOT(metrics.token),
                     "",
                     "Bearer token for GET /metrics.",
                     nullptr,
                     Secrecy::Secret));
}

void addLimits(std::vector<SettingSpec>& t)
{
    constexpr std::int64_t kMany = 1'000'000;
    t.push_back(number("limits.requests_per_minute",
                       PARLEY_SLOT(limits.requestsPerMinute),
                       "60",
                       0,
                       kMany,
                       "Requests a minute of one chat session; 0 switches all request limits off."));
    t.push_back(count("limits.anonymous_per_minute",
                      PARLEY_SLOT(limits.anonymousPerMinute),
                      "120",
                      "Requests a minute of one address without a token."));
    t.push_back(count("limits.operator_per_minute",
                      PARLEY_SLOT(limits.operatorPerMinute),
                      "1200",
                      "Requests a minute of one operator."));
    t.push_back(count("limits.api_client_per_minute",
                      PARLEY_SLOT(limits.apiClientPerMinute),
                      "600",
                      "Requests a minute of an api client that has no limit of its own."));
    t.push_back(number("limits.sign_in_failures",
                       PARLEY_SLOT(limits.signInFailures),
                       "5",
                       1,
                       1000,
                       "Failed sign-ins of one account from one address in a window."));
    t.push_back(count("limits.sign_in_failures_per_address",
                      PARLEY_SLOT(limits.signInFailuresPerAddress),
                      "20",
                      "Failed sign-ins from one address in a window."));
    t.push_back(count("limits.sign_in_failures_per_account",
                      PARLEY_SLOT(limits.signInFailuresPerAccount),
                      "100",
                      "Failed sign-ins of one account in a window."));
    t.push_back(number("limits.sign_in_window_minutes",
                       PARLEY_SLOT(limits.signInWindowMinutes),
                       "15",
                       1,
                       1440,
                       "The window in which failed sign-ins count, minutes."));
    t.push_back(count("limits.forms_per_address_hour",
                      PARLEY_SLOT(limits.formsPerAddressHour),
                      "30",
                      "Contact forms an hour from one address; off with limits.requests_per_minute."));
    t.push_back(count("limits.forms_per_tenant_hour",
                      PARLEY_SLOT(limits.formsPerTenantHour),
                      "1000",
                      "Contact forms an hour to one tenant; off with limits.requests_per_minute."));
    t.push_back(number("limits.ticket_misses_per_hour",
                       PARLEY_SLOT(limits.ticketMissesPerHour),
                       "10",
                       1,
                       1000,
                       "Tickets that one address may ask for in vain in an hour, before it is refused all."));
    t.push_back(number("limits.document_bytes",
                       PARLEY_SLOT(limits.documentBytes),
                       "104857600",
                       1024,
                       4096 * kMiB,
                       "Largest document that may be uploaded, bytes."));
}

void addWork(std::vector<SettingSpec>& t)
{
    t.push_back(number("pipeline.turn_timeout_ms",
                       PARLEY_SLOT(pipeline.turnTimeoutMs),
                       "30000",
                       100,
                       600'000,
                       "Longest time one answer may take before a person is asked, milliseconds."));
    t.push_back(number("pipeline.node_timeout_ms",
                       PARLEY_SLOT(pipeline.nodeTimeoutMs),
                       "10000",
                       50,
                       600'000,
                       "Longest time one step of it may take, milliseconds."));
    t.push_back(number("workers.threads",
                       PARLEY_SLOT(workers.threads),
                       "0",
                       0,
                       256,
                       "Threads for passwords, search and parsing; 0: as many as there are cores."));
    t.push_back(
        number("workers.queue", PARLEY_SLOT(workers.queue), "4096", 1, kMiB, "Work that may wait for them."));
    t.push_back(
        number("jobs.workers", PARLEY_SLOT(jobs.workers), "2", 1, 64, "Jobs that run at once on this node."));
    t.push_back(number("jobs.lease_s",
                       PARLEY_SLOT(jobs.leaseS),
                       "60",
                       5,
                       3600,
                       "After this many seconds without a sign of life another node takes a job over."));
    t.push_back(number("golden.sweep_s",
                       PARLEY_SLOT(golden.sweepS),
                       "15",
                       0,
                       86'400,
                       "How often changes are looked for after which golden questions are asked again, "
                       "seconds; 0: never."));
    t.push_back(number("golden.quiet_s",
                       PARLEY_SLOT(golden.quietS),
                       "20",
                       0,
                       86'400,
                       "So long nothing more may have changed before they are asked, seconds."));
    t.push_back(text("extract.program",
                     PARLEY_SLOT(extract.program),
                     "",
                     "The program that reads documents; empty: the one that was installed with this."));
    t.push_back(number("extract.memory_mb",
                       PARLEY_SLOT(extract.memoryMb),
                       "256",
                       32,
                       65'536,
                       "Memory that reading one document may take, MiB."));
    t.push_back(number("extract.seconds",
                       PARLEY_SLOT(extract.seconds),
                       "300",
                       1,
                       86'400,
                       "How long reading one document may take, seconds."));
    t.push_back(SettingSpec{"extract.allow_weak_sandbox",
                            PARLEY_SLOT(extract.allowWeakSandbox),
                            "false",
                            "Reads documents also where the system cannot confine their reader.",
                            nullptr,
                            0,
                            0,
                            Secrecy::Open});
    t.push_back(
        number("desk.accept_timeout_s",
               PARLEY_SLOT(desk.acceptTimeoutS),
               "120",
               1,
               86'400,
               "How long whoever took a case may keep the customer waiting for a first word, seconds, unless "
               "/settings/desk says otherwise."));
    t.push_back(number(
        "desk.watchdog_s",
        PARLEY_SLOT(desk.watchdogS),
        "30",
        1,
        3600,
        "How long beyond pipeline.turn_timeout_ms a customer may be owed an answer before a person gets the "
        "case, seconds, unless /settings/desk says otherwise."));
    t.push_back(text("log.level",
                     PARLEY_SLOT(log.level),
                     "info",
                     "debug, info, warn, error or off; also per logger: info,edge=debug.",
                     checkLogLevels));
    t.push_back(text("log.format", PARLEY_SLOT(log.format), "json", "json or text.", checkLogFormat));
    t.push_back(SettingSpec{"demo.enabled",
                            PARLEY_SLOT(demo.enabled),
                            "false",
                            "Seeds a demo tenant, once.",
                            nullptr,
                            0,
                            0,
                            Secrecy::Open});
    t.push_back(
        text("demo.folder", PARLEY_SLOT(demo.folder), "", "Articles of the demo tenant; empty: our own."));
}

void addModels(std::vector<SettingSpec>& t)
{
    t.push_back(text("llm.base_url",
                     PARLEY_SLOT(llm.baseUrl),
                     "",
                     "Language model: address of OpenAI's API or one like it, https://…/v1; empty: none.",
                     checkHttpUrl));
    t.push_back(text("llm.api_key",
                     PARLEY_SLOT(llm.apiKey),
                     "",
                     "Its key; empty where it wants none.",
                     nullptr,
                     Secrecy::Secret));
    t.push_back(text("llm.model", PARLEY_SLOT(llm.model), "", "Its name there."));
    t.push_back(number("llm.timeout_ms",
                       PARLEY_SLOT(llm.timeoutMs),
                       "4000",
                       100,
                       600'000,
                       "Longest wait for one of its answers, milliseconds."));
}

void addEmbedder(std::vector<SettingSpec>& t)
{
    t.push_back(text("embedder.kind",
                     PARLEY_SLOT(embedder.kind),
                     "none",
                     "What makes vectors for search by meaning: none, onnx or openai.",
                     checkEmbedderKind));
    t.push_back(text("embedder.model",
                     PARLEY_SLOT(embedder.model),
                     "",
                     "onnx: folder of a sentence-transformers model; openai: the model's name."));
    t.push_back(text("embedder.url",
                     PARLEY_SLOT(embedder.url),
                     "",
                     "openai: address of OpenAI's API or one like it, https://…/v1.",
                     checkHttpUrl));
    t.push_back(text("embedder.api_key",
                     PARLEY_SLOT(embedder.apiKey),
                     "",
                     "openai: its key; empty where it wants none.",
                     nullptr,
                     Secrecy::Secret));
    t.push_back(text("embedder.query_prefix",
                     PARLEY_SLOT(embedder.queryPrefix),
                     "",
                     "What the model wants before a question, as \"query: \"."));
    t.push_back(text("embedder.passage_prefix",
                     PARLEY_SLOT(embedder.passagePrefix),
                     "",
                     "What the model wants before a passage, as \"passage: \"."));
    t.push_back(number("embedder.dimensions",
                       PARLEY_SLOT(embedder.dimensions),
                       "0",
                       0,
                       8192,
                       "openai: length of the vectors; 0: what the model gives."));
    t.push_back(number("embedder.timeout_ms",
                       PARLEY_SLOT(embedder.timeoutMs),
                       "300",
                       10,
                       60'000,
                       "Longest wait for a question's vector; then words alone decide, milliseconds."));
    t.push_back(number("retrieval.pgvector_chunks",
                       PARLEY_SLOT(retrieval.pgvectorChunks),
                       "100000",
                       0,
                       1'000'000'000,
                       "PostgreSQL with pgvector: tenants with so many passages are searched by it."));
}

#undef PARLEY_SLOT

} // namespace

std::span<const SettingSpec> settingTable()
{
    static const std::vector<SettingSpec> table = [] {
        std::vector<SettingSpec> t;
        addStore(t);
        addEdge(t);
        addSecurity(t);
        addLimits(t);
        addWork(t);
        addModels(t);
        addEmbedder(t);
        return t;
    }();
    return table;
}

} // namespace parley::server::daemon
