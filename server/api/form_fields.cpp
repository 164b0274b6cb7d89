// SPDX-License-Identifier: MIT
#include "server/api/form_fields.h"

#include "shared/core/text.h"

namespace parley::server::api {

bool isFormEncoded(const edge::RequestContext& request)
{
    return asciiLower(request.request.headers.get("content-type"))
        .starts_with("application/x-www-form-urlencoded");
}

Result<nlohmann::json> formFields(const edge::RequestContext& request,
                                  std::initializer_list<const char*> names)
{
    edge::Request form;
    form.query = request.request.body;
    nlohmann::json object = nlohmann::json::object();
    for (const char* name : names) {
        auto value = form.parameter(name);
        if (!value) {
            continue;
        }
        if (!isUtf8(*value) || value->find('\0') != std::string::npos) {
            return failField(name, "must be UTF-8 without NUL");
        }
        object[name] = *std::move(value);
    }
    return object;
}

} // namespace parley::server::api
