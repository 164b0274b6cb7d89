// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/text_guard.h"

#include <string_view>

namespace parley::server::pipeline {

/// What the agents answer to a greeting, to thanks and to a goodbye, in en, de, es or fr (English otherwise);
/// to a message without words (`None`) they ask what it is about.
std::string_view smallTalkText(nlp::SmallTalk kind, std::string_view locale);

} // namespace parley::server::pipeline
