// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

namespace parley::console {

/// The passages that were found for a question, best first; each opens to its text.
class CasePassages : public QWidget {
    Q_OBJECT

public:
    explicit CasePassages(QWidget* parent = nullptr);

    /// @param passages as the case card's context has them: [{title, text, score, page?}]
    void setPassages(const QJsonArray& passages);

private:
    void add(const QJsonObject& passage);

    QVBoxLayout* m_layout;
    QJsonArray m_shown;
};

} // namespace parley::console
