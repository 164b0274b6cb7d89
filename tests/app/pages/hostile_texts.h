// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace parley::test {

class Bait;

/// What strangers write to make a program open, run or misplace something, by the kind of harm.
struct HostileText {
    QString name;
    QString text;
};

/// @param bait its file and address are what the texts name
QList<HostileText> hostileTexts(const Bait& bait);

/// Those of an evaluation folder: `strings/*.jsonl` ("s"), `html_sanitise/*.jsonl` ("payload") and `*.txt`
/// (one a line), `markdown/*.jsonl` ("markdown"), by the name of the file.
QHash<QString, QStringList> collectedTexts(const QString& folder);

} // namespace parley::test
