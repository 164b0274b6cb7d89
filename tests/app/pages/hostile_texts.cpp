// SPDX-License-Identifier: MIT
#include "tests/app/pages/hostile_texts.h"

#include "tests/app/conversation/opened_files.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace parley::test {

namespace {

constexpr int kHuge = 64 * 1024;
constexpr int kTower = 2'000;

QString filled(const char* pattern, const Bait& bait)
{
    return QString::fromUtf8(pattern)
        .replace(QStringLiteral("@file"), bait.file())
        .replace(QStringLiteral("@path"), bait.path())
        .replace(QStringLiteral("@web"), bait.web());
}

QStringList linesOf(const QString& path, const QString& field)
{
    QStringList texts;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return texts;
    }
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QString text = field.isEmpty() ? QString::fromUtf8(line).chopped(line.endsWith('\n') ? 1 : 0)
                                             : QJsonDocument::fromJson(line).object().value(field).toString();
        if (!text.isEmpty()) {
            texts.append(text);
        }
    }
    return texts;
}

} // namespace

QList<HostileText> hostileTexts(const Bait& bait)
{
    const std::pair<const char*, const char*> patterns[] = {
        {"image", "<img src=\"@file\" width=64 height=64><b>x</b>"},
        {"image from the web", "<html><body><img src='@web' onerror=\"fetch('@web')\"></body></html>"},
        {"markdown", "![picture](@file) [![x](@path)](@web) [link](javascript:alert(1)) <@file>"},
        {"styles", "<style>@import url(@file);</style><p style=\"background-image:url(@file)\">x</p>"},
        {"frames", "<iframe src='@file'></iframe><object data='@file'></object><embed src='@web'>"},
        {"vector", "<svg onload=\"alert(1)\"><image href='@file'/><use href='@web#x'/></svg>"},
        {"table", "<table background='@file'><tr><td background=\"@path\">x</td></tr></table>"},
        {"links",
         "<a href=\"javascript:alert(1)\">x</a> data:text/html,<script>alert(1)</script> file:///etc/passwd"},
        {"a path", "@path"},
        {"a file's address", "@file"},
        {"entities", "&lt;img src=@file&gt; &amp; &#60;b&#62; &nbsp;"},
        {"placeholders", "Za%1Zb%2Zc %n %s {0} ${x} %L1 &Zq &&Zq"},
        {"formula", "=HYPERLINK(\"@web\")"},
        {"path traversal", "..\\..\\../../../../../tmp/x\\CON.csv"},
    };
    QList<HostileText> texts;
    for (const auto& [name, pattern] : patterns) {
        texts.append({QString::fromLatin1(name), filled(pattern, bait)});
    }
    const QString image = filled("<img src='@file'>", bait);
    texts.append({QStringLiteral("overrides"),
                  QString(QChar(0x202e)) + image + QChar(0x202b) + QStringLiteral("abc") + QChar(0x2067)});
    texts.append({QStringLiteral("control characters"),
                  QString(QChar(0)) + QChar(1) + QChar(0x1b) + QStringLiteral("[31m\r\n\t\v\f") +
                      QChar(0x7f) + QChar(0x9b) + QChar(0x2029) + QChar(0xfeff) + QChar(0xd800) + image});
    texts.append({QStringLiteral("combining tower"),
                  QStringLiteral("e") + QString(kTower, QChar(0x0301)) + QStringLiteral(" Z")});
    texts.append({QStringLiteral("lines"), QStringLiteral("x\n").repeated(3'000)});
    texts.append({QStringLiteral("a word of 64 KB"), QString(kHuge, QLatin1Char('W'))});
    texts.append({QStringLiteral("64 KB of pictures"), image.repeated(kHuge / image.size())});
    return texts;
}

QHash<QString, QStringList> collectedTexts(const QString& folder)
{
    QHash<QString, QStringList> texts;
    const std::pair<QString, QString> kinds[] = {
        {QStringLiteral("strings"), QStringLiteral("s")},
        {QStringLiteral("html_sanitise"), QStringLiteral("payload")},
        {QStringLiteral("markdown"), QStringLiteral("markdown")},
    };
    for (const auto& [name, field] : kinds) {
        const QDir inner(folder + QLatin1Char('/') + name);
        for (const QFileInfo& file : inner.entryInfoList(QDir::Files, QDir::Name)) {
            const bool isJson = file.suffix() == QLatin1String("jsonl");
            texts[name + QLatin1Char('/') + file.fileName()] =
                linesOf(file.filePath(), isJson ? field : QString());
        }
    }
    return texts;
}

} // namespace parley::test
