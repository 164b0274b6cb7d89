// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace parley::console {

/// Takes files that are dropped anywhere on it, and says so while they hover.
class DropFrame : public QWidget {
    Q_OBJECT

public:
    explicit DropFrame(QWidget* parent = nullptr);
    /// Files are refused, the usual cursor shows it.
    void setTaking(bool isTaking) { setAcceptDrops(isTaking); }

Q_SIGNALS:
    /// @param paths of this computer; never empty
    void dropped(const QStringList& paths);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setHovered(bool isHovered);

    QWidget* m_overlay;
};

} // namespace parley::console
