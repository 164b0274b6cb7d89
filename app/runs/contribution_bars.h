// SPDX-License-Identifier: MIT
#pragma once

#include "app/runs/run_story.h"

#include <QWidget>

namespace parley::console {

/// What made a confidence: a bar each, to one side for what spoke for the answer, to the other for what spoke
/// against it.
class ContributionBars : public QWidget {
    Q_OBJECT

public:
    explicit ContributionBars(QWidget* parent = nullptr);
    /// @param base what the sum begins with
    void setFactors(double base, const QList<ConfidenceFactor>& factors);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int lineHeight() const;

    QList<ConfidenceFactor> m_factors;
};

} // namespace parley::console
