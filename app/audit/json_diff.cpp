// SPDX-License-Identifier: MIT
#include "app/audit/json_diff.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>

namespace parley::console {

namespace {

/// A hostile or broken record shall not make thousands of lines.
constexpr int kMostLines = 500;
/// Sorts before every digit and occurs in no name.
constexpr QLatin1Char kPadding('\x1f');

/// Fields by path, in natural order: "tools[10]" after "tools[9]".
using Fields = QMap<QString, QString>;

QString joined(const QString& path, const QString& key)
{
    return path.isEmpty() ? key : path + QLatin1Char('.') + key;
}

QString indexed(const QString& path, qsizetype at)
{
    // Padded for the order; the padding goes when it is shown.
    return path + QStringLiteral("[%1]").arg(at, 4, 10, kPadding);
}

void collect(Fields& fields, const QString& path, const QJsonValue& value)
{
    if (fields.size() >= kMostLines || value.isNull() || value.isUndefined()) {
        return;
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto each = object.begin(); each != object.end(); ++each) {
            collect(fields, joined(path, each.key()), each.value());
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype at = 0; at < array.size(); ++at) {
            collect(fields, indexed(path, at), array.at(at));
        }
    } else {
        fields.insert(path, value.toVariant().toString());
    }
}

DiffLine lineOf(const QString& path, const Fields& before, const Fields& after)
{
    DiffLine line;
    line.path = path;
    line.path.remove(kPadding);
    line.before = before.value(path);
    line.after = after.value(path);
    const bool was = before.contains(path);
    const bool is = after.contains(path);
    line.kind = !was                        ? DiffLine::Kind::Added
                : !is                       ? DiffLine::Kind::Removed
                : line.before != line.after ? DiffLine::Kind::Changed
                                            : DiffLine::Kind::Same;
    return line;
}

} // namespace

QList<DiffLine> diffOf(const QJsonValue& before, const QJsonValue& after)
{
    Fields was;
    Fields is;
    collect(was, {}, before);
    collect(is, {}, after);
    Fields both = was;
    both.insert(is);
    QList<DiffLine> lines;
    for (auto each = both.keyBegin(); each != both.keyEnd(); ++each) {
        lines.append(lineOf(*each, was, is));
    }
    return lines;
}

} // namespace parley::console
