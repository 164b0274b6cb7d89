// SPDX-License-Identifier: MIT
#include "server/api/live_frames.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

nlohmann::json problemFrame(const Error& error)
{
    nlohmann::json frame = {{"type", "error"},
                            {"code", problemCode(error)},
                            {"status", httpStatus(error.code)},
                            {"detail", error.message},
                            {"errors", nlohmann::json::array()}};
    for (const FieldError& field : error.fields) {
        frame["errors"].push_back({{"field", field.field}, {"message", field.message}});
    }
    if (error.retryAfter.count() > 0) {
        frame["retry_after"] = error.retryAfter.count();
    }
    return frame;
}

Error unknownFrame()
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "There is no frame of this type here.";
    error.fields = {{"type", "must be subscribe, unsubscribe, viewing, composing, typing, message or ping"}};
    return error;
}

std::string eventFrame(const std::string& topic, const live::FeedItem& item)
{
    std::string frame = R"({"type":"event","topic":)" + nlohmann::json(topic).dump();
    if (item.seq > 0) {
        frame += R"(,"seq":)" + std::to_string(item.seq);
    }
    // The data is one line of JSON already: it is not read again to be put into the frame.
    return frame + R"(,"event":)" + *item.data + "}";
}

std::string line(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace parley::server::api
