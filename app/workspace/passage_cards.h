// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

namespace parley::console {

/// Passages of the knowledge that an answer stands on, one card each: title, how well it fits, text.
class PassageCards : public QWidget {
    Q_OBJECT

public:
    explicit PassageCards(QWidget* parent = nullptr);

    /// @param passages objects with `title`, `score` (0..1) and perhaps `text`
    void setPassages(const QJsonArray& passages);
    int count() const;

private:
    QVBoxLayout* m_layout;
};

} // namespace parley::console
