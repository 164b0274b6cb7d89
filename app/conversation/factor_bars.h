// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QWidget>

namespace parley::console {

/// What spoke for an answer and what against it, as bars from a middle.
class FactorBars : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// @param factors as the case card has them: {base, factors:[{name, value, contribution}]}
    void setFactors(const QJsonObject& factors);
    bool isEmpty() const { return m_bars.isEmpty(); }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Bar {
        QString words;
        double contribution = 0;
    };

    int rowHeight() const;

    QList<Bar> m_bars;
    double m_widest = 1;
};

} // namespace parley::console
