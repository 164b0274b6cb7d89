// SPDX-License-Identifier: MIT
#include "app/channels/hosted_form.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::HostedForm)
};

/// Letters, digits, "_" and "-" are all that keys and ids have.
QString plainName(const QString& text)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9_-]"));
    return QString(text).remove(others);
}

} // namespace

QUrl hostedFormPage(const QUrl& server, const QString& publicKey, const QString& form)
{
    QUrl page = server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment | QUrl::RemovePath);
    page.setPath(QStringLiteral("/support"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("tenant"), plainName(publicKey));
    if (!form.isEmpty()) {
        query.addQueryItem(QStringLiteral("form"), plainName(form));
    }
    page.setQuery(query);
    return page;
}

QString hostedFormCode(const QUrl& server, const QString& publicKey, const QString& form)
{
    return QStringLiteral("<iframe src=\"%1\" title=\"%2\"\n"
                          "        style=\"width: 100%; height: 780px; border: 0\"></iframe>")
        .arg(QString::fromUtf8(hostedFormPage(server, publicKey, form).toEncoded()).toHtmlEscaped(),
             Words::tr("Write to us").toHtmlEscaped());
}

} // namespace parley::console
