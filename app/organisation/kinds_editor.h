// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/form.h"

#include <QJsonValue>
#include <QWidget>

class QCheckBox;

namespace parley::console {

/// Which of a set of kinds are permitted: all of them (null: also those that come later), or the chosen ones.
class KindsEditor : public QWidget {
    Q_OBJECT

public:
    explicit KindsEditor(const QList<FormChoice>& kinds, QWidget* parent = nullptr);

    QJsonValue value() const;
    void setValue(const QJsonValue& kinds);

Q_SIGNALS:
    void edited();

private:
    QCheckBox* m_all;
    QWidget* m_chosen;
    QList<std::pair<QString, QCheckBox*>> m_boxes;
};

} // namespace parley::console
