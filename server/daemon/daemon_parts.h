// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_catalog.h"
#include "server/agents/answering_preview.h"
#include "server/agents/confidence_learning.h"
#include "server/agents/example_lessons.h"
#include "server/agents/knowledge_gaps.h"
#include "server/agents/memory.h"
#include "server/agents/understandings.h"
#include "server/api/account_handlers.h"
#include "server/api/agent_handlers.h"
#include "server/api/agent_test_handlers.h"
#include "server/api/analytics_handlers.h"
#include "server/api/api_client_handlers.h"
#include "server/api/audit_handlers.h"
#include "server/api/cache_handlers.h"
#include "server/api/canned_response_handlers.h"
#include "server/api/case_handlers.h"
#include "server/api/channel_handlers.h"
#include "server/api/chat_handlers.h"
#include "server/api/customer_handlers.h"
#include "server/api/desk_handlers.h"
#include "server/api/desk_settings_handlers.h"
#include "server/api/golden_handlers.h"
#include "server/api/knowledge_handlers.h"
#include "server/api/learning_handlers.h"
#include "server/api/live_handlers.h"
#include "server/api/llm_settings_handlers.h"
#include "server/api/settings_handlers.h"
#include "server/api/support_handlers.h"
#include "server/api/team_handlers.h"
#include "server/api/tool_handlers.h"
#include "server/api/widget_config_handlers.h"
#include "server/api/widget_handlers.h"
#include "server/cache/semantic_cache.h"
#include "server/daemon/background.h"
#include "server/daemon/daemon.h"
#include "server/daemon/edge_adapters.h"
#include "server/daemon/erasure_effects.h"
#include "server/daemon/foundation.h"
#include "server/daemon/keeping.h"
#include "server/daemon/observability.h"
#include "server/desk/patrol.h"
#include "server/edge/middleware/access_log.h"
#include "server/edge/server.h"
#include "server/knowledge/ingestion.h"
#include "server/knowledge/vectors/dense_search.h"
#include "server/knowledge/vectors/embed_after_ingestion.h"
#include "server/knowledge/vectors/embedders.h"
#include "server/knowledge/vectors/embedding_jobs.h"
#include "server/llm/llm_settings_store.h"
#include "server/llm/model_metrics.h"
#include "server/llm/tenant_models.h"
#include "server/llm/token_ledger.h"
#include "server/net/curl_http_client.h"
#include "server/net/name_resolver.h"
#include "server/nlp/intent_llm/llm_intent_classifier.h"
#include "server/pipeline/golden/golden_sweep.h"
#include "server/runtime/signals.h"
#include "server/store/blobs.h"
#include "server/telemetry/log.h"
#include "server/telemetry/metrics.h"
#include "server/tools/mcp/mcp_tools.h"
#include "server/tools/tenant_tools.h"
#include "server/tools/tool_catalog.h"

