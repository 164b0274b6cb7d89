// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QWidget>

namespace parley::console {

class Badge;
class ChainView;
class ContributionBars;
class NodeDetail;
class PassageList;
class PlainLabel;

/// One turn: what was decided and why, its steps, what was found, what made the confidence.
class RunPanel : public QWidget {
    Q_OBJECT

public:
    explicit RunPanel(QWidget* parent = nullptr);
    /// @param run as GET /runs/{id} answers
    void setRun(const QJsonObject& run);
    QString id() const;
    QString conversation() const;

private:
    void showNode(int node);

    QJsonObject m_run;
    PlainLabel* m_decision;
    PlainLabel* m_facts;
    Badge* m_confidence;
    ChainView* m_chain;
    NodeDetail* m_detail;
    PlainLabel* m_factorCaption;
    ContributionBars* m_factors;
    PlainLabel* m_passageCaption;
    PassageList* m_passages;
};

} // namespace parley::console
