// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace parley::console {

/// A label that shows its text as it is. QLabel itself guesses whether a text is HTML and then loads the
/// files it names, so every label of the console is one of these.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr);
    /// @param role see roles.h
    PlainLabel(const QString& text, const char* role, QWidget* parent = nullptr);

    /// As it is, but for what would disturb its surroundings (displayLabel); headings are one paragraph with
    /// an end. Hides QLabel's own.
    void setText(const QString& text);
    /// As it was given.
    QString text() const { return m_text; }
    void clear() { setText({}); }
    /// Leading and trailing are the window's, whichever way the text itself reads. Hides QLabel's own.
    void setAlignment(Qt::Alignment alignment);

    /// Lets the text be marked and copied, by mouse and keyboard.
    void setCopyable(bool isCopyable);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void align();
    void copy();

    QString m_text;
    bool m_isHeading = false;
    Qt::Alignment m_alignment = Qt::AlignLeading | Qt::AlignVCenter;
};

/// One line that ends in "…" where it does not fit; the whole text is its tooltip then.
class ElidedLabel : public QWidget {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateToolTip();

    QString m_text;
};

} // namespace parley::console
