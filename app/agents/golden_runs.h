// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include <memory>

class QComboBox;
class QTreeWidget;

namespace parley::console {

class Banner;
class GoldenResultView;
class JsonListModel;
class PlainLabel;
class RecordTable;

/// The runs of the golden questions: how many passed, before and after, and which answers changed.
class GoldenRuns : public QWidget {
    Q_OBJECT

public:
    explicit GoldenRuns(Workspace& workspace, QWidget* parent = nullptr);
    ~GoldenRuns() override;

    void reload();
    /// Asks all questions now.
    void run();

Q_SIGNALS:
    void runningChanged(bool isRunning);

private:
    QWidget* buildDetails();
    void choose(const QJsonObject& run);
    void read(const QString& id);
    void showRun(const QJsonObject& run);
    void showBefore(const QJsonObject& run);
    void fillResults();

    Workspace& m_workspace;
    std::unique_ptr<JsonListModel> m_model;
    QJsonObject m_run;
    QString m_following;
    QTimer m_poll;
    RecordTable* m_table;
    Banner* m_banner;
    PlainLabel* m_rate;
    PlainLabel* m_before;
    PlainLabel* m_causes;
    QComboBox* m_filter;
    QTreeWidget* m_results;
    GoldenResultView* m_result;
};

} // namespace parley::console
