// SPDX-License-Identifier: MIT
#include "server/edge/request.h"

#include "server/edge/framing.h"
#include "server/edge/target.h"

#include <algorithm>
#include <array>

namespace parley::server::edge {

namespace {

constexpr std::array<std::pair<std::string_view, Method>, 7> kMethods{{{"GET", Method::Get},
                                                                       {"HEAD", Method::Head},
                                                                       {"POST", Method::Post},
                                                                       {"PUT", Method::Put},
                                                                       {"PATCH", Method::Patch},
                                                                       {"DELETE", Method::Delete},
                                                                       {"OPTIONS", Method::Options}}};

} // namespace

std::string_view methodName(Method method)
{
    for (const auto& [name, value] : kMethods) {
        if (value == method) {
            return name;
        }
    }
    return {};
}

std::optional<Method> methodFromName(std::string_view name)
{
    for (const auto& [known, value] : kMethods) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

void Headers::add(std::string name, std::string value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

void Headers::set(std::string_view name, std::string value)
{
    const auto isNamed = [name](const auto& field) { return equalsIgnoringCase(field.first, name); };
    m_fields.erase(std::remove_if(m_fields.begin(), m_fields.end(), isNamed), m_fields.end());
    m_fields.emplace_back(std::string(name), std::move(value));
}

const std::string* Headers::find(std::string_view name) const
{
    for (const auto& [known, value] : m_fields) {
        if (equalsIgnoringCase(known, name)) {
            return &value;
        }
    }
    return nullptr;
}

std::string_view Headers::get(std::string_view name) const
{
    const std::string* value = find(name);
    return value != nullptr ? std::string_view(*value) : std::string_view();
}

std::optional<std::string> Request::parameter(std::string_view name) const
{
    std::string_view rest = query;
    while (!rest.empty()) {
        const std::size_t end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        const std::size_t equals = pair.find('=');
        const auto key = percentDecode(pair.substr(0, equals), true);
        if (key && *key == name) {
            return percentDecode(equals == std::string_view::npos ? std::string_view()
                                                                  : pair.substr(equals + 1),
                                 true);
        }
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    return std::nullopt;
}

} // namespace parley::server::edge
