// SPDX-License-Identifier: MIT
#include "app/widget_designer/embed_code.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::EmbedCode)
};

/// Letters, digits, "_" and "-" are all that a key and a language have.
QString plainName(const QString& text)
{
    static const QRegularExpression others(QStringLiteral("[^A-Za-z0-9_-]"));
    return QString(text).remove(others);
}

QString scriptAddress(const QUrl& server)
{
    QUrl address =
        server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemovePath);
    address.setPath(QStringLiteral("/widget.js"));
    return QString::fromUtf8(address.toEncoded());
}

} // namespace

QString embedCode(const QUrl& server, const QString& publicKey)
{
    return QStringLiteral("<script src=\"%1\" data-tenant=\"%2\" async></script>")
        .arg(scriptAddress(server).toHtmlEscaped(), plainName(publicKey));
}

QString previewPage(const QUrl& server, const QString& publicKey, const QString& title, const QString& locale)
{
    return QStringLiteral(
               "<!doctype html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\">"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
               "<title>%2</title><style>body{font-family:system-ui,sans-serif;max-width:40rem;"
               "margin:4rem auto;padding:0 1rem;line-height:1.5;color-scheme:light dark}</style></head>"
               "<body><h1>%2</h1><p>%3</p>%4</body></html>\n")
        .arg(plainName(locale),
             title.toHtmlEscaped(),
             Words::tr(
                 "This is the real chat, as your customers will see it. What you write here reaches your "
                 "organisation as any chat does.")
                 .toHtmlEscaped(),
             embedCode(server, publicKey));
}

} // namespace parley::console
