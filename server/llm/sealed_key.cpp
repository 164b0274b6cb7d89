// SPDX-License-Identifier: MIT
#include "server/llm/sealed_key.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace parley::server::llm {

using nlohmann::json;

std::string sealKey(const security::Fernet& fernet,
                    const std::string& owner,
                    const std::string& origin,
                    const security::Secret& key,
                    std::int64_t nowMs)
{
    const json bound{{"owner", owner}, {"origin", origin}, {"key", key.reveal()}};
    return fernet.encrypt(security::Secret::taking(bound.dump()), nowMs);
}

Result<security::Secret> openKey(const security::Fernet& fernet,
                                 const std::string& owner,
                                 const std::string& origin,
                                 const std::string& sealed)
{
    if (sealed.empty()) {
        return security::Secret();
    }
    auto plain = fernet.decrypt(sealed);
    if (!plain) {
        return fail(ErrorCode::InvalidArgument, "The provider's key cannot be read.", plain.error().message);
    }
    const json bound = json::parse(plain->reveal(), nullptr, false);
    const bool isWhole = bound.is_object() && bound.contains("key") && bound["key"].is_string();
    if (!isWhole || bound.value("owner", std::string()) != owner ||
        bound.value("origin", std::string()) != origin) {
        return fail(ErrorCode::InvalidArgument, "The provider's key belongs to another address.");
    }
    return security::Secret::taking(bound["key"].get<std::string>());
}

} // namespace parley::server::llm
