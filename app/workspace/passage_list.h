// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

namespace parley::console {

/// Passages of the knowledge that were found or that an answer stands on, best first: each with its title,
/// its page, how well it fits, and its text. All of them are widgets, so this is for a handful.
class PassageList : public QWidget {
    Q_OBJECT

public:
    /// Open: a card each, for wide places. Folded: a line each that opens, for narrow ones.
    enum class Texts { Open, Folded };

    explicit PassageList(Texts texts, QWidget* parent = nullptr);

    /// The same again changes nothing: what is open stays open.
    /// @param passages objects with `title`, `score` (0..1), `text` and perhaps `page`
    void setPassages(const QJsonArray& passages);
    int count() const { return m_count; }

private:
    void addCard(const QJsonObject& passage);
    void addFolded(const QJsonObject& passage);

    Texts m_texts;
    QVBoxLayout* m_layout;
    QJsonArray m_shown;
    int m_count = 0;
};

} // namespace parley::console
