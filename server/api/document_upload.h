// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_context.h"
#include "server/knowledge/documents.h"

#include <cstdint>

namespace parley::server::api {

/// The document a request brings: a JSON object `{title, text, content_type?, category?, visibility?}` or
/// multipart/form-data with `file`, `title?`, `category?`, `visibility?`. Blocking when the body is a file: a
/// worker pool. The document then lies in that file and lives as long as the request.
/// @param maxBytes  of the document itself
/// @errors Malformed a broken body; UnsupportedMediaType; PayloadTooLarge; InvalidArgument with every wrong
/// field; Storage the file cannot be read
Result<knowledge::NewDocument> uploadedDocument(const edge::RequestContext& request, std::uint64_t maxBytes);

/// What a PATCH of a document asks for: `{title?, category?, visibility?}`; a category of null takes it away.
/// @errors Malformed; UnsupportedMediaType; InvalidArgument with every wrong field
Result<store::DocumentChange> documentChange(const edge::RequestContext& request);

} // namespace parley::server::api
