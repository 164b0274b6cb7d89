// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/page.h"

class QTabWidget;

namespace parley::console {

class GoldenQuestions;
class GoldenRuns;

/// Questions whose answers are known: the questions, and what became of them after each change.
class GoldenPage : public Page {
    Q_OBJECT

public:
    GoldenPage(Workspace& workspace, QWidget* parent);

    void activate() override;
    void open(const QString& id) override;
    QList<QAction*> commands() const override;
    QString unsaved() const override;

private:
    QTabWidget* m_tabs;
    GoldenQuestions* m_questions;
    GoldenRuns* m_runs;
};

} // namespace parley::console
