// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/fake_api.h"

#include <QJsonObject>
#include <QJsonValue>

#include <functional>

namespace parley::test {

/// Answers of a server that says whatever it is told to, in the shapes of resources/openapi/schemas.json:
/// every free text of every answer is the next of `text`, so that a field which an answer gains is tried by
/// itself.
class SchemaAnswers {
public:
    /// How much of an answer is not to be trusted.
    enum class Trust {
        Texts, ///< free texts are hostile; words of a fixed choice, times and colours are as they should be
        None,  ///< every string but identifiers is
    };
    using Text = std::function<QString()>;

    /// @param rows of every list
    SchemaAnswers(Text text, Trust trust, int rows);

    /// To any request of the console; 404 for a path that the API does not have.
    FakeApi::Answer answer(const FakeApi::Request& request);
    /// Requests that found no answer, as "GET /path".
    const QStringList& unknown() const { return m_unknown; }
    /// One of a kind, such as "Message".
    QJsonObject make(const QString& schema);

private:
    QJsonValue value(const QJsonObject& schema, const QString& name, int depth);
    QJsonValue string(const QJsonObject& schema, const QString& name);
    QJsonObject object(const QJsonObject& schema, const QString& name, int depth);
    QJsonValue special(const QString& name, int depth, bool* isSpecial);
    QJsonObject passage();

    QJsonObject m_schemas;
    Text m_text;
    Trust m_trust;
    int m_rows;
    int m_row = 0;
    int m_choice = 0;
    QStringList m_unknown;
};

} // namespace parley::test
