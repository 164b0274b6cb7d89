// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_context.h"
#include "server/knowledge/documents.h"

namespace parley::server::api {

/// The document a request brings: a JSON object `{title, text, content_type?, category?, visibility?}` or
/// multipart/form-data with `file`, `title?`, `category?`, `visibility?`.
/// @errors Malformed a broken body; UnsupportedMediaType; InvalidArgument with every wrong field
Result<knowledge::NewDocument> uploadedDocument(const edge::RequestContext& request);

} // namespace parley::server::api
