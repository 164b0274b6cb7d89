// SPDX-License-Identifier: MIT
#include "server/api/learning_handlers.h"

#include "server/api/decode.h"
#include "server/api/desk_actor.h"
#include "server/api/parameters.h"
#include "server/api/resource.h"
#include "server/api/routes.h"
#include "server/desk/intake.h"
#include "server/desk/views.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

nlohmann::json orNull(const std::string& text)
{
    return text.empty() ? nlohmann::json() : nlohmann::json(text);
}

nlohmann::json feedbackView(const store::RatedAnswer& rated)
{
    const store::FeedbackRow& row = rated.feedback;
    nlohmann::json view = {{"id", row.id},
                           {"session_id", row.conversation.value},
                           {"message_id", row.message.value},
                           {"customer", {{"id", row.customer.value}}},
                           {"rating", row.rating},
                           {"comment", orNull(row.comment)},
                           {"question", orNull(rated.question)},
                           {"answer", rated.answer},
                           {"sender", rated.sender},
                           {"cache_hit", rated.isFromCache},
                           {"correction", nullptr},
                           {"created_ts", toRfc3339(row.createdMs)}};
    if (!row.correction.empty()) {
        view["correction"] = {{"answer", row.correction},
                              {"author", {{"id", row.correctedBy}, {"name", row.correctedByName}}},
                              {"created_ts", toRfc3339(row.correctedMs.value_or(0))}};
    }
    return view;
}

nlohmann::json gapView(const agents::KnowledgeGap& gap)
{
    const store::GapRow& row = gap.gap;
    nlohmann::json questions = nlohmann::json::array();
    for (const store::GapQuestionRow& question : gap.questions) {
        questions.push_back({{"question", question.question},
                             {"session_id", question.conversation.value},
                             {"ticket_id", question.ticket.value},
                             {"created_ts", toRfc3339(question.createdMs)}});
    }
    nlohmann::json view = {{"id", row.id},
                           {"question", row.question},
                           {"status", row.status},
                           {"count", row.asked},
                           {"first_ts", toRfc3339(row.firstMs)},
                           {"last_ts", toRfc3339(row.lastMs)},
                           {"examples", std::move(questions)},
                           {"suggested_article", nullptr},
                           {"closed_ts", nullptr}};
    if (row.closedMs) {
        view["closed_ts"] = toRfc3339(*row.closedMs);
    }
    if (gap.answer) {
        view["suggested_article"] = {{"title", row.question},
                                     {"text", gap.answer->answer},
                                     {"author", nullptr},
                                     {"ticket_id", gap.answer->ticket.value},
                                     {"created_ts", toRfc3339(gap.answer->createdMs)}};
        if (!gap.answer->authorId.empty()) {
            view["suggested_article"]["author"] = {{"id", gap.answer->authorId},
                                                   {"name", gap.answer->authorName}};
        }
    }
    return view;
}

nlohmann::json learnedView(const desk::Learned& learned)
{
    nlohmann::json view = {{"cache", learned.cache}, {"example", learned.example}, {"gap", learned.gap}};
    if (!learned.cache) {
        view["reason"] = learned.reason;
    }
    return view;
}

} // namespace

void LearningHandlers::addRoutes(edge::Router& router)
{
    auto undo =
        makeRoute(Method::Post,
                  "/admin/tickets/{id}/undo",
                  Permission::DeskWrite,
                  {"Takes back what a resolution of the last ten minutes taught, and its answer where "
                   "the customer has not read it",
                   "Desk",
                   "",
                   "UndoResponse",
                   200,
                   {}},
                  [this](RequestContext& request) { return this->undo(request); });
    undo.idempotent = true;
    router.add(std::move(undo));
    router.add(makeRoute(Method::Get,
                         "/feedback",
                         Permission::DeskRead,
                         {"What customers thought of answers, newest first",
                          "Desk",
                          "",
                          "Feedback[]",
                          200,
                          {"rating", "limit", "cursor"}},
                         [this](RequestContext& request) { return feedback(request); }));
    router.add(makeRoute(Method::Post,
                         "/feedback/{id}/correct",
                         Permission::DeskWrite,
                         {"Says what the answer should have been; those who ask the same get it",
                          "Desk",
                          "CorrectRequest",
                          "CorrectResponse",
                          200,
                          {}},
                         [this](RequestContext& request) { return correct(request); }));
    router.add(makeRoute(Method::Get,
                         "/knowledge/gaps",
                         Permission::KnowledgeWrite,
                         {"What customers asked and the knowledge base could not answer, most frequent first",
                          "Knowledge",
                          "",
                          "KnowledgeGap[]",
                          200,
                          {"status", "limit", "cursor"}},
                         [this](RequestContext& request) { return gaps(request); }));
    router.add(makeRoute(Method::Post,
                         "/knowledge/gaps/{id}/close",
                         Permission::KnowledgeWrite,
                         {"Closes a gap; it opens when somebody asks again without an answer",
                          "Knowledge",
                          "",
                          "KnowledgeGap",
                          200,
                          {}},
                         [this](RequestContext& request) { return closeGap(request); }));
}

