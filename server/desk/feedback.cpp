// SPDX-License-Identifier: MIT
#include "server/desk/feedback.h"

#include "server/desk/intake.h"
#include "server/identity/settings_sections.h"
#include "server/store/database.h"

namespace parley::server::desk {

boost::asio::awaitable<Result<std::vector<store::RatedAnswer>>>
Feedback::list(TenantId tenant, std::int64_t rating, std::string before, int limit)
{
    auto job = [&](store::ReadTransaction& tx) {
        return m_services.feedback.page(tx, rating, before, limit);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<Corrected>>
Feedback::correct(TenantId tenant, std::string id, std::string answer, Actor actor)
{
    if (auto checked = checkMessageText(answer); !checked) {
        const Error& error = checked.error();
        co_return failField("answer", error.fields.empty() ? error.message : error.fields.front().message);
    }
    auto defaults =
        co_await identity::SettingsSections::defaults(m_services.database, std::string(kLessonSettings));
    if (!defaults) {
        co_return fail(std::move(defaults).error());
    }
    Correction correction;
    correction.tenant = tenant;
    correction.answer = std::move(answer);
    correction.actor = std::move(actor);
    correction.answeringDefaults = defaults->dump();
    auto job = [&](store::Transaction& tx) { return correctIn(tx, correction, id); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

Result<Corrected>
Feedback::correctIn(store::Transaction& tx, Correction& correction, const std::string& id) const
{
    auto rated = m_services.feedback.find(tx, id);
    if (!rated || !*rated) {
        return rated ? fail(ErrorCode::NotFound, "There is no such feedback.")
                     : fail(std::move(rated).error());
    }
    correction.rated = std::move(**rated);
    // Those who learn see it as it was: what the last correction taught goes.
    store::FeedbackRow feedback = correction.rated.feedback;
    feedback.correction = correction.answer;
    feedback.correctedBy = correction.actor.id;
    feedback.correctedByName = correction.actor.name;
    feedback.correctedMs = m_services.clock.nowMs();
    auto kept = m_services.feedback.correct(tx, feedback);
    if (!kept) {
        return fail(std::move(kept).error());
    }
    Corrected corrected;
    for (LessonListener* listener : m_services.lessons) {
        if (auto learnt = listener->onCorrected(tx, correction, corrected.learned); !learnt) {
            return fail(std::move(learnt).error());
        }
    }
    corrected.rated = correction.rated;
    corrected.rated.feedback = std::move(feedback);
    return corrected;
}

} // namespace parley::server::desk
