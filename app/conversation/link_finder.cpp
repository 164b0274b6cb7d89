// SPDX-License-Identifier: MIT
#include "app/conversation/link_finder.h"

#include "app/widgets/confirmation.h"

#include <QRegularExpression>

namespace parley::console {

namespace {

/// Longer ones are no addresses that anybody wrote.
constexpr int kLongest = 2'000;

/// A sentence's own marks at the end of an address do not belong to it; a closing bracket does if it was
/// opened inside.
qsizetype trimmedLength(const QStringView address)
{
    qsizetype length = address.size();
    while (length > 0) {
        const QChar last = address.at(length - 1);
        const bool isMark = QStringLiteral(".,;:!?'\"*_").contains(last);
        const bool isUnopened =
            (last == QLatin1Char(')') && !address.left(length).contains(QLatin1Char('('))) ||
            (last == QLatin1Char(']') && !address.left(length).contains(QLatin1Char('[')));
        if (!isMark && !isUnopened) {
            break;
        }
        --length;
    }
    return length;
}

} // namespace

QList<FoundLink> findLinks(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral(
                                                "\\b(?:https?://|mailto:)[^\\s<>\"\\x{202a}-\\x{202e}]+"),
                                            QRegularExpression::CaseInsensitiveOption |
                                                QRegularExpression::UseUnicodePropertiesOption);
    QList<FoundLink> found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext() && found.size() < kMostLinks) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype length = trimmedLength(match.capturedView());
        if (length > kLongest) {
            continue;
        }
        const QUrl url(match.captured().left(length), QUrl::StrictMode);
        if (mayOpen(url)) {
            found.append({static_cast<int>(match.capturedStart()), static_cast<int>(length), url});
        }
    }
    return found;
}

} // namespace parley::console
