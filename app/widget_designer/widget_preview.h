// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QWidget>

namespace parley::console {

/// About how the widget will look with settings that are not saved yet: painted, and no browser.
class WidgetPreview : public QWidget {
    Q_OBJECT

public:
    explicit WidgetPreview(QWidget* parent = nullptr);

    /// @param settings as `/widget-config` has them
    void setSettings(const QJsonObject& settings);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect panel() const;
    void paintPage(QPainter& painter) const;
    void paintHeader(QPainter& painter, const QRect& rect) const;
    /// @return the lower edge of what it took
    int paintGreeting(QPainter& painter, const QRect& body) const;
    int paintQuestions(QPainter& painter, const QRect& body, int top) const;
    void paintEmail(QPainter& painter, const QRect& body, int top) const;
    void paintComposer(QPainter& painter, const QRect& rect) const;
    void paintLauncher(QPainter& painter) const;
    QColor primary() const;
    bool isLeft() const;

    QJsonObject m_settings;
};

} // namespace parley::console
