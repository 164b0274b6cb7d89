// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QListView;
class QPushButton;

namespace parley::console {

class PlainLabel;
class UploadQueue;

/// The files on their way, above the documents; hidden while there are none.
class UploadPanel : public QFrame {
    Q_OBJECT

public:
    /// @param queue outlives this
    explicit UploadPanel(UploadQueue& queue, QWidget* parent = nullptr);

private:
    void update();

    UploadQueue& m_queue;
    PlainLabel* m_heading;
    QListView* m_view;
    QPushButton* m_retry;
    QPushButton* m_remove;
    QPushButton* m_clear;
};

} // namespace parley::console
