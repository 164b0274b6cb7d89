// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <cstdint>
#include <string>

namespace parley::server::desk {

/// A question that a person answered.
struct Lesson {
    TenantId tenant;
    ConversationId conversation;
    std::string question;
    std::string answer;
    std::string category;
    std::string locale;
    std::string authorId;
    std::string authorName;
    std::int64_t nowMs = 0;
};

/// What came of a lesson.
struct Learned {
    bool cache = false;
    /// Why not: "personal_data", "case_specific", ...; empty where it was.
    std::string reason;
};

/// Who learns from what people answer and from what customers reject. Works in the transaction of what
/// happened. @thread database worker
class LessonListener {
public:
    virtual ~LessonListener() = default;

    /// @errors Storage
    virtual Result<Learned> learn(store::Transaction& tx, const Lesson& lesson) = 0;
    /// A customer called this reply wrong. @errors Storage
    virtual Result<void> rejected(store::Transaction& tx, const MessageId& reply) = 0;
};

} // namespace parley::server::desk
