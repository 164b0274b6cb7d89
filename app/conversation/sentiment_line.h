// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QList>
#include <QWidget>

namespace parley::console {

/// How the customer's mood went, message by message, from -1 to 1.
class SentimentLine : public QWidget {
    Q_OBJECT

public:
    explicit SentimentLine(QWidget* parent = nullptr);

    /// @param moods as the case card has them: [{sentiment, …}], oldest first
    void setMoods(const QJsonArray& moods);
    bool isEmpty() const { return m_moods.isEmpty(); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_moods;
};

/// "Upset", "Neutral", … for a mood of -1..1.
QString moodWords(double mood);

} // namespace parley::console
