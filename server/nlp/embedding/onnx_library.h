// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <string>
#include <vector>

namespace parley::server::nlp {

/// Where ONNX Runtime is looked for, in this order.
/// @param configured  when not empty it is the only place
std::vector<std::string> onnxLibraryPlaces(const std::string& configured);

/// Loads ONNX Runtime into this process, for as long as it lives; the second call finds the first one's.
/// @return the version of the library, "1.21.0"
/// @errors Unavailable it is nowhere, or older than what this build needs; the message lists the places
/// @thread any, one at a time
Result<std::string> loadOnnxLibrary(const std::string& configured);

} // namespace parley::server::nlp