LearningHandlers::Answer LearningHandlers::undo(RequestContext& request)
{
    auto actor = co_await deskActor(m_services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    desk::UndoRequest wanted;
    wanted.tenant = request.tenant;
    wanted.ticket = pathId(request);
    wanted.actor = *std::move(actor);
    wanted.audited = actorOf(request);
    auto undone = co_await m_undo.undo(std::move(wanted));
    if (!undone) {
        co_return fail(std::move(undone).error());
    }
    const desk::TakenBack& taken = undone->taken;
    co_return Response::json(200,
                             {{"ticket", desk::ticketView(undone->ticket)},
                              {"conversation", desk::conversationView(undone->conversation)},
                              {"message", desk::messageView(undone->message, proto::Audience::Operator)},
                              {"taken_back",
                               {{"message", taken.message},
                                {"notification", taken.notification},
                                {"cache", taken.cache},
                                {"example", taken.example},
                                {"gap", taken.gap}}}});
}

LearningHandlers::Answer LearningHandlers::feedback(RequestContext& request)
{
    auto limit = request.pageLimit();
    auto rating = oneOfParameter(request, "rating", {"1", "2", "3", "4", "5"});
    if (!limit || !rating) {
        co_return fail(!limit ? limit.error() : rating.error());
    }
    const std::int64_t stars = rating->empty() ? 0 : rating->front() - '0';
    std::string cursor = request.request.parameter("cursor").value_or("");
    auto rows = co_await m_feedback.list(request.tenant, stars, std::move(cursor), *limit);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    co_return pageResponse(*rows, feedbackView, *limit);
}

LearningHandlers::Answer LearningHandlers::correct(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    std::string answer = fields.text("answer", 1, desk::kMaxTextCodePoints);
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    auto actor = co_await deskActor(m_services.database, request);
    if (!actor) {
        co_return fail(std::move(actor).error());
    }
    auto corrected =
        co_await m_feedback.correct(request.tenant, pathId(request), std::move(answer), *std::move(actor));
    if (!corrected) {
        co_return fail(std::move(corrected).error());
    }
    co_return Response::json(200,
                             {{"feedback", feedbackView(corrected->rated)},
                              {"learned", learnedView(corrected->learned)}});
}

LearningHandlers::Answer LearningHandlers::gaps(RequestContext& request)
{
    auto limit = request.pageLimit();
    auto status = oneOfParameter(request, "status", {"open", "closed"});
    auto offset = offsetParameter(request);
    if (!limit || !status || !offset) {
        co_return fail(!limit ? limit.error() : !status ? status.error() : offset.error());
    }
    store::GapFilter filter;
    filter.status = *status;
    filter.offset = *offset;
    filter.limit = *limit;
    auto gaps = co_await m_gaps.list(request.tenant, std::move(filter));
    if (!gaps) {
        co_return fail(std::move(gaps).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const agents::KnowledgeGap& gap : *gaps) {
        items.push_back(gapView(gap));
    }
    const bool isFull = gaps->size() == static_cast<std::size_t>(*limit);
    co_return listResponse(std::move(items), isFull ? std::to_string(*offset + *limit) : std::string());
}

LearningHandlers::Answer LearningHandlers::closeGap(RequestContext& request)
{
    auto work = m_gaps.close(request.tenant, pathId(request), actorOf(request));
    co_return co_await shown(200, std::move(work), gapView);
}

} // namespace parley::server::api
