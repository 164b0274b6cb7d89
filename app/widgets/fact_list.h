// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <utility>

class QFormLayout;

namespace parley::console {

/// Names and values, one below the other, as plain text that can be copied. Values that are empty are left
/// out.
class FactList : public QWidget {
    Q_OBJECT

public:
    explicit FactList(QWidget* parent = nullptr);
    void setFacts(const QList<std::pair<QString, QString>>& facts);

private:
    QFormLayout* m_layout;
};

} // namespace parley::console
