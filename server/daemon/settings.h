// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::daemon {

/// Every setting of the daemon, checked, grouped as in the configuration file. The table in
/// settings_table.cpp gives each its name, default, limits and help.
struct Settings {
    using Number = std::int64_t;
    using List = std::vector<std::string>;

    struct Store {
        std::string folder;
        Number writers = 0;
        Number readers = 0;
        Number openTenants = 0;
    } store;

    struct Database {
        std::string url; ///< empty: SQLite in store.folder
        std::string ownerUrl;
        Number connections = 0;
        Number statementTimeoutMs = 0;
    } database;

    struct Redis {
        std::string url; ///< empty: none
    } redis;

    struct Edge {
        std::string listen; ///< "host:port"
        Number threads = 0; ///< 0: one fewer than the machine has cores
        Number maxConnections = 0;
        Number connectionsPerAddress = 0;
        List trustedProxies; ///< addresses or CIDR
        std::string publicUrl;
        std::string assetsFolder; ///< empty: where the installation put them
        Number headerBytes = 0;
        Number headerTimeoutMs = 0;
        Number bodyTimeoutMs = 0;
        Number idleTimeoutMs = 0;
        Number writeTimeoutMs = 0;
        Number sendBacklogBytes = 0;
        Number drainTimeoutMs = 0;
    } edge;

    struct Tls {
        std::string certificate; ///< path; empty: plain HTTP
        std::string key;         ///< path
    } tls;

    struct Security {
        std::string jwtKey;         ///< PEM; empty: generated into store.folder
        std::string jwtPreviousKey; ///< PEM of the key before, still accepted
        std::string masterKey;      ///< empty: generated into store.folder
        List corsOrigins;
        List outboundAllow; ///< CIDR
        Number bcryptCost = 0;
        Number accessTokenMinutes = 0;
        Number refreshTokenDays = 0;
    } security;

    struct Limits {
        Number requestsPerMinute = 0; ///< a chat_user session; 0: no request limit at all
        Number anonymousPerMinute = 0;
        Number operatorPerMinute = 0;
        Number apiClientPerMinute = 0;
        Number signInFailures = 0; ///< per account and address
        Number signInFailuresPerAddress = 0;
        Number signInFailuresPerAccount = 0;
        Number signInWindowMinutes = 0;
        Number formsPerAddressHour = 0;
        Number formsPerTenantHour = 0;
        Number ticketMissesPerHour = 0; ///< per address
        Number documentBytes = 0;
    } limits;

    struct Pipeline {
        Number turnTimeoutMs = 0;
        Number nodeTimeoutMs = 0;
    } pipeline;

    struct Workers {
        Number threads = 0; ///< 0: as many as the machine has cores
        Number queue = 0;
    } workers;

    struct Jobs {
        Number workers = 0;
        Number leaseS = 0;
    } jobs;

    /// Golden questions that are asked again after changes.
    struct Golden {
        Number sweepS = 0; ///< 0: they are asked on request alone
        Number quietS = 0;
    } golden;

    struct Extract {
        std::string program; ///< empty: the one that was installed with this
        Number memoryMb = 0;
        Number seconds = 0;
        bool allowWeakSandbox = false;
    } extract;

    struct Desk {
        Number acceptTimeoutS = 0;
        Number watchdogS = 0;
    } desk;

    /// A language model that helps where it is configured; any server that speaks OpenAI's API.
    struct Llm {
        std::string baseUrl; ///< "https://api.openai.com/v1"; empty: none
        std::string apiKey;
        std::string model;
        Number timeoutMs = 0;
    } llm;

    /// What turns texts into vectors, for search by meaning.
    struct Embedder {
        std::string kind;  ///< "none", "onnx", "openai"
        std::string model; ///< onnx: a folder; openai: its name there
        std::string url;   ///< openai
        std::string apiKey;
        std::string queryPrefix;
        std::string passagePrefix;
        Number dimensions = 0; ///< 0: what the model gives
        Number timeoutMs = 0;
    } embedder;

    struct Retrieval {
        Number pgvectorChunks = 0;
    } retrieval;

    struct Metrics {
        std::string token;
    } metrics;

    struct LogSettings {
        std::string level;
        std::string format;
    } log;

    struct Backup {
        std::string folder;
        Number keepDays = 0; ///< 0: for ever
    } backup;

    struct Demo {
        bool enabled = false;
        std::string folder; ///< empty: the one of the installation
    } demo;

    /// A tool server that the configuration file alone may declare, because it names a command.
    struct McpServer {
        std::string name;
        List command; ///< the program and its arguments
        List tenants; ///< slugs that may use it
        Number memoryMb = 0;
    };
    std::vector<McpServer> mcpServers;
};

} // namespace parley::server::daemon
