// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/api_client.h"
#include "tests/bench/daemon.h"

#include <string>
#include <vector>

namespace parley::bench {

/// One customer's conversation.
struct Session {
    std::string id;
    std::string token;
};

/// One organisation and what its knowledge base is known to answer.
struct Tenant {
    std::string publicKey;
    std::vector<std::string> questions;
};

/// Sets up what is measured, over the API alone, as anybody could. Everything throws std::runtime_error with
/// the daemon's answer when that is not the wanted one.
class Desk {
public:
    explicit Desk(const Daemon& daemon) : m_client(daemon.endpoint()), m_accounts(daemon.accounts()) {}

    const ApiClient& client() const { return m_client; }
    /// An access token; it lives for minutes only, so each measurement gets its own.
    std::string signIn(const std::string& email, const std::string& password) const;
    std::string signInDemo() const { return signIn(m_accounts.demoEmail, m_accounts.demoPassword); }
    Session openSession(const std::string& publicKey) const;

    /// The demo tenant with up to `wanted` questions (its widget's suggestions and its documents' titles)
    /// that it answers. Throws where it answers none.
    Tenant demoTenant(std::size_t wanted) const;
    /// New tenants, each with one small document that is ready to answer.
    std::vector<Tenant> makeTenants(std::size_t count) const;

private:
    std::vector<std::string> answered(const std::string& publicKey,
                                      const std::vector<std::string>& questions,
                                      std::size_t wanted) const;
    void awaitReady(const Headers& headers, const std::string& documentId) const;

    ApiClient m_client;
    Accounts m_accounts;
};

} // namespace parley::bench
