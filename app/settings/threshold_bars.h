// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace parley::console {

/// Two bars, one above the other: what became of messages, and what would have.
class ThresholdBars : public QWidget {
    Q_OBJECT

public:
    struct Counts {
        int answered = 0;
        int clarified = 0;
        int escalated = 0;

        int all() const { return answered + clarified + escalated; }
    };

    explicit ThresholdBars(QWidget* parent = nullptr);
    /// @param label of the bar below, such as "At 0.55"
    void setCounts(const Counts& was, const Counts& wouldBe, const QString& label);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int paintBar(QPainter& painter, int top, const QString& label, const Counts& counts) const;
    void paintLegend(QPainter& painter, int top) const;

    Counts m_was;
    Counts m_wouldBe;
    QString m_label;
};

} // namespace parley::console
