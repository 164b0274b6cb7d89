// SPDX-License-Identifier: MIT
#include "server/net/curl_error.h"

#include "shared/core/result.h"

#include <utility>

namespace parley::server::net {

namespace {

struct Meaning {
    ErrorCode code;
    const char* message;
};

Meaning meaningOf(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorCode::Timeout, "The server did not answer in time."};
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {ErrorCode::Unavailable, "The host could not be found."};
    case CURLE_COULDNT_CONNECT:
    case CURLE_INTERFACE_FAILED:
    case CURLE_NO_CONNECTION_AVAILABLE:
        return {ErrorCode::Unavailable, "The server could not be reached."};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
        return {ErrorCode::Upstream, "No secure connection to the server could be made."};
    case CURLE_URL_MALFORMAT:
        return {ErrorCode::InvalidArgument, "The address is not one that can be used."};
    case CURLE_OUT_OF_MEMORY:
        return {ErrorCode::Unavailable, "The server is busy. Try again soon."};
    default:
        return {ErrorCode::Upstream, "The server's answer broke off or could not be read."};
    }
}

} // namespace

Error errorOf(CURLcode code, std::string detail)
{
    const Meaning meaning = meaningOf(code);
    std::string text = curl_easy_strerror(code);
    if (!detail.empty()) {
        text += ": " + detail;
    }
    return fail(meaning.code, meaning.message, std::move(text)).value();
}

} // namespace parley::server::net
