// SPDX-License-Identifier: MIT
#pragma once

#include "server/tools/text_template.h"
#include "shared/core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::tools {

/// An address with places in its path and query: "https://shop.example/orders/{order_id}?lang={locale}".
/// Scheme, host and port have none, and no value can change where a segment of the path or a part of the
/// query begins or ends.
class UrlTemplate {
public:
    /// @errors InvalidArgument it is no http or https address, has a place outside path and query, a
    /// fragment, or user name
    static Result<UrlTemplate> parse(std::string_view text);

    /// "https://shop.example:443": what its secrets belong to.
    [[nodiscard]] const std::string& origin() const { return m_origin; }
    [[nodiscard]] std::vector<std::string> places() const;

    /// @param query  name and value templates that are added; those whose only place has no value are left
    /// out
    /// @errors InvalidArgument naming the input that is missing or cannot stand there
    [[nodiscard]] Result<std::string> fill(const TemplateValues& values, const nlohmann::json& query) const;

private:
    explicit UrlTemplate(std::string base, TextTemplate path, TextTemplate query)
        : m_base(std::move(base)), m_path(std::move(path)), m_query(std::move(query))
    {}

    [[nodiscard]] Result<std::string> filledPath(const TemplateValues& values) const;

    std::string m_base; ///< "https://shop.example"
    TextTemplate m_path;
    TextTemplate m_query;
    bool m_hasQuery = false;
    std::string m_origin;
};

/// Everything but letters, digits, "-", ".", "_" and "~" as %XX. @source RFC 3986, 2.3
std::string percentEncoded(std::string_view text);

} // namespace parley::server::tools
