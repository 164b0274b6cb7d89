// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/workspace/workspace.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QPushButton;
class QSlider;
class QTreeWidget;

namespace parley::console {

class PlainLabel;
class ThresholdBars;

/// What the last days would have been at another confidence threshold, before anybody changes it.
class ThresholdPreview : public QFrame {
    Q_OBJECT

public:
    explicit ThresholdPreview(Workspace& workspace, QWidget* parent = nullptr);

    /// The threshold in force, 0..1; asks anew.
    void setThreshold(double threshold);

Q_SIGNALS:
    /// The person wants this one; 0..1.
    void chosen(double threshold);

private:
    void askSoon();
    void ask();
    void showAnswer(const ApiReply& reply);
    double threshold() const;
    QString thresholdText() const;

    Workspace& m_workspace;
    double m_inForce = 0;
    ApiClient::RequestId m_request = 0;
    QTimer m_pause;
    QSlider* m_slider;
    PlainLabel* m_value;
    QComboBox* m_days;
    ThresholdBars* m_bars;
    PlainLabel* m_note;
    QTreeWidget* m_examples;
    QPushButton* m_use;
};

} // namespace parley::console