#include <nlohmann/json_fwd.hpp>

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::daemon {

/// Every part of the daemon, in the order of what it depends on. daemon_parts.cpp builds them, daemon.cpp
/// brings them to life and down again.
struct Daemon::Parts {
    explicit Parts(LoadedSettings l) : loaded(std::move(l)) {}

    LoadedSettings loaded;
    telemetry::Log log{"daemon"};
    std::string node;
    telemetry::Metrics metrics;
    std::unique_ptr<Foundation> base;
    std::optional<store::Blobs> blobs;
    std::unique_ptr<runtime::WorkerPool> files;   // copies: a slow disk keeps no computation waiting
    std::unique_ptr<runtime::WorkerPool> reading; // a thread for each document that is read
    std::unique_ptr<edge::BodySpool> spool;
    std::unique_ptr<knowledge::DocumentReader> reader;
    knowledge::ReadingStops stops;

    std::unique_ptr<identity::TokenAuthenticator> tokens;
    std::unique_ptr<identity::SignIn> signIn;
    std::unique_ptr<identity::Users> users;
    std::unique_ptr<identity::Tenants> tenants;
    std::unique_ptr<identity::ApiClients> apiClients;
    std::unique_ptr<identity::Idempotency> idempotency;
    std::unique_ptr<identity::SettingsSections> settingsSections;

    std::unique_ptr<TokenPort> tokenPort;
    std::unique_ptr<TenantPort> tenantPort;
    std::unique_ptr<RatePort> ratePort;
    std::unique_ptr<OriginPort> originPort;
    std::unique_ptr<IdempotencyPort> idempotencyPort;
    std::unique_ptr<RequestMetrics> requestMetrics;
    std::unique_ptr<edge::AccessLog> accessLog;

    edge::Router router;
    std::unique_ptr<edge::Server> server; // its threads run from here on
    std::unique_ptr<live::Hub> hub;
    std::unique_ptr<live::Presence> presence;
    std::unique_ptr<identity::RateLimiter> linkRates;
    std::unique_ptr<desk::EventPublisher> deskEvents;
    std::unique_ptr<desk::Journal> journal;
    std::unique_ptr<desk::DeskPolicies> deskPolicies;
    std::unique_ptr<desk::Services> desk;
    std::unique_ptr<desk::Sessions> sessions;
    std::unique_ptr<desk::Intake> intake;
    std::unique_ptr<desk::Handoff> handoff;
    std::unique_ptr<desk::Ownership> ownership;
    std::unique_ptr<desk::Watchdog> watchdog;
    std::unique_ptr<desk::QueuePlaces> queuePlaces;
    std::unique_ptr<desk::Patrol> patrol;
    std::unique_ptr<desk::Teams> teams;
    std::unique_ptr<desk::CannedResponses> cannedResponses;
    std::unique_ptr<desk::SupporterMessages> supporterMessages;
    std::unique_ptr<desk::Resolution> resolution;
    std::unique_ptr<desk::WidgetSettings> widgetSettings;
    std::unique_ptr<channels::ChannelBook> channelBook;
    std::unique_ptr<channels::WebForm> webForm;
    std::unique_ptr<channels::TicketStatusDesk> ticketStatus;
    std::unique_ptr<jobs::Queue> queue;
    std::unique_ptr<runtime::WorkerPool> modelWorkers;
    std::unique_ptr<net::SystemResolver> resolver;
    std::unique_ptr<net::CurlHttpClient> http;
    net::NetworkList outboundAllow; ///< private networks that tenants' addresses may be in
    std::unique_ptr<llm::ModelMetrics> modelMetrics;
    std::unique_ptr<llm::TokenLedger> tokenLedger;
    std::unique_ptr<llm::TenantModels> chatModels;
    std::unique_ptr<llm::LlmSettingsStore> llmSettings;
    knowledge::Embedders embedders;
    std::unique_ptr<knowledge::DenseSearch> dense;
    std::unique_ptr<knowledge::EmbeddingJobs> embeddingJobs;
    std::unique_ptr<knowledge::EmbedAfterIngestion> readAndEmbed;
    std::unique_ptr<knowledge::Library> library;
    std::unique_ptr<knowledge::Documents> documents;
    std::unique_ptr<knowledge::Ingestion> ingestion;
    std::unique_ptr<runtime::WorkerPool> toolWorkers; // each waits for a tool server that is a program
    std::unique_ptr<tools::McpTools> mcpTools;
    std::unique_ptr<tools::ToolCatalog> toolCatalog;
    std::unique_ptr<tools::TenantTools> tools;
    std::unique_ptr<cache::SemanticCache> answerCache;
    std::unique_ptr<cache::CacheBook> cacheBook;
    std::unique_ptr<agents::AgentCatalog> agentCatalog;
    std::unique_ptr<agents::AgentHistory> agentHistory;
    std::unique_ptr<agents::RuleBook> ruleBook;
    std::unique_ptr<agents::Corrections> corrections;
    std::unique_ptr<agents::Memory> memory;
    std::unique_ptr<agents::Understandings> understandings;
    std::unique_ptr<agents::ConfidenceLearning> confidenceLearning;
    std::unique_ptr<agents::ExampleLessons> exampleLessons;
    std::unique_ptr<agents::KnowledgeGaps> knowledgeGaps;
    std::unique_ptr<agents::AnsweringPreview> answeringPreview;
    std::unique_ptr<pipeline::Runner> runner;
    std::unique_ptr<pipeline::Turns> turns;
    std::unique_ptr<pipeline::QuickAnswers> quickAnswers;
    std::unique_ptr<pipeline::Sandbox> sandbox;
    std::unique_ptr<pipeline::GoldenQuestions> goldenQuestions;
    std::unique_ptr<pipeline::GoldenRuns> goldenRuns;
    std::unique_ptr<pipeline::GoldenSweep> goldenSweep;

    std::unique_ptr<api::WidgetHandlers> widgetHandlers;
    std::unique_ptr<api::ChatHandlers> chatHandlers;
    std::unique_ptr<api::CaseHandlers> caseHandlers;
    std::unique_ptr<api::DeskHandlers> deskHandlers;
    std::unique_ptr<api::DeskSettingsHandlers> deskSettingsHandlers;
    std::unique_ptr<api::LearningHandlers> learningHandlers;
    std::unique_ptr<api::TeamHandlers> teamHandlers;
    std::unique_ptr<api::ChannelHandlers> channelHandlers;
    std::unique_ptr<api::SupportHandlers> supportHandlers;
    std::unique_ptr<api::CannedResponseHandlers> cannedResponseHandlers;
    std::optional<store::ErasureFile> erasureFile;
    std::optional<store::DeletedRows> deletedRows;
    std::unique_ptr<ErasureEffects> erasureEffects;
    std::unique_ptr<desk::Customers> customers;
    std::unique_ptr<desk::CustomerExport> customerExport;
    std::unique_ptr<desk::CustomerErasure> customerErasure;
    std::unique_ptr<Keeping> keeping;
    std::unique_ptr<api::CustomerHandlers> customerHandlers;
    std::unique_ptr<api::LiveHandlers> liveHandlers;
    std::unique_ptr<api::KnowledgeHandlers> knowledgeHandlers;
    std::unique_ptr<api::ToolHandlers> toolHandlers;
    std::unique_ptr<api::CacheHandlers> cacheHandlers;
    std::unique_ptr<api::AgentHandlers> agentHandlers;
    std::unique_ptr<api::AgentVersionHandlers> agentVersionHandlers;
    std::unique_ptr<api::AgentTestHandlers> agentTestHandlers;
    std::unique_ptr<api::GoldenQuestionHandlers> goldenQuestionHandlers;
    std::unique_ptr<api::GoldenRunHandlers> goldenRunHandlers;
    std::unique_ptr<api::EscalationRuleHandlers> ruleHandlers;
    std::unique_ptr<api::LlmSettingsHandlers> llmSettingsHandlers;
    std::unique_ptr<api::AnsweringHandlers> answeringHandlers;
    std::unique_ptr<api::SignInHandlers> signInHandlers;
    std::unique_ptr<api::AccountHandlers> accountHandlers;
    std::unique_ptr<api::ApiClientHandlers> apiClientHandlers;
    std::unique_ptr<api::AuditHandlers> auditHandlers;
    std::unique_ptr<api::AnalyticsHandlers> analyticsHandlers;
    std::unique_ptr<api::WidgetConfigHandlers> widgetConfigHandlers;

    std::unique_ptr<knowledge::BlobSweep> blobSweep;
    std::unique_ptr<Background> background;
    std::unique_ptr<runtime::Signals> signals;
    std::promise<void> stopAsked;
    std::atomic<bool> isStopAsked{false};
    bool isStopped = false;

    /// How long a run may stay with this process before another takes it over, in milliseconds.
    [[nodiscard]] std::int64_t runLeaseMs() const;
    Result<void> buildFiles();
    void buildIdentity();
    void buildServer();
    void buildDesk();
    void buildChannels();
    /// The servers and models of others, where the settings name any. @errors those of makeEmbedder
    Result<void> buildModels();
    void buildChatModels();
    void buildVectors();
    /// Has the vectors made that another embedder, or a crash, left missing. @errors Storage
    boost::asio::awaitable<Result<void>> ensureVectors(std::vector<TenantId> ids);
    void buildKnowledge();
    void buildTools();
    void buildAgents();
    void buildPipeline();
    /// Tests of agents, and golden questions. After buildPipeline(), before the queue starts.
    void buildSandbox();
    void buildCustomers();
    Result<void> buildRoutes();
    void addMetrics();
    Result<void> checkProduction();
    Result<void> seedDemo();
    Result<void> takeUpWork();
    void listenToSignals();
    [[nodiscard]] nlohmann::json details(const TenantId& tenant) const;
    [[nodiscard]] std::vector<boost::asio::any_io_executor> executors() const;
};

} // namespace parley::server::daemon
