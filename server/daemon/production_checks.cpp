// SPDX-License-Identifier: MIT
#include "server/daemon/production_checks.h"

#include <algorithm>

namespace parley::server::daemon {

std::vector<FieldError> productionFaults(const Settings& settings, const ProductionFacts& facts)
{
    std::vector<FieldError> faults;
    const auto fault = [&](bool isFault, const char* name, const char* message) {
        if (isFault) {
            faults.push_back({name, message});
        }
    };
    const auto& origins = settings.security.corsOrigins;
    fault(settings.security.jwtKey.empty(),
          "security.jwt_key",
          "is missing: supply the RSA key that signs tokens (security.jwt_key_file); a generated one is for "
          "trying out");
    fault(settings.tls.certificate.empty() && settings.edge.trustedProxies.empty(),
          "tls.certificate",
          "is missing and edge.trusted_proxies names no proxy that does TLS: passwords would cross the net "
          "in clear");
    fault(settings.security.masterKey.empty(),
          "security.master_key",
          "is missing: supply the key that encrypts stored secrets (security.master_key_file)");
    fault(settings.demo.enabled, "demo.enabled", "must be off: it makes accounts that everybody knows of");
    fault(facts.hasDemoTenant, "demo tenant", "exists in this database: delete the tenant `demo`");
    fault(facts.hasDefaultPassword, "default password", "is still in use: change it");
    fault(std::find(origins.begin(), origins.end(), "*") != origins.end(),
          "security.cors_origins",
          "must not hold *: name the console's origins");
    return faults;
}

} // namespace parley::server::daemon
